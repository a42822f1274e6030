import {readFileSync, rmSync} from 'node:fs'
import {writeWhole} from '../write-file.ts'
import type {BuildFolder} from './folder.ts'
import {isInside, type Manifest} from './manifest.ts'
import type {Entry} from './pages/entry.ts'
import {roleFiles} from './printed-role.ts'

/** The files of a role, relative to the folder: `roles/nurse/index.html`. */
export const filesOfRole = ({path}: Pick<Entry, 'path'>): string[] =>
  roleFiles.map((name) => `${path.slice(1)}/${name}`)

/** Every file a manifest knows of. */
export const filesOf = ({roles, files}: Manifest): Set<string> =>
  new Set([...[...roles.values()].flatMap(({entry}) => filesOfRole(entry)), ...files])

/** Every file that a build has written here or was about to write, however often it was interrupted. */
export function ownFiles({earlier, interrupted, leftoversPath}: BuildFolder): Set<string> {
  const manifests = [earlier, interrupted].filter((manifest) => manifest !== null)
  return new Set([...manifests.flatMap((manifest) => [...filesOf(manifest)]), ...readLeftovers(leftoversPath)])
}

/** Before the manifest of an interrupted build is written over, what it was about to write is kept in mind. */
export async function noteLeftovers({interrupted, leftoversPath}: BuildFolder): Promise<void> {
  if (interrupted === null) return
  const names = new Set([...readLeftovers(leftoversPath), ...filesOf(interrupted)])
  await writeWhole(leftoversPath, JSON.stringify([...names]))
}

export const forgetLeftovers = ({leftoversPath}: BuildFolder): void => rmSync(leftoversPath, {force: true})

function readLeftovers(path: string): string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && isInside(name)) : []
  } catch {
    return []
  }
}
