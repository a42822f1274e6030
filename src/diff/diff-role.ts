import type {RoleDraft} from '../model/role.ts'
import {compareRole, type DiffOptions} from './compare-role.ts'
import {headingPart} from './printed-lines.ts'
import type {Change, ComparedRow, ComparedSection, RoleComparison, RoleDiff, SectionDiff} from './role-diff.ts'

/**
 * What a reader of the page and of the job description will see change from one version of a role to the other: line by
 * line, with the words that differ and the document whose edit it is. A version is `null` where the role is not there:
 * not published yet, or deleted. What prints the same is no change, whatever was edited.
 */
export const diffRole = (before: RoleDraft | null, after: RoleDraft | null, options: DiffOptions = {}): RoleDiff =>
  changesIn(compareRole(before, after, options))

/** What `diffRole` tells, for whoever has both versions side by side already. */
export const changesIn = ({sections}: RoleComparison): RoleDiff => ({
  sections: sections.flatMap((section) => byPrints(section, told(section))),
})

/** A change, and where it is printed. */
interface ToldRow extends ComparedRow {
  kind: Change['kind']
}

function told({name, rows}: ComparedSection): ToldRow[] {
  const changed = rows.filter(isTold)
  // The head says some lines twice, once for search results. One change is told once.
  return name !== 'head'
    ? changed
    : changed.filter(
        (row, index) => changed.findIndex((each) => each.before === row.before && each.after === row.after) === index,
      )
}

const isTold = (row: ComparedRow): row is ToldRow =>
  // A heading comes and goes with its section.
  row.kind !== 'same' && (row.part !== headingPart || row.kind === 'changed' || row.kind === 'moved')

/** What is printed in both places first, then what is in one alone. */
function byPrints({name, heading}: ComparedSection, rows: readonly ToldRow[]): SectionDiff[] {
  return ([['page', 'jobDescription'], ['page'], ['jobDescription']] as const).flatMap((prints) => {
    const changes = rows.filter((row) => row.prints.join() === prints.join()).map(toChange)
    return changes.length > 0 ? [{name, heading, prints: [...prints], changes}] : []
  })
}

const toChange = ({kind, before, after, words, hasMoved, cause, furtherCauses}: ToldRow): Change => ({
  ...{kind, before, after, words, hasMoved, cause, furtherCauses},
})
