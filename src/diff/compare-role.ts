import {diffArrays} from 'diff'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {roleCause} from './cause.ts'
import {FollowedLines} from './follow-lines.ts'
import {type PrintedLine, type PrintedRole, printedLines, printSame} from './printed-lines.ts'
import type {Cause, RoleComparison, SectionDiff} from './role-diff.ts'
import {sameRows, sectionRows} from './section-rows.ts'
import {steps} from './steps.ts'

export interface DiffOptions {
  /** Phrases of your own, instead of those of the role's language. */
  words?: Words | undefined
}

/**
 * Both versions of a role with every line, changed or not, each with the line it was before: what `diffRole` tells of is
 * in here, and all that stays as well. A version is `null` where the role is not there.
 */
export function compareRole(
  before: RoleDraft | null,
  after: RoleDraft | null,
  options: DiffOptions = {},
): RoleComparison {
  const first = before ? printedLines(before, options.words) : nothing
  const last = after ? printedLines(after, options.words) : nothing
  const names = diffArrays([...first.keys()], [...last.keys()]).flatMap(({value}) => value)
  const followed = new Map(
    // A name that has moved is there twice.
    [...new Set(names)]
      .filter((name) => !printSame(linesOf(first, name), linesOf(last, name)))
      .map((name) => [name, new FollowedLines(linesOf(first, name))]),
  )
  const follow = (printed: PrintedRole, cause: Cause, isInPlace: boolean): void => {
    for (const [name, lines] of followed) lines.follow(linesOf(printed, name), cause, isInPlace)
  }
  if (before && after && followed.size > 0) {
    for (const {role, cause, isInPlace} of steps(before, after)) {
      follow(printedLines(role, options.words, followed), cause, isInPlace)
    }
  }
  const role = after ?? before
  if (role) follow(last, roleCause(role), true)

  return {
    sections: [...new Set(names)].map((name) => {
      const lines = followed.get(name)
      const rows = lines ? sectionRows(lines) : sameRows(linesOf(last, name))
      const heading = (last.get(name) ?? first.get(name))?.heading ?? ''
      return {name, heading, hasChanged: rows.some(({kind}) => kind !== 'same'), rows}
    }),
  }
}

const nothing: PrintedRole = new Map()

const linesOf = (printed: PrintedRole, name: SectionDiff['name']): PrintedLine[] => printed.get(name)?.lines ?? []
