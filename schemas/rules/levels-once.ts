import {levels as labels} from '../../src/model/vocabulary.ts'
import {labelOf} from '../choices.ts'

/** Each level has one entry. */
export function levelsOnceProblem(levels: ({level?: unknown} | null)[] | null | undefined): string | true {
  if (!Array.isArray(levels)) return true
  const names = levels.map((entry) => labelOf(labels, entry?.level)).filter((name) => name !== undefined)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  return twice === undefined || `${twice} is there more than once. Put everything about it into one entry.`
}
