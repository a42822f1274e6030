import {closeSync, lstatSync, mkdirSync, openSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {StoreError} from './check.ts'
import {inMemory} from './open.ts'

/**
 * Has a data folder, made where there is none, for this process alone, before anything in it is looked at. The system
 * gives it back when the process ends, however that may be. Gives what gives it back before. Throws `StoreError`.
 */
export function lockFolder(dataDir: string): () => void {
  if (dataDir === inMemory) return () => {}
  const path = join(dataDir, 'lock')
  try {
    mkdirSync(dataDir, {recursive: true, mode: 0o700})
    // Without the slash at its end, which would lead to where the link leads.
    if (lstatSync(resolve(dataDir)).isSymbolicLink())
      throw new StoreError(`${dataDir} is a link. Name the folder itself.`)
    if (lstatSync(path, {throwIfNoEntry: false})?.isFile() === false)
      throw new StoreError(`${path} is a link or no file.`)
    closeSync(openSync(path, 'a', 0o600))
    const lock = new DatabaseSync(path)
    // The lock of a writer: of several that try at once, one has it.
    lock.exec('BEGIN IMMEDIATE')
    return () => lock.close()
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    if (cause instanceof Error && /database is locked/.test(cause.message)) {
      throw new StoreError(
        `${dataDir} is in use. Another lake runs on this data; stop it, or choose another --data folder.`,
      )
    }
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new StoreError(`The data folder ${dataDir} cannot be used (${code}). Check --data and who may write there.`, {
      cause,
    })
  }
}
