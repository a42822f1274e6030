import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'
import {wordList, wordsIn} from '../words-in.ts'

/**
 * Words that name one gender, and the stereotypes that job advertisements are known for. They are few and strong, so each is
 * reported by itself. After the usual guidance on inclusive language (UN guidelines for gender-inclusive language in
 * English; APA Style, "Gender").
 */
const strong = /* @__PURE__ */ wordList([
  {
    pattern: 'he or she|she or he|s?he/s?he|s/he|\\(s\\)he|himself or herself|he|she|him',
    instead: 'they, or the title',
  },
  {pattern: 'his or her|his/hers?|her/his|hers?|his', instead: 'their, or “your”'},
  {pattern: 'himself|herself', instead: 'themselves, or “yourself”'},
  {pattern: 'chairm[ae]n|chairwom[ae]n', instead: 'chair'},
  {pattern: 'salesm[ae]n|saleswom[ae]n|salesgirls?', instead: 'salesperson'},
  {pattern: 'forem[ae]n', instead: 'supervisor'},
  {pattern: 'businessm[ae]n|businesswom[ae]n', instead: 'business person'},
  {pattern: 'spokesm[ae]n|spokeswom[ae]n', instead: 'spokesperson'},
  {pattern: 'repairm[ae]n|handym[ae]n', instead: 'technician'},
  {pattern: 'workm[ae]n', instead: 'worker'},
  {pattern: 'workmanlike', instead: 'skilful'},
  {pattern: 'manpower', instead: 'staff'},
  {pattern: 'man-?(?:hours?|days?)', instead: 'hours or days of work'},
  {pattern: 'mankind', instead: 'people'},
  {pattern: 'man the', instead: 'staff the'},
  {pattern: 'waitress(?:es)?|hostess(?:es)?|stewardess(?:es)?', instead: 'the title without its ending'},
  {pattern: 'guys|gals|girl boss(?:es)?', instead: 'people, or “team”'},
  {pattern: 'ninjas?', instead: 'expert'},
  {pattern: 'rock[ -]?stars?', instead: 'expert'},
  {pattern: 'gurus?', instead: 'expert'},
  {pattern: 'superhero(?:es)?|super[- ]hero(?:es)?', instead: 'what the person does well'},
  {pattern: 'alpha males?|macho', instead: 'what the work asks for'},
])

export const genderedWord = ({passages, isEnglish}: Subject): Finding[] =>
  isEnglish
    ? passages.flatMap(({text, from}) =>
        wordsIn(text, strong).map(({word, instead}) =>
          finding('gendered-word', from, `“${word}” names one gender or plays on one. Use ${quoted(instead)} instead.`),
        ),
      )
    : []

/** A suggestion of one kind of word is quoted as it is; one that gives a choice explains itself. */
const quoted = (instead: string): string => (/[,“]|^(?:the|what) /.test(instead) ? instead : `“${instead}”`)
