import {readFileSync, rmSync} from 'node:fs'
import {writeWhole} from '../write-file.ts'
import type {BuildFolder} from './folder.ts'
import {isInside, type Manifest} from './manifest.ts'
import type {Entry} from './pages/entry.ts'
import {roleFiles} from './printed-role.ts'

/** The files of a role, relative to the folder: `roles/nurse/index.html`. */
export const filesOfRole = ({path}: Pick<Entry, 'path'>): string[] =>
  roleFiles.map((name) => `${path.slice(1)}/${name}`)

/** Every file these manifests know of. */
export function filesOf(...manifests: readonly Manifest[]): Set<string> {
  const names = new Set<string>()
  for (const {roles, files} of manifests) {
    for (const {entry} of roles.values()) for (const name of filesOfRole(entry)) names.add(name)
    for (const name of files) names.add(name)
  }
  return names
}

/** Every file that a build has written here or was about to write, however often it was interrupted. */
export function ownFiles({earlier, interrupted, leftoversPath}: BuildFolder): Set<string> {
  const names = filesOf(...[earlier, interrupted].filter((manifest) => manifest !== null))
  for (const name of readLeftovers(leftoversPath)) names.add(name)
  return names
}

/** Before the manifest of an interrupted build is written over, what it was about to write is kept in mind. */
export async function noteLeftovers({interrupted, leftoversPath}: BuildFolder): Promise<void> {
  if (interrupted === null) return
  const names = new Set([...readLeftovers(leftoversPath), ...filesOf(interrupted)])
  await writeWhole(leftoversPath, JSON.stringify([...names]))
}

export const forgetLeftovers = ({leftoversPath}: BuildFolder): void =>
  rmSync(leftoversPath, {recursive: true, force: true})

function readLeftovers(path: string): string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && isInside(name)) : []
  } catch {
    return []
  }
}
