import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'
import {type IsMeant, wordList, wordsIn} from '../words-in.ts'

/**
 * After what the EEOC calls a preference for an age in job notices ("young", "recent college graduate", 29 CFR 1625.4), and
 * what AARP lists as coded for it ("digital native", "energetic", "overqualified"). Ordinary words count only where they speak
 * of people: "young team", but not "young children"; "mature" is left out, as it is said of software and markets.
 */
const age = /* @__PURE__ */ wordList([
  {pattern: 'digital natives?', instead: 'Name the tools to be used'},
  {
    pattern:
      'young,? (?:and )?(?:dynamic|hungry|ambitious|energetic|motivated|fresh)|young (?:at heart|m[ae]n|wom[ae]n|teams?|company|professionals?|talents?|minds|guns|blood|crowd)',
    instead: 'Say what the team does',
  },
  {pattern: 'youthful|youthfulness', instead: 'Say how the team works'},
  {
    pattern: 'recent(?:ly)? (?:college |university )?(?:graduates?|graduated|grads?)|new grads?|fresh graduates?',
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
    pattern: '(?:must|should) be (?:under|below) (?:the age of )?(?:2[5-9]|3\\d|4\\d|50)(?! ?%)',
    instead: 'Name what the work asks for',
  },
  {
    pattern: "(?:no more than|at most|maximum of|up to a maximum of) \\d{1,2} years(?:[’']| of)? experience",
    instead: 'Give what is needed at least',
  },
  {pattern: 'seasoned veterans?|old hands?', instead: 'Say what they have done'},
])

// Those who are served, studied or sold to may be of any age, and physics has energies of its own.
const isMeant: IsMeant = (word, before, after) => {
  if (/^(?:high[- ]energy|energetic)$/i.test(word))
    return !/^[- ](?:physics|particles?|materials?|lasers?|neutrinos?|beams?|radiation|electrons?|photons?|density|efficiency|compounds?|costs?|systems?)/i.test(
      after,
    )
  if (/^new blood$/i.test(word))
    return !/^ (?:samples?|tests?|products?|donors?|donations?|banks?|glucose|pressure|counts?|types?|cells?)/i.test(
      after,
    )
  if (/^(?:aged?|between)/i.test(word)) return !served.test(before)
  if (/^young (?:minds|professionals?|people|talents?|m[ae]n|wom[ae]n)$/i.test(word)) return !serving.test(before)
  if (/^(?:recent|new|fresh)/i.test(word)) return !schemes.test(before)
  if (/^(?:millennial|gen|baby)/i.test(word))
    return (
      !/^ (?:campaigns?|audiences?|customers?|consumers?|markets?|marketing|shoppers?|users?|trends?|brands?|buyers?|products?|insights?|research)/i.test(
        after,
      ) && !serving.test(before)
    )
  if (/^digital native/i.test(word))
    return !/^[- ](?:compan|brand|business|enterprise|start-?up|organi|product|bank|customers)/i.test(after)
  return true
}

const served =
  /(?:patients?|adults?|children|participants?|pupils|students?|people|persons?|women|men|users?|volunteers?|customers?|clients?|residents?|learners?|audiences?|subjects?|adolescents?|teenagers?|youths?|consumers?)(?: who are|,)? $/i
const serving =
  /(?:inspir|mentor|teach|taught|coach|educat|train|tutor|serv|support|help|guid|advis|counsel|empower|engag|reach|target|market|sell|treat|car(?:e|ing) for|work(?:s|ing)? with|programmes? for|programs? for|services? for|schemes? for)(?:[a-z]*)? (?:\S+ ){0,3}$/i
const schemes =
  /(?:schemes?|programmes?|programs?|hiring|recruiting|recruit|mentor(?:ing)?|train(?:ing)?|coach(?:ing)?|onboard(?:ing)?|teach(?:ing)?|support(?:ing)?|supervis(?:e|ing))(?: (?:for|of))? (?:\S+ ){0,2}$/i

export const ageistWord = ({passages, isEnglish}: Subject): Finding[] =>
  isEnglish
    ? passages.flatMap(({text, from}) =>
        wordsIn(text, age, isMeant).map(({word, instead}) =>
          finding('ageist-word', from, `“${word}” speaks of age. ${instead} instead.`),
        ),
      )
    : []
