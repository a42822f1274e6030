import {comparators} from '../../src/model/vocabulary.ts'
import {labelOf} from '../choices.ts'

/** A target is a comparison, and a comparison has two sides. */
export function comparisonProblem(target: {comparator?: unknown; value?: unknown} | null | undefined): string | true {
  const comparator = labelOf(comparators, target?.comparator)
  const value = target?.value
  if (comparator !== undefined && typeof value !== 'number') return `Give the number after “${comparator}”.`
  if (comparator === undefined && typeof value === 'number')
    return `Say how to compare with ${value}: ${Object.values(comparators).join(', ')}.`
  return true
}
