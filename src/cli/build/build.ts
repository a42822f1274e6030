import {hash} from 'node:crypto'
import {dirname, join} from 'node:path'
import type {Source} from '../../index.ts'
import type {BuildCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {ContentError} from '../failures.ts'
import type {Progress} from '../progress.ts'
import {commit} from './commit.ts'
import type {BuildContent} from './content.ts'
import {type BuildFolder, fileErrorOf, openFolder} from './folder.ts'
import {hindranceOf} from './hindrance.ts'
import {isIntact} from './intact.ts'
import {openJournal} from './journal.ts'
import {localContent} from './local-content.ts'
import {rolesPathFault} from './names.ts'
import {planOf, sameAs} from './plan.ts'
import {printAll} from './print-all.ts'
import {type PrintedRole, type Result, toldOf} from './printed-role.ts'
import {printersFor} from './printers.ts'
import {program} from './program.ts'
import {remoteContent} from './remote-content.ts'
import {reportOf} from './report.ts'
import {type Outcomes, type Settled, settle} from './settle.ts'
import {siteFiles} from './site-files.ts'

/**
 * Builds the site of all published roles: reads what there is, prints what has changed beside the site that stands,
 * and puts it in its place once all is there. `origin` is a path of files, or a lake.
 * Throws `FileError`, `ContentError`, `NdjsonError` or `SourceError`; the site is then as it was.
 */
export async function build(origin: string | Source, command: BuildCommand, progress: Progress) {
  const start = performance.now()
  const folder = openFolder(command.out, command.isForced)
  try {
    const content = await (typeof origin === 'string' ? localContent(origin, folder.earlier) : remoteContent(origin))
    const settled = await printRoles(folder, content, command, progress)
    const hindrance = hindranceOf(command, settled, folder.earlier?.roles.size ?? 0)
    const files = await siteFiles(
      [...settled.roles.values()].map(({entry}) => entry),
      content.settings,
    )
    const manifest = {
      ...{program, documents: content.catalog, roles: settled.roles},
      files: Object.fromEntries(files.map(({name, text}) => [name, hashOf(text)])),
    }
    if (hindrance === null) await commit(folder, {manifest, written: settled.written, files}, command.isForced)
    return reportOf({command, settled, folder, content, hindrance, milliseconds: performance.now() - start})
  } catch (error) {
    throw fileErrorOf(command.out, error)
  } finally {
    folder.close()
  }
}

/** Prints what has changed since the earlier build into the staging folder. */
async function printRoles(
  folder: BuildFolder,
  {catalog, settings, roles: source}: BuildContent,
  {keepsStale}: BuildCommand,
  progress: Progress,
): Promise<Settled> {
  const {out, staging, earlier, interrupted} = folder
  const rolesPath = safeRolesPath(settings?.rolesPath ?? '/roles')
  const isDoubtful = interrupted !== null
  const plan = planOf(catalog, earlier, {out, rolesPath, program, isDoubtful})

  const journal = openJournal(staging, {program, files: {}, documents: catalog}, plan.wanted, (tried) =>
    sameAs(tried, catalog, program),
  )
  const done = new Set(journal.done.map(({entry}) => entry.id))
  const left = plan.wanted.filter(({id}) => !done.has(id))
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
  } finally {
    await printers.close()
  }
  // An earlier page stays where pages are now, and only if it is there.
  const mayStay = (role: PrintedRole) =>
    keepsStale && dirname(role.entry.path) === rolesPath && isIntact(join(out, role.entry.path), role, false)
  return settle(plan, outcomes, earlier?.roles ?? new Map(), mayStay)
}

function note(result: Result, {written, same, bad}: Outcomes): void {
  if (result.kind === 'bad') bad.set(result.id, {title: result.title, problems: result.problems})
  if (result.kind !== 'printed') return
  const role: PrintedRole = JSON.parse(result.line)
  const roles = result.isWritten ? written : same
  roles.push({...toldOf(role), line: result.line})
}

function safeRolesPath(path: string): string {
  const fault = rolesPathFault(path)
  if (fault !== null) throw new ContentError(`The path of the roles in the site settings ("${path}") ${fault}`)
  return path
}

const hashOf = (text: string): string => hash('sha1', text, 'base64url')
