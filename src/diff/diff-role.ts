import {diffArrays} from 'diff'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {roleCause} from './cause.ts'
import {FollowedLines} from './follow-lines.ts'
import {type PrintedLine, type PrintedRole, printedLines, printSame} from './printed-lines.ts'
import type {Cause, RoleDiff, SectionDiff} from './role-diff.ts'
import {type PrintedChange, sectionChanges} from './section-changes.ts'
import {steps} from './steps.ts'

export interface DiffOptions {
  /** Phrases of your own, instead of those of the role's language. */
  words?: Words | undefined
}

/**
 * What a reader of the page and of the job description will see change from one version of a role to the other: line by
 * line, with the words that differ and the document whose edit it is. A version is `null` where the role is not there:
 * not published yet, or deleted. What prints the same is no change, whatever was edited.
 */
export function diffRole(before: RoleDraft | null, after: RoleDraft | null, options: DiffOptions = {}): RoleDiff {
  const first = before ? printedLines(before, options.words) : nothing
  const last = after ? printedLines(after, options.words) : nothing
  const names = diffArrays([...first.keys()], [...last.keys()]).flatMap(({value}) => value)
  const followed = new Map(
    names
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
    sections: [...followed].flatMap(([name, lines]) =>
      byPrints(name, (last.get(name) ?? first.get(name))?.heading ?? '', told(name, sectionChanges(lines))),
    ),
  }
}

const nothing: PrintedRole = new Map()

const linesOf = (printed: PrintedRole, name: SectionDiff['name']): PrintedLine[] => printed.get(name)?.lines ?? []

/** The head says some lines twice, once for search results. One change is told once. */
const told = (name: SectionDiff['name'], found: PrintedChange[]): PrintedChange[] =>
  name !== 'head'
    ? found
    : found.filter(
        ({change}, index) =>
          found.findIndex((each) => each.change.before === change.before && each.change.after === change.after) ===
          index,
      )

/** What is printed in both places first, then what is in one alone. */
function byPrints(name: SectionDiff['name'], heading: string, found: readonly PrintedChange[]): SectionDiff[] {
  return ([['page', 'jobDescription'], ['page'], ['jobDescription']] as const).flatMap((prints) => {
    const changes = found.filter((each) => each.prints.join() === prints.join()).map(({change}) => change)
    return changes.length > 0 ? [{name, heading, prints: [...prints], changes}] : []
  })
}
