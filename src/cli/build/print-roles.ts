import {join} from 'node:path'
import type {BuildCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {ContentError} from '../failures.ts'
import type {Progress} from '../progress.ts'
import type {BuildContent} from './content.ts'
import type {BuildFolder} from './folder.ts'
import {isIntact} from './intact.ts'
import {openJournal} from './journal.ts'
import {pathOfRole, rolesPathFault} from './names.ts'
import {planOf, sameAs} from './plan.ts'
import {printAll} from './print-all.ts'
import {type PrintedRole, type Result, siteRoleFrom} from './printed-role.ts'
import {printersFor} from './printers.ts'
import {program} from './program.ts'
import {relink} from './relink.ts'
import {type Outcomes, type Settled, settle} from './settle.ts'

/** Prints what has changed since the earlier build into the staging folder. */
export async function printRoles(
  folder: BuildFolder,
  {catalog, settings, roles: source}: BuildContent,
  {keepsStale}: BuildCommand,
  progress: Progress,
): Promise<Settled> {
  const {out, staging, earlier, interrupted} = folder
  assertRolesPath(settings?.rolesPath ?? '/roles')
  const isDoubtful = interrupted !== null
  const plan = planOf(catalog, earlier, {out, settings, program, isDoubtful})

  const journal = openJournal(staging, {program, files: [], documents: catalog}, plan.wanted, (tried) =>
    sameAs(tried, catalog, program),
  )
  const done = new Set(journal.done.map(({entry}) => entry.id))
  const left = plan.wanted.filter(({id}) => !done.has(id))
  const before = earlier?.roles ?? new Map()
  // An earlier page stays where pages are now, and only if it is there.
  const mayStay = (role: PrintedRole) =>
    keepsStale &&
    pathOfRole(settings, role.entry.slug, role.entry.language) === role.entry.path &&
    isIntact(join(out, role.entry.path), role, false)
  const outcomes: Outcomes = {written: [...journal.done], same: [], bad: new Map()}

  const isHere = typeof source !== 'function'
  const printers = printersFor(left.length, {out, staging, isDoubtful, documents: isHere ? source : null})
  let count = done.size
  try {
    await printAll(left, isHere ? null : source, printers, (results) => {
      journal.add(results)
      for (const result of results) note(result, outcomes)
      count += results.length
      progress(
        `${count.toLocaleString('en')} of ${counted(plan.wanted.length, 'role')} read`,
        count / plan.wanted.length,
      )
    })
    return await relink(settle(plan, outcomes, before, mayStay), before, async (roles) => {
      const again: Result[] = []
      await printAll(roles, isHere ? null : source, printers, (results) => {
        journal.add(results)
        again.push(...results)
      })
      return again
    })
  } finally {
    await printers.close()
  }
}

function note(result: Result, {written, same, bad}: Outcomes): void {
  if (result.kind === 'bad') bad.set(result.id, {title: result.title, problems: result.problems})
  if (result.kind !== 'printed') return
  const roles = result.isWritten ? written : same
  roles.push(siteRoleFrom(result.line))
}

function assertRolesPath(path: string): void {
  const fault = rolesPathFault(path)
  if (fault !== null) throw new ContentError(`The path of the roles in the site settings ("${path}") ${fault}`)
}
