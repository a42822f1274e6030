import type {BuildCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {exitCodes} from '../failures.ts'
import {printable, printableLine} from '../printable.ts'
import type {BuildFolder} from './folder.ts'
import type {BadRole, Settled} from './settle.ts'

export interface Built {
  command: BuildCommand
  settled: Settled
  folder: Pick<BuildFolder, 'earlier'>
  /** Whether the site is the new one now. */
  isWritten: boolean
  milliseconds: number
}

/** What a build says at its end, for people or for a program. */
export function reportOf(built: Built) {
  const {command, settled} = built
  const isShort = settled.roles.size < command.fewest
  const exitCode = settled.bad.length > 0 || isShort ? exitCodes.content : exitCodes.ok
  const notices = [...badLines(settled.bad), ...notes(built)]
  return {
    stdout: command.json ? printable(`${JSON.stringify(asData(built), null, 2)}\n`) : `${summary(built)}\n`,
    stderr: notices.map((line) => `${line}\n`).join(''),
    exitCode,
  }
}

function counts({settled, folder: {earlier}, isWritten}: Built) {
  const {roles, written, bad} = settled
  const kept = bad.filter(({isKept}) => isKept).length
  const removed = [...(earlier?.roles.keys() ?? [])].filter((id) => !roles.has(id)).length
  const good = roles.size - kept
  return {
    ...{built: good, written: isWritten ? written.length : 0, unchanged: good - written.length},
    ...{kept, removed: isWritten ? removed : 0, bad: bad.length},
  }
}

function summary(built: Built): string {
  const {command, isWritten, milliseconds} = built
  const {built: good, written, unchanged, removed} = counts(built)
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  if (!isWritten) return `Nothing was written to ${printableLine(command.out)}: the site there is as it was. (${time})`
  const details = [`${written} written`, `${unchanged} unchanged`, removed > 0 ? `${removed} removed` : '']
  return `Built ${counted(good, 'role')} in ${printableLine(command.out)}: ${details.filter(Boolean).join(', ')}. (${time})`
}

function notes({command, settled: {roles, bad}}: Built): string[] {
  const isShort = roles.size < command.fewest
  return [
    ...(roles.size === 0 && bad.length === 0 ? ['There is no published role, so the list of roles is empty.'] : []),
    ...(isShort ? [`${counted(roles.size, 'role')} can be built, and --require-min asks for ${command.fewest}.`] : []),
  ]
}

/** A line for each reason, by id. */
function badLines(bad: readonly BadRole[]): string[] {
  if (bad.length === 0) return []
  const kept = bad.filter(({isKept}) => isKept).length
  const earlier = kept > 0 ? ` ${counted(kept, 'earlier page')} of these stayed; --stale drop takes them away.` : ''
  return [
    `${counted(bad.length, 'role')} could not be built:`,
    ...bad.flatMap(({id, problems}) =>
      problems.map(({documentId, path, reason}) => {
        const where = documentId === id ? '' : ` (document ${documentId})`
        return `  ${printableLine(`${id}: ${path}${where} ${reason}`)}`
      }),
    ),
    `Mend and publish them, then build again.${earlier}`,
  ]
}

const asData = (built: Built) => ({
  out: built.command.out,
  isWritten: built.isWritten,
  roles: counts(built),
  bad: built.settled.bad.map(({id, isKept, problems}) => ({id, isKept, problems})),
  milliseconds: Math.round(built.milliseconds),
})
