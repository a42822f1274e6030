import {accessSync, closeSync, constants, lstatSync, openSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {hindranceOf, systemCode} from '../../disk/hindrance.ts'
import {checkStore, NewerStoreError, StoreError} from './check.ts'
import {applicationId, makeTables, migrate, storeVersion} from './schema.ts'

export const inMemory = ':memory:'
const fileName = 'lake.db'

/**
 * Opens the database of a data folder that is locked for this process. Throws `StoreError` for a file that
 * is damaged or not a lake's, and leaves such a file as it is. Tells where one of an earlier version is kept as it was.
 */
export function openDatabase(dataDir: string, kept: (copy: string) => void = () => {}): DatabaseSync {
  if (dataDir === inMemory) return withTables(new DatabaseSync(inMemory))
  const path = join(dataDir, fileName)
  try {
    const version = isThere(path) ? checkStore(path) : makeFile(path)
    const db = new DatabaseSync(path)
    // The order matters: in exclusive mode the write-ahead log needs no shared memory, and no second process gets in.
    for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL', 'cell_size_check=ON']) {
      db.exec(`PRAGMA ${setting}`)
    }
    // Says now whether it can be written at all.
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    if (version < storeVersion) {
      const copy = keepCopy(db, `${path}.version-${version}`)
      migrate(db, version)
      kept(copy)
    }
    return db
  } catch (cause) {
    throw explained(cause, path)
  }
}

/** Takes back what a first start has made that did not come to its end. */
export function removeDatabase(dataDir: string): void {
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(join(dataDir, fileName + rest), {force: true})
}

export const hasDatabase = (dataDir: string): boolean =>
  dataDir === inMemory || lstatSync(join(dataDir, fileName), {throwIfNoEntry: false}) !== undefined

function withTables(db: DatabaseSync): DatabaseSync {
  db.exec('BEGIN')
  makeTables(db)
  db.exec(`PRAGMA application_id=${applicationId}; PRAGMA user_version=${storeVersion}; COMMIT`)
  return db
}

function isThere(path: string): boolean {
  const found = lstatSync(path, {throwIfNoEntry: false})
  if (!found) return false
  if (!found.isFile()) throw new StoreError('it is a link or no file')
  accessSync(path, constants.R_OK | constants.W_OK)
  return true
}

/** Makes the file for its owner alone, whole or not at all. SQLite gives its log the same mode. */
function makeFile(path: string): number {
  const beginning = beginningOf(path)
  const db = new DatabaseSync(beginning)
  // Now, and not in the file that will be there: where that is cut off, a read-only check cannot mend it.
  db.exec('PRAGMA journal_mode=WAL')
  withTables(db).close()
  renameSync(beginning, path)
  return storeVersion
}

/** The store as it was, beside it: whole, or not there. One that is there already, and not of an earlier try, stays too. */
function keepCopy(db: DatabaseSync, path: string): string {
  const beginning = beginningOf(path)
  db.prepare('VACUUM INTO ?').run(beginning)
  const isOther =
    lstatSync(path, {throwIfNoEntry: false}) !== undefined && !readFileSync(path).equals(readFileSync(beginning))
  const copy = isOther ? `${path}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}` : path
  renameSync(beginning, copy)
  return copy
}

/** An empty file for its owner alone, which takes its own name when it is whole. */
function beginningOf(path: string): string {
  const beginning = `${path}.new`
  for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(beginning + rest, {force: true})
  closeSync(openSync(beginning, 'wx', 0o600))
  return beginning
}

function explained(cause: unknown, path: string): StoreError {
  const reason = systemCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))
  // The data is whole, and what is in its way is not in it.
  const advice = hindranceOf(cause) ?? (systemCode(cause) && 'Check --data and who may write there.')
  if (advice !== null)
    return new StoreError(`${path} cannot be opened (${reason}). Its data is as it was. ${advice}`, {cause})
  if (cause instanceof NewerStoreError)
    return new StoreError(`${path} cannot be opened: ${reason}. Its data is as it was. Use a newer roleprint.`, {cause})
  return new StoreError(
    `${path} cannot be opened: ${reason}. The file was left as it is. Put a backup of it in its place, or load an export into another --data folder.`,
    {cause},
  )
}
