import {randomUUID} from 'node:crypto'
import {lstatSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Writes a file that only its owner can read, whole or not at all. A link in its place is replaced, never followed. */
export function writeOwnFile(path: string, text: string): void {
  const beginning = `${path}.${randomUUID()}`
  writeFileSync(beginning, text, {mode: 0o600, flag: 'wx'})
  renameSync(beginning, path)
}

/**
 * Keeps a data folder out of a repository: its token is nobody's business. Whoever has a file of their own there has their
 * reasons.
 */
export function ignoreInRepository(dataDir: string): void {
  const path = join(dataDir, '.gitignore')
  if (lstatSync(path, {throwIfNoEntry: false}) === undefined) writeOwnFile(path, '*\n')
}
