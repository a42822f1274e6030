import {diffArrays} from 'diff'
import type {Line} from './block-lines.ts'
import {overlap, wordsIn} from './similar.ts'

const alike = 0.5
// Beyond these an answer would take longer than it is worth: then a line is old or new, and no more is said.
const mostCompared = 20_000
const maxEditLength = 2_000

/** A line without a partner yet, by its index, and the gap between unchanged lines it stands in. */
interface Single {
  index: number
  gap: number
}

/**
 * For each line after the edit, the index of the line it was before, or `null` for a new one. In this order: lines that
 * stayed, lines of the same slot, the same line elsewhere, a similar one. Where the edit is known to have kept every item
 * in its place, what is left in a gap is paired as it stands, however different the wording.
 */
export function pairLines(before: readonly Line[], after: readonly Line[], isInPlace: boolean): (number | null)[] {
  const partners: (number | null)[] = after.map(() => null)
  let {left, right} = unpaired(before, after, partners)

  const pair = (from: Single, to: Single): void => {
    partners[to.index] = from.index
    left = left.filter((single) => single !== from)
    right = right.filter((single) => single !== to)
  }
  const pairWhere = (fits: (from: Single, to: Single) => boolean): void => {
    for (const to of right) {
      const from = left.find((candidate) => fits(candidate, to))
      if (from) pair(from, to)
    }
  }
  const was = ({index}: Single): Line => before[index] as Line
  const is = ({index}: Single): Line => after[index] as Line
  const samePart = (from: Single, to: Single): boolean => was(from).part === is(to).part

  pairWhere((from, to) => samePart(from, to) && is(to).slot !== null && was(from).slot === is(to).slot)
  pairWhere((from, to) => was(from).exact === is(to).exact)
  for (const {from, to} of similar(left, right, was, is)) {
    if (left.includes(from) && right.includes(to)) pair(from, to)
  }
  if (isInPlace) pairWhere((from, to) => from.gap === to.gap && samePart(from, to))
  return partners
}

/** Gives lines that stayed their partner, and tells which lines are left. */
function unpaired(before: readonly Line[], after: readonly Line[], partners: (number | null)[]) {
  const left: Single[] = []
  const right: Single[] = []
  const runs = diffArrays(
    before.map(({exact}) => exact),
    after.map(({exact}) => exact),
    {maxEditLength},
  ) ?? [
    {count: before.length, removed: true, added: false},
    {count: after.length, removed: false, added: true},
  ]
  let [from, to, gap] = [0, 0, 0]
  for (const {count, added, removed} of runs) {
    if (!added && !removed) gap++
    for (let each = 0; each < count; each++) {
      if (added) right.push({index: to++, gap})
      else if (removed) left.push({index: from++, gap})
      else partners[to++] = from++
    }
  }
  return {left, right}
}

/** Pairs of similar lines, the most similar first; of equals, those that are nearest. */
function similar(left: Single[], right: Single[], was: (single: Single) => Line, is: (single: Single) => Line) {
  if (left.length * right.length > mostCompared) return []
  const after = right.map((to) => ({to, line: is(to), words: wordsIn(is(to).text)}))
  return left
    .flatMap((from) => {
      const {part, text} = was(from)
      const words = wordsIn(text)
      return after
        .filter(({line}) => line.part === part)
        .map(({to, words: others}) => ({from, to, score: overlap(words, others)}))
    })
    .filter(({score}) => score >= alike)
    .sort((one, other) => other.score - one.score || away(one) - away(other))
}

const away = ({from, to}: {from: Single; to: Single}): number =>
  Math.abs(from.gap - to.gap) || Math.abs(from.index - to.index)
