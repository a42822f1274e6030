import {appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isIntact} from './intact.ts'
import {type EarlierManifest, type Manifest, manifestOf, manifestParts} from './manifest.ts'
import {waitingName} from './names.ts'
import type {PrintedRole, Result, SiteRole} from './printed-role.ts'
import type {Wanted} from './printer.ts'

/** What waits in the staging folder, noted down as it comes, so that a build that was cut off can go on. */
export interface Journal {
  /** Roles an earlier try has printed, of documents that have not changed since. */
  done: SiteRole[]
  add(results: readonly Result[]): void
}

/** A manifest without roles yet: what roles are printed of from here on. */
export type Beginning = Omit<Manifest, 'roles'>

/** Makes the staging folder ready, with what can be used of an earlier try. `isSame` tells whether a role is still made of the same. */
export function openJournal(
  staging: string,
  beginning: Beginning,
  wanted: readonly Wanted[],
  isSame: (tried: EarlierManifest) => (role: PrintedRole) => boolean,
): Journal {
  const path = join(staging, 'journal.ndjson')
  const done = usable(staging, readTry(path), wanted, isSame)
  if (done.length === 0) rmSync(staging, {recursive: true, force: true})
  mkdirSync(staging, {recursive: true})
  rmSync(path, {recursive: true, force: true})
  const manifest = {...beginning, roles: new Map(done.map((role) => [role.entry.id, role]))}
  writeFileSync(path, [...manifestParts(manifest)].join(''))
  return {
    done,
    add(results) {
      const lines = results.flatMap((result) =>
        result.kind === 'printed' && result.isWritten ? `${result.line}\n` : [],
      )
      if (lines.length > 0) appendFileSync(path, lines.join(''))
    },
  }
}

/** What the last try noted down. Its last line may have been cut off. */
function readTry(path: string): EarlierManifest | null {
  try {
    const text = readFileSync(path, 'utf8')
    return manifestOf(text.slice(0, text.lastIndexOf('\n') + 1))
  } catch {
    return null
  }
}

function usable(
  staging: string,
  tried: EarlierManifest | null,
  wanted: readonly Wanted[],
  isSame: (tried: EarlierManifest) => (role: PrintedRole) => boolean,
): SiteRole[] {
  if (tried === null) return []
  const isUsable = isSame(tried)
  return wanted.flatMap(({id, path}) => {
    const role = tried.roles.get(id)
    const isDone =
      role && role.entry.path === path && isUsable(role) && isIntact(join(staging, waitingName(role.entry)), role, true)
    return isDone ? role : []
  })
}
