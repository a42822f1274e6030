import {type Prose, prose, proseText} from '../../page/prose.ts'
import {withoutBullet} from '../../text/line.ts'
import type {Finding} from '../finding.ts'
import {fieldTitles} from '../place.ts'
import {finding, type Subject} from '../subject.ts'

const most = {bullets: 10, words: 400, characters: 3000, lines: 12}
const longestHeading = 60
const fewestHeadings = 2
const fewestShortLines = 3
// What the parts of a job description are called, in the languages of our phrases.
const heading =
  /^(?:(?:key )?(?:responsibilities|duties|requirements|qualifications|benefits)|about (?:us|the (?:role|job|company|team))|what (?:you(?:[’']ll| will) (?:do|bring|need)|we offer)|who you are|your (?:profile|tasks)|must[- ]haves?|nice[- ]to[- ]haves?|(?:deine|ihre|die|unsere)? ?(?:aufgaben|anforderungen|profil|benefits)|(?:dein|ihr) profil|(?:das )?(?:wir bieten|bieten wir)(?: dir| ihnen)?|über uns|das bringst du mit)\b/i

/** A summary that holds what has fields of its own: somebody pasted the whole text into the first one. */
export function wholeAdvert({role, spot}: Subject): Finding[] {
  const blocks = prose(role.summary)
  const texts = proseText(blocks)
  if (![bulletsIn, headingsIn, lengthOf].some((isMuch) => isMuch(blocks, texts))) return []
  const message =
    'This looks like a whole job description. Keep the few sentences that sum the role up, and move responsibilities, skills and questions to their own fields.'
  return [finding('whole-advert', spot(['summary'], fieldTitles.summary), message)]
}

type IsMuch = (blocks: Prose, texts: readonly string[]) => boolean

const linesOf = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split('\n'))

const bulletsIn: IsMuch = (blocks, texts) =>
  blocks.filter(({listItem}) => listItem !== undefined).length +
    linesOf(texts).filter((line) => withoutBullet(line) !== line).length >
  most.bullets

const headingsIn: IsMuch = (blocks, texts) => {
  const isShort = (at: number) =>
    blocks[at]?.listItem === undefined && /^[^\n]*[^\n.!?…]$/.test(texts[at] ?? '') && sizeAt(at) <= longestHeading
  const sizeAt = (at: number) => texts[at]?.length ?? 0
  const short = texts.slice(0, -1).flatMap((_, at) => (isShort(at) ? [at] : []))
  const aboveLists = short.filter((at) => blocks[at + 1]?.listItem !== undefined)
  const named = linesOf(texts).filter((line) => line.length <= longestHeading && heading.test(line))
  return short.length >= fewestShortLines || aboveLists.length >= fewestHeadings || named.length >= fewestHeadings
}

const lengthOf: IsMuch = (_blocks, texts) => {
  const text = texts.join(' ')
  return linesOf(texts).length > most.lines || text.length > most.characters || text.split(/\s+/).length > most.words
}
