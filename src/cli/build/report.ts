import type {BuildCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {exitCodes} from '../failures.ts'
import {printable, printableLine} from '../printable.ts'
import type {BuildContent} from './content.ts'
import type {BuildFolder} from './folder.ts'
import {warningsOf} from './hindrance.ts'
import {siteUrlFault} from './names.ts'
import type {Problem} from './printed-role.ts'
import type {Settled} from './settle.ts'

export interface Built {
  command: BuildCommand
  settled: Settled
  folder: Pick<BuildFolder, 'earlier' | 'interrupted'>
  content: Pick<BuildContent, 'settings'>
  /** Why the site is as it was, or `null` where it is the new one now. */
  hindrance: string | null
  milliseconds: number
}

/** What a build says at its end, for people or for a program. */
export function reportOf(built: Built) {
  const {command, settled, hindrance} = built
  const exitCode = settled.bad.length > 0 || hindrance !== null ? exitCodes.content : exitCodes.ok
  const notices = [...badLines(settled), ...warningLines(settled), ...notes(built)]
  return {
    stdout: command.json ? printable(`${JSON.stringify(asData(built), null, 2)}\n`) : `${summary(built)}\n`,
    stderr: notices.map((line) => `${line}\n`).join(''),
    exitCode,
  }
}

function counts({settled, folder: {earlier}, hindrance}: Built) {
  const {roles, written, bad} = settled
  const isWritten = hindrance === null
  const kept = bad.filter(({isKept}) => isKept).length
  const removed = [...(earlier?.roles.keys() ?? [])].filter((id) => !roles.has(id)).length
  const good = roles.size - kept
  return {
    ...{built: good, written: isWritten ? written.length : 0, unchanged: good - written.length},
    ...{kept, removed: isWritten ? removed : 0, bad: bad.length},
  }
}

function summary(built: Built): string {
  const {command, folder, hindrance, milliseconds} = built
  const {built: good, written, unchanged, removed} = counts(built)
  const time = `(${(milliseconds / 1000).toFixed(1)} s)`
  const out = printableLine(command.out)
  if (hindrance !== null) {
    return `Nothing was written to ${out}${folder.earlier && !folder.interrupted ? ': the site there is as it was' : ''}. ${time}`
  }
  const details = [`${written} written`, `${unchanged} unchanged`, removed > 0 ? `${removed} removed` : '']
  return `Built ${counted(good, 'role')} in ${out}: ${details.filter(Boolean).join(', ')}. ${time}`
}

function notes({settled: {roles, bad}, content: {settings}, hindrance}: Built): string[] {
  if (hindrance !== null) return [hindrance]
  if (roles.size === 0 && bad.length === 0) return ['There is no published role, so the list of roles is empty.']
  const fault = siteUrlFault(settings?.siteUrl ?? null)
  if (fault !== null) return [printableLine(fault)]
  return settings?.siteUrl
    ? []
    : ['The site settings hold no siteUrl, so there is no site map, no feed and no canonical address.']
}

function badLines({bad}: Settled): string[] {
  if (bad.length === 0) return []
  const kept = bad.filter(({isKept}) => isKept).length
  const earlier = kept > 0 ? ` ${counted(kept, 'earlier page')} of these stayed; --stale drop takes them away.` : ''
  return [
    `${counted(bad.length, 'role')} could not be built:`,
    ...bad.flatMap(problemLines),
    `Mend and publish them, then build again.${earlier}`,
  ]
}

function warningLines({roles}: Settled): string[] {
  const warned = warningsOf(roles)
  if (warned.length === 0) return []
  const verb = warned.length === 1 ? 'is' : 'are'
  return [`${counted(warned.length, 'role')} ${verb} built, but not whole:`, ...warned.flatMap(problemLines)]
}

/** A line for each reason. */
const problemLines = ({id, title, problems}: {id: string; title: string | null; problems: Problem[]}): string[] =>
  problems.map(({documentId, path, reason}) => {
    const name = title === null ? id : `${id} (“${title}”)`
    const where = documentId === id ? '' : ` (document ${documentId})`
    return `  ${printableLine(`${name}: ${path}${where} ${reason}`)}`
  })

const asData = (built: Built) => ({
  out: built.command.out,
  isWritten: built.hindrance === null,
  ...(built.hindrance !== null && {hindrance: built.hindrance}),
  roles: counts(built),
  bad: built.settled.bad.map(({id, title, isKept, problems}) => ({id, title, isKept, problems})),
  warnings: warningsOf(built.settled.roles),
  milliseconds: Math.round(built.milliseconds),
})
