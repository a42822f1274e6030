import {mergeCauses} from './cause.ts'
import type {FollowedLines} from './follow-lines.ts'
import {markWords} from './mark-words.ts'
import {everywhere, type PrintedLine} from './printed-lines.ts'
import {isRising, longestRise} from './rising.ts'
import type {Cause, ComparedRow, Print} from './role-diff.ts'

/** A line before and after; one of them is missing where it was added or removed. */
interface Pair {
  before: PrintedLine | null
  after: PrintedLine | null
  origin: number | null
  causes: Cause[]
}

/** The first and the last lines of a section side by side, in reading order. */
export function sectionRows(lines: FollowedLines): ComparedRow[] {
  lines.reconcile()
  const pairs = inReadingOrder(lines)
  const stayed = longestRise(pairs.flatMap(({after, origin}) => (after && origin !== null ? [origin] : [])))
  const shuffled = everywhere.filter((place) => !isRising(originsIn(pairs, place)))
  return pairs.flatMap((pair) => {
    const hasMoved = pair.origin !== null && !stayed.has(pair.origin)
    const causes = hasMoved && lines.reorderedBy ? [...pair.causes, lines.reorderedBy] : pair.causes
    return rowsOf({...pair, causes}, hasMoved ? shuffled : [])
  })
}

/** Lines as they stand now, and each removed one after the line it stood behind. */
function inReadingOrder(lines: FollowedLines): Pair[] {
  const removed = new Set(lines.removed())
  const pairs: Pair[] = []
  const takeRemoved = (from: number): void => {
    for (let index = from; removed.delete(index); index++) {
      const cause = lines.removedBy.get(index)
      pairs.push({before: lines.first[index] ?? null, after: null, origin: index, causes: cause ? [cause] : []})
    }
  }
  takeRemoved(0)
  for (const {line, origin, causes} of lines.now) {
    pairs.push({before: origin === null ? null : (lines.first[origin] ?? null), after: line, origin, causes})
    if (origin !== null) takeRemoved(origin + 1)
  }
  return pairs
}

const isIn = (line: PrintedLine | null, place: Print): line is PrintedLine => line?.prints.includes(place) ?? false

const originsIn = (pairs: Pair[], place: Print): number[] =>
  pairs.flatMap(({before, after, origin}) =>
    origin !== null && isIn(before, place) && isIn(after, place) ? [origin] : [],
  )

/** What one pair of lines means for the page and for the job description: once, if it is the same. */
function rowsOf(pair: Pair, moved: readonly Print[]): ComparedRow[] {
  const rows: ComparedRow[] = []
  for (const place of everywhere) {
    const before = isIn(pair.before, place) ? pair.before : null
    const after = isIn(pair.after, place) ? pair.after : null
    const line = after ?? before
    if (!line) continue
    const hasMoved = before !== null && after !== null && moved.includes(place)
    const kind = kindOf(before, after, hasMoved)
    const same = rows.find((row) => row.kind === kind && row.hasMoved === hasMoved)
    if (same) same.prints.push(place)
    else rows.push({...toRow(kind, line, before, after, pair.causes), hasMoved, prints: [place]})
  }
  return rows
}

function kindOf(before: PrintedLine | null, after: PrintedLine | null, hasMoved: boolean): ComparedRow['kind'] {
  if (!before || !after) return after ? 'added' : 'removed'
  if (before.exact !== after.exact) return 'changed'
  return hasMoved ? 'moved' : 'same'
}

function toRow(
  kind: ComparedRow['kind'],
  {part}: PrintedLine,
  before: PrintedLine | null,
  after: PrintedLine | null,
  causes: readonly Cause[],
): Omit<ComparedRow, 'hasMoved' | 'prints'> {
  const [cause = null, ...furtherCauses] = mergeCauses(causesFor(kind, causes))
  const words = kind === 'changed' && before && after ? markWords(before.text, after.text) : null
  return {kind, part, before: before?.text ?? null, after: after?.text ?? null, words, cause, furtherCauses}
}

function causesFor(kind: ComparedRow['kind'], causes: readonly Cause[]): readonly Cause[] {
  if (kind === 'same') return []
  return kind === 'added' ? causes.slice(0, 1) : causes
}

/** The rows of a section in which nothing changes. */
export const sameRows = (lines: readonly PrintedLine[]): ComparedRow[] =>
  lines.map(({part, text, prints}) => ({
    ...{kind: 'same', part, before: text, after: text, words: null, hasMoved: false, cause: null, furtherCauses: []},
    prints: [...prints],
  }))
