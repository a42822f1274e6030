import {levels as labels} from '../../src/model/vocabulary.ts'
import {labelOf} from '../choices.ts'
import {years} from '../years.ts'

/** The years of one level, as far as they are known. */
export type LevelYears = {level?: unknown; minYears?: unknown; maxYears?: unknown}

/** A range runs forwards. */
export function yearRangeProblem(level: LevelYears | null | undefined): string | true {
  const {minYears: from, maxYears: to} = level ?? {}
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return true
  return `The range runs backwards, from ${from} to ${years(to)}. Should the two change places?`
}

/** The ranges of different levels do not overlap. They may touch: 1–3 and 3–6. */
export function yearRangesProblem(levels: (LevelYears | null)[] | null | undefined): string | true {
  if (!Array.isArray(levels)) return true
  const ranges = levels.flatMap(rangeOf).sort((one, other) => one.from - other.from)
  for (const [index, later] of ranges.entries())
    for (const earlier of ranges.slice(0, index))
      if (earlier.name !== later.name && later.from < earlier.to && earlier.from < later.to)
        return earlier.to === Number.POSITIVE_INFINITY
          ? `${later.name} starts at ${years(later.from)} but ${earlier.name} has no end.`
          : `${later.name} starts at ${years(later.from)} but ${earlier.name} runs to ${earlier.to}.`
  return true
}

// A range that is not finished, or that has a problem of its own, says nothing about the others.
function rangeOf(entry: LevelYears | null): {name: string; from: number; to: number}[] {
  const name = labelOf(labels, entry?.level)
  const from = entry?.minYears
  const to = entry?.maxYears ?? Number.POSITIVE_INFINITY
  if (name === undefined || typeof from !== 'number' || typeof to !== 'number' || to < from) return []
  return [{name, from, to}]
}
