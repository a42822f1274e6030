import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'
import {wordList, wordsIn} from '../words-in.ts'

/**
 * After what the EEOC calls a preference for an age in job notices ("young", "recent college graduate", 29 CFR 1625.4), and
 * what AARP lists as coded for it ("digital native", "energetic", "overqualified"). Ordinary words count only where they speak
 * of people: "young team", but not "young children"; "mature" is left out, as it is said of software and markets.
 */
const age = /* @__PURE__ */ wordList([
  {pattern: 'digital natives?', instead: 'Name the tools to be used'},
  {
    pattern:
      'young,? (?:and )?(?:dynamic|hungry|ambitious|energetic|motivated|fresh)|young (?:at heart|teams?|company|professionals?|talents?|minds|guns|blood|crowd)',
    instead: 'Say what the team does',
  },
  {pattern: 'youthful|youthfulness', instead: 'Say how the team works'},
  {
    pattern: 'recent(?:ly)? (?:college |university )?(?:graduates?|graduated)|new grads?|fresh graduates?',
    instead: 'Say “entry level”',
  },
  {pattern: 'high[- ]energy|energetic|full of energy', instead: 'Say what keeps the days busy'},
  {pattern: 'fresh blood|new blood', instead: 'Say “new ideas”'},
  {pattern: 'over-?qualified', instead: 'Say what the work is'},
  {pattern: 'tech[- ]savvy', instead: 'Name the tools to be used'},
  {pattern: 'millennials?|gen(?:eration)?[- ]?[xyz]|baby boomers?', instead: 'Say what the work asks for'},
  {
    pattern:
      '(?:under|below) (?:the age of )?(?:2[5-9]|3\\d|4\\d|50) years(?: of age| old)|(?:aged?|between the ages of) (?:1[89]|[2-6]\\d) ?(?:-|–|to|and) ?[2-6]\\d',
    instead: 'Name what the law or the work asks for',
  },
  {
    pattern: "(?:no more than|at most|maximum of|up to a maximum of) \\d{1,2} years(?:[’']| of)? experience",
    instead: 'Give what is needed at least',
  },
  {pattern: 'seasoned veterans?|old hands?', instead: 'Say what they have done'},
])

export const ageistWord = ({passages, isEnglish}: Subject): Finding[] =>
  isEnglish
    ? passages.flatMap(({text, from}) =>
        wordsIn(text, age).map(({word, instead}) =>
          finding('ageist-word', from, `“${word}” speaks of age. ${instead} instead.`),
        ),
      )
    : []
