import {randomUUID} from 'node:crypto'
import {renameSync, writeFileSync} from 'node:fs'

/** Writes a file that only its owner can read, whole or not at all. A link in its place is replaced, never followed. */
export function writeOwnFile(path: string, text: string): void {
  const beginning = `${path}.${randomUUID()}`
  writeFileSync(beginning, text, {mode: 0o600, flag: 'wx'})
  renameSync(beginning, path)
}
