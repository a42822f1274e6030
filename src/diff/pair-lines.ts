import {diffArrays} from 'diff'
import type {Line} from './block-lines.ts'
import {overlap, wordsIn} from './similar.ts'

const alike = 0.5
// Beyond these an answer would take longer than it is worth: then a line is old or new, and no more is said.
const mostCompared = 20_000
const maxEditLength = 1_000

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
  if (isInPlace && standAsTheyWere(before, after)) return after.map((_, index) => index)
  const partners: (number | null)[] = after.map(() => null)
  const singles = unpaired(before, after, partners)
  const [left, right] = [new Set(singles.left), new Set(singles.right)]

  const pair = (from: Single, to: Single): void => {
    partners[to.index] = from.index
    left.delete(from)
    right.delete(to)
  }
  /** Pairs the lines of one key in the order they stand in. */
  const pairBy = (keyOf: (line: Line, single: Single) => string | null): void => {
    const candidates = Map.groupBy(left, (from) => keyOf(was(from), from))
    const taken = new Map<string, number>()
    for (const to of [...right]) {
      const key = keyOf(is(to), to)
      if (key === null) continue
      const place = taken.get(key) ?? 0
      const from = candidates.get(key)?.[place]
      if (!from) continue
      taken.set(key, place + 1)
      pair(from, to)
    }
  }
  const was = ({index}: Single): Line => before[index] as Line
  const is = ({index}: Single): Line => after[index] as Line

  pairBy(({part, slot}) => (slot === null ? null : `${part}\n${slot}`))
  pairBy(({exact}) => exact)
  for (const {from, to} of similar([...left], [...right], was, is)) {
    if (left.has(from) && right.has(to)) pair(from, to)
  }
  if (isInPlace) pairBy(({part}, {gap}) => `${gap}\n${part}`)
  return partners
}

/**
 * Whether no line has come or gone, and place by place most are the same: then an equal line elsewhere is another one. It
 * could be that of a list inside an item, which was reordered; there, few places are the same.
 */
function standAsTheyWere(before: readonly Line[], after: readonly Line[]): boolean {
  if (before.length !== after.length) return false
  const same = after.filter(({exact}, index) => exact === before[index]?.exact).length
  const isSamePart = after.every(({part, slot}, index) => part === before[index]?.part && slot === before[index]?.slot)
  return isSamePart && 2 * same >= after.length
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
