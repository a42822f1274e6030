import {distance} from 'fastest-levenshtein'
import {wordSet} from './word-set.ts'

// Words that hold a sentence together, in the languages the page speaks. They are in every bullet.
const fillers = /* @__PURE__ */ wordSet(
  `a an the and or of for to in on at by with from as is are be that this these those it its their our your they we you
  into through across including such other all each every any well good strong solid excellent proven ability able
  experience experienced knowledge skills working work hands-on practice proficiency proficient fluency familiar familiarity
  der die das und oder von für zu in im am an mit aus als ist sind ein eine einer eines einen den dem des auf bei
  gute guter sehr kenntnisse erfahrung umgang praxis`,
)
const mostWords = 60

/** The words of a bullet that tell it from others, each once, without their endings. */
export function wordsThatCount(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}+#&]*/gu) ?? []
  const telling = words.filter((word) => !fillers.has(word))
  return [...new Set((telling.length > 0 ? telling : words).slice(0, mostWords).map(stem))]
}

/**
 * How much two bullets have in common, from 0 to 1: the words they share, among all words of both (Dice). Order does not
 * matter, nor does an ending or a slip of the pen. Of a word or two nothing can be said but that they are the same.
 */
export function alikeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0 || numbersIn(one) !== numbersIn(other)) return 0
  const left = new Set(other)
  const rest = one.filter((word) => !left.delete(word))
  let shared = one.length - rest.length
  // The closest words left over can raise the share only so far; most pairs end here.
  if ((2 * (shared + Math.min(rest.length, left.size))) / (one.length + other.length) < 0.5) return 0
  const against = [...left]
  for (const word of rest) {
    const near = [...left].find((candidate) => isSlip(word, candidate))
    if (near === undefined) continue
    left.delete(near)
    shared += 1
  }
  const alike = (2 * shared) / (one.length + other.length)
  if (Math.min(one.length, other.length) < 3 && alike < 1) return 0
  // Two bullets that say the same of opposites are two. Few pairs come so far, and each costs time.
  return alike >= 0.5 && rest.some((word) => against.some((one) => areOpposed(word, one))) ? 0 : alike
}

// A bullet with another number is another bullet.
const numbersIn = (words: readonly string[]): string =>
  words
    .filter((word) => /^\d/.test(word))
    .sort()
    .join(' ')

const isSlip = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length)
  if (shorter < 5 || one[0] !== other[0] || /\d/.test(one + other)) return false
  const allowed = shorter < 8 ? 1 : 2
  const isNear = Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed
  return isNear && !areOpposed(one, other)
}

const opposedPrefixes = [
  ['hyper', 'hypo'],
  ['inter', 'intra'],
  ['in', 'out'],
  ['pre', 'post'],
  ['over', 'under'],
  ['quali', 'quanti'],
  ['up', 'down'],
  ['on', 'off'],
  ['multi', 'single'],
  ['macro', 'micro'],
  ['im', 'ex'],
  ['in', 'ex'],
  ['max', 'min'],
  ['in', 'de'],
  ['for', 'back'],
  ['en', 'de'],
] as const
const opposedWords = [
  ['approve', 'reject'],
  ['inbound', 'outbound'],
  ['accept', 'refuse'],
  ['accept', 'reject'],
  ['buy', 'sell'],
  ['open', 'close'],
  ['create', 'delete'],
  ['hire', 'dismiss'],
  ['internal', 'external'],
  ['payable', 'receivable'],
  ['payabl', 'receivabl'],
  ['before', 'after'],
  ['first', 'last'],
  ['front', 'back'],
  ['frontend', 'backend'],
  ['domestic', 'foreign'],
  ['primary', 'secondary'],
  ['primary', 'tertiary'],
  ['upper', 'lower'],
  ['left', 'right'],
  ['national', 'international'],
  ['increase', 'reduce'],
  ['increase', 'decrease'],
  ['credit', 'debit'],
  ['start', 'stop'],
] as const

/** Whether two words say the opposite: "hypertension" and "hypotension", "approve" and "reject". */
const areOpposed = (one: string, other: string): boolean =>
  opposedWords.some(([left, right]) => isPair(one, other, stem(left), stem(right))) ||
  opposedPrefixes.some(([left, right]) => sharesRest(one, other, left, right) || sharesRest(other, one, left, right))

const isPair = (one: string, other: string, left: string, right: string): boolean =>
  (bare(one) === bare(left) && bare(other) === bare(right)) || (bare(one) === bare(right) && bare(other) === bare(left))

const bare = (word: string): string => word.replace(/e$/, '')

const sharesRest = (one: string, other: string, left: string, right: string): boolean =>
  one.startsWith(left) &&
  other.startsWith(right) &&
  one.length > left.length + 1 &&
  bare(one.slice(left.length)) === bare(other.slice(right.length))

const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/(?<=..)s$/, '')
