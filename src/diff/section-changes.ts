import {mergeCauses} from './cause.ts'
import type {FollowedLines} from './follow-lines.ts'
import {markWords} from './mark-words.ts'
import {headingPart, type PrintedLine} from './printed-lines.ts'
import {isRising, longestRise} from './rising.ts'
import type {Cause, Change, Print} from './role-diff.ts'

/** A change and where it is printed. */
export interface PrintedChange {
  change: Change
  prints: Print[]
}

/** A line before and after; one of them is missing where it was added or removed. */
interface Pair {
  before: PrintedLine | null
  after: PrintedLine | null
  origin: number | null
  causes: Cause[]
}

const places: readonly Print[] = ['page', 'jobDescription']

/** What has changed between the first and the last lines of a section, in reading order. */
export function sectionChanges(lines: FollowedLines): PrintedChange[] {
  lines.reconcile()
  const pairs = inReadingOrder(lines)
  const stayed = longestRise(pairs.flatMap(({after, origin}) => (after && origin !== null ? [origin] : [])))
  const shuffled = places.filter((place) => !isRising(originsIn(pairs, place)))
  return pairs.flatMap((pair) => {
    const hasMoved = pair.origin !== null && !stayed.has(pair.origin)
    const causes = hasMoved && lines.reorderedBy ? [...pair.causes, lines.reorderedBy] : pair.causes
    return changesOf({...pair, causes}, hasMoved ? shuffled : [])
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
function changesOf(pair: Pair, moved: readonly Print[]): PrintedChange[] {
  const found: PrintedChange[] = []
  for (const place of places) {
    const before = isIn(pair.before, place) ? pair.before : null
    const after = isIn(pair.after, place) ? pair.after : null
    const hasMoved = before !== null && after !== null && moved.includes(place)
    const kind = kindOf(before, after, hasMoved)
    if (!kind) continue
    const same = found.find(({change}) => change.kind === kind && change.hasMoved === hasMoved)
    if (same) same.prints.push(place)
    else found.push({prints: [place], change: {...toChange(kind, before, after, pair.causes), hasMoved}})
  }
  return found
}

function kindOf(before: PrintedLine | null, after: PrintedLine | null, hasMoved: boolean): Change['kind'] | null {
  if (before && after) return before.exact !== after.exact ? 'changed' : hasMoved ? 'moved' : null
  // A heading comes and goes with its section.
  if ((before ?? after)?.part === headingPart) return null
  return after ? 'added' : before ? 'removed' : null
}

function toChange(
  kind: Change['kind'],
  before: PrintedLine | null,
  after: PrintedLine | null,
  causes: readonly Cause[],
): Omit<Change, 'hasMoved'> {
  const [cause = null, ...furtherCauses] = mergeCauses(kind === 'added' ? causes.slice(0, 1) : causes)
  const words = kind === 'changed' && before && after ? markWords(before.text, after.text) : null
  return {kind, before: before?.text ?? null, after: after?.text ?? null, words, cause, furtherCauses}
}
