import {pairLines} from './pair-lines.ts'
import {isSameLine, type PrintedLine, printSame} from './printed-lines.ts'
import {isRising} from './rising.ts'
import type {Cause} from './role-diff.ts'

/** A line on its way: where it began, and which edits have changed it since. */
interface Tracked {
  line: PrintedLine
  /** Its index among the first lines; `null` for one that came later. */
  origin: number | null
  causes: Cause[]
}

/** The lines of one section, from a first version through several edits to the last. */
export class FollowedLines {
  readonly first: readonly PrintedLine[]
  /** The lines as they are now. */
  now: Tracked[]
  /** By index among the first lines: whose edit took the line away. */
  readonly removedBy = new Map<number, Cause>()
  reorderedBy: Cause | null = null

  constructor(first: readonly PrintedLine[]) {
    this.first = first
    this.now = first.map((line, origin) => ({line, origin, causes: []}))
  }

  follow(next: readonly PrintedLine[], cause: Cause, isInPlace: boolean): void {
    const was = this.now
    const lines = was.map(({line}) => line)
    if (printSame(lines, next)) return
    const partners = pairLines(lines, next, isInPlace)
    this.now = next.map((line, index) => {
      const known = was[partners[index] ?? -1]
      if (!known) return {line, origin: null, causes: [cause]}
      return {
        line,
        origin: known.origin,
        causes: isSameLine(known.line, line) ? known.causes : [...known.causes, cause],
      }
    })
    const kept = new Set(partners)
    for (const [index, {origin}] of was.entries())
      if (origin !== null && !kept.has(index)) this.removedBy.set(origin, cause)
    if (!isRising(partners.filter((partner) => partner !== null))) this.reorderedBy = cause
  }

  /**
   * To be called at the end: a line that one edit took away and another brought back has never been gone. If it came back
   * elsewhere, and no edit reordered anything, bringing it back did.
   */
  reconcile(): void {
    for (const tracked of this.now) {
      if (tracked.origin !== null) continue
      const origin = this.removed().find((index) => this.first[index]?.exact === tracked.line.exact)
      if (origin === undefined) continue
      tracked.origin = origin
      this.reorderedBy ??= tracked.causes[0] ?? null
      this.removedBy.delete(origin)
    }
  }

  /** Those of the first lines that are gone, by index. */
  removed(): number[] {
    const kept = new Set(this.now.map(({origin}) => origin))
    return this.first.flatMap((_, index) => (kept.has(index) ? [] : [index]))
  }
}
