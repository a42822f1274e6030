import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

export interface Lock {
  packages: Record<string, LockedPackage>
}

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  dependencies?: Record<string, string>
}

export const roleprintInLock = 'node_modules/roleprint'

export const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(file, 'utf8'))
export const writeJson = (file: string, value: unknown): void =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/**
 * Makes a copy of an example take `roleprint` from `specifier` (`file:…`, or a version as it is published), in its lock
 * too, so that `npm ci` installs just what is locked.
 */
export function takeRoleprintFrom(folder: string, specifier: string): void {
  const manifestFile = join(folder, 'package.json')
  const manifest = readJson<{dependencies: Record<string, string>}>(manifestFile)
  manifest.dependencies.roleprint = specifier
  writeJson(manifestFile, manifest)
  const lockFile = join(folder, 'package-lock.json')
  const lock = readJson<Lock>(lockFile)
  const {[roleprintInLock]: locked = {}, '': root = {}} = lock.packages
  if (root.dependencies) root.dependencies.roleprint = specifier
  delete locked.integrity
  delete locked.resolved
  if (specifier.startsWith('file:')) locked.resolved = specifier
  writeJson(lockFile, lock)
}
