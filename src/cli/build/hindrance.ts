import type {BuildCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {printableLine} from '../printable.ts'
import {siteUrlFault} from './names.ts'
import type {Settled} from './settle.ts'

/** Why a site is not put in its place, or `null` where nothing hinders it. */
export function hindranceOf(
  command: BuildCommand,
  {roles, bad}: Settled,
  {before, siteUrl}: {before: number; siteUrl: string | null},
): string | null {
  const {isStrict, fewest} = command
  const fault = isStrict ? siteUrlFault(siteUrl) : null
  if (fault !== null) return printableLine(`With --strict, all must be right. ${fault}`)
  if (isStrict && (bad.length > 0 || warningsOf(roles).length > 0)) return 'With --strict, all roles must be whole.'
  if (roles.size < (fewest ?? 0)) {
    return `${counted(roles.size, 'role')} can be built, and --require-min asks for ${fewest}.`
  }
  return fewest === null && before > 0 && roles.size === 0
    ? `No role can be built, and the site there has ${before}. If it is to be emptied, add --require-min 0.`
    : null
}

/** What is missing on pages that are built all the same. */
export const warningsOf = (roles: Settled['roles']) =>
  [...roles.values()].flatMap(({entry, warnings = []}) =>
    warnings.length > 0 ? [{id: entry.id, title: entry.title, problems: warnings}] : [],
  )
