import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'

/**
 * The stems of Gaucher, Friesen and Kay (2011), "Evidence that gendered wording in job advertisements exists and sustains
 * gender inequality", Journal of Personality and Social Psychology 101(1), appendix A; curated. Left out is what nearly
 * every job description needs and what names the work instead of the person: "analy-", "lead-", "decision", "determine",
 * "active", "challenge", "force", "individual", "logic", "objective", "opinion", "principle", "superior"; "support",
 * "understand", "respons-", "commit", "connect", "depend-", "child", "feel", "kind", "share", "yield", "agree".
 * Even so, single words are never reported: only a text in which one side outnumbers the other by far.
 */
const masculine = /* @__PURE__ */ stems(
  `adventurous aggress\\w* ambitio\\w* assertive\\w* athlet\\w* autonom\\w* battle\\w* boast\\w* champion\\w* compet(?:e|ing|itive\\w*)
  courag\\w* decisive\\w* defend\\w* domina\\w* driven fearless\\w* fight\\w* greedy headstrong hierarch\\w* hostil\\w* hungry
  impulsive independen\\w* intellect\\w* outspoken persist\\w* reckless relentless\\w* ruthless\\w* self-confiden\\w* self-relian\\w*
  self-sufficien\\w* stubborn\\w* tough unreasonab\\w* unstoppable winners?`,
)
const feminine = /* @__PURE__ */ stems(
  `affectionate\\w* cheer\\w* collaborat\\w* communal compassion\\w* considerate\\w* co-?operat\\w* emotional\\w* empath\\w* enthusias\\w* gentl[ey]
  honest\\w* inclusive\\w* inter-?personal\\w* interdependen\\w* loyal\\w* modest\\w* nurtur\\w* pleasant\\w* polite\\w* quiet\\w* sensitiv\\w*
  submissive\\w* sympath\\w* together trust\\w* warm\\w*`,
)
// Terms of the law and of technology, which say nothing of people.
const terms = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'intellectual property',
    'defendants?|defender for \\w+|microsoft defender',
    '(?:zero|anti|unit|investment|brand|trusts? and estates)[- ]trusts?|trust (?:and|&) safety|trust (?:funds?|law|services?|boundar(?:y|ies)|cent(?:re|er)s?)|trusted|trustees?|anti-?trust|NHS trusts?|trusts and estates',
    '(?:cost|price|time|temperature|light|business|market|commercially|privacy|interest[- ]rate)[- ]sensitiv(?:e|ity)|sensitive (?:data|information|documents?|materials?|records?|personal|cases?|systems?|files?)|sensitivit(?:y|ies)',
    '(?:semi-?)?autonomous (?:driving|vehicles?|cars?|systems?|robots?|drones?|agents?|mobile|trucks?|flight)',
    '[\\p{L}]+-driven',
    'hierarch(?:y|ies|ical|ically)',
    'persistence|persistent|persist(?:s|ed|ing)?',
    'independent (?:variables?|contractors?|auditors?|directors?)|compet(?:e|ing) risks|competitive (?:analys[ei]s|pay|salary|bidding|tenders?|intelligence)',
    'dominant frequency|warm (?:leads?|start|standby|up|handovers?)',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
)
const oneSided = 4

/** One finding a role, where the words of one side outnumber those of the other by four and more. */
export function genderCoded({passages, spot, isEnglish}: Subject): Finding[] {
  if (!isEnglish) return []
  const text = passages.map(({text}) => text.replace(terms, '□')).join('\n')
  const sides = [
    {name: 'masculine', words: distinct(text, masculine)},
    {name: 'feminine', words: distinct(text, feminine)},
  ].sort((one, other) => other.words.length - one.words.length)
  const [more, less] = sides
  if (!more || !less || more.words.length - less.words.length < oneSided) return []
  const message = `The words lean to a ${more.name} stereotype: ${more.words.join(', ')} (${more.words.length} such words against ${less.words.length}). Replace some of them with what the work asks for.`
  return [finding('gender-coded', spot([]), message)]
}

function stems(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${list.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
}

// The first form of each word. "Collaborate" and "collaborative" are one word, said twice.
const distinct = (text: string, words: RegExp): string[] => {
  const forms = [...text.matchAll(words)].map(([word]) => word.toLowerCase())
  return [...new Map(forms.reverse().map((word) => [stemOf(word), word])).values()].reverse()
}

const stemOf = (word: string): string =>
  word.replace('-', '').slice(0, word.startsWith('inter') || word.startsWith('self-') ? 9 : 5)
