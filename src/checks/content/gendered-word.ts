import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'
import {type IsMeant, wordList, wordsIn} from '../words-in.ts'

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
  {pattern: 'craftsm[ae]n', instead: 'craftsperson'},
  {pattern: 'policem[ae]n|policewom[ae]n', instead: 'police officer'},
  {pattern: 'firem[ae]n', instead: 'firefighter'},
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
        wordsIn(text, strong, isMeant).map(({word, instead}) =>
          finding('gendered-word', from, `“${word}” names one gender or plays on one. Use ${quoted(instead)} instead.`),
        ),
      )
    : []

// Names and abbreviations: "HIS" is a hospital's system, "Rockstar Games" a company. And what the law calls by an old word.
const isMeant: IsMeant = (word, before, after) => {
  if (/^\p{Lu}{2,4}$/u.test(word) && /^(?:he|she|hers?|him|his)$/i.test(word)) return isShouted(before, after)
  if (/^workmen$/i.test(word) && /^[’']s? compensation/i.test(after)) return false
  if (!/^\p{Lu}/u.test(word) || !/^(?:ninja|rock[ -]?star|guru|macho|superhero)/i.test(word)) return true
  return !/^ \p{Lu}\p{Ll}/u.test(after) && (startsSentence(before) || /(?:^| )an? $/i.test(before))
}

// In a text of capitals a pronoun is one.
const isShouted = (before: string, after: string): boolean => /\p{Lu}{2} $/u.test(before) && /^ \p{Lu}{2}/u.test(after)

const startsSentence = (before: string): boolean => /(?:^|[.!?:;•–—]\s+|[“"(]\s*)$/u.test(before)

/** A suggestion of one kind of word is quoted as it is; one that gives a choice explains itself. */
const quoted = (instead: string): string => (/[,“]|^(?:the|what) /.test(instead) ? instead : `“${instead}”`)
