import {closeSync, lstatSync, mkdirSync, openSync, readdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {keptDespite, systemCode} from '../../disk/hindrance.ts'
import {StoreError} from './check.ts'
import {inMemory} from './open.ts'
import {ignoreInRepository} from './own-file.ts'

/** What a lake keeps in its folder, also where its very first start was cut off. */
const ownNames = /^(lock|token|address\.json|lake\.db|lake-until-|\.gitignore)/

/**
 * Has a data folder, made where there is none, for this process alone, before anything in it is looked at. The system
 * gives it back when the process ends, however that may be. Gives what gives it back before. Throws `StoreError`.
 */
export function lockFolder(dataDir: string): () => void {
  if (dataDir === inMemory) return () => {}
  const path = join(dataDir, 'lock')
  try {
    const isNew = mkdirSync(dataDir, {recursive: true, mode: 0o700}) !== undefined
    if (isNew) ignoreInRepository(dataDir)
    // Without the slash at its end, which would lead to where the link leads.
    if (lstatSync(resolve(dataDir)).isSymbolicLink())
      throw new StoreError(`${dataDir} is a link. Name the folder itself.`)
    if (lstatSync(path, {throwIfNoEntry: false})?.isFile() === false)
      throw new StoreError(`${path} is a link or no file.`)
    const foreign = readdirSync(dataDir).find((name) => !ownNames.test(name))
    if (foreign !== undefined && lstatSync(join(dataDir, 'lake.db'), {throwIfNoEntry: false}) === undefined) {
      throw new StoreError(`${dataDir} is no lake, and it is not empty (${foreign}). Choose a new folder.`)
    }
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
    const code = systemCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new StoreError(`${dataDir} cannot be used: it is a file, not a folder.`)
    const advice = keptDespite(cause, 'What is in it is as it was.', 'Check --data and who may write there.')
    throw new StoreError(`The data folder ${dataDir} cannot be used (${code}). ${advice}`, {
      cause,
    })
  }
}
