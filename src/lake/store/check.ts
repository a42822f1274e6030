import {DatabaseSync} from 'node:sqlite'
import {type ChangeRow, checksumOfChange, checksumOfTransaction, type TransactionRow} from './checksum.ts'
import {applicationId, makeTables, storeVersion} from './schema.ts'

/** The store cannot be opened. Its files were not touched. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** The store is whole, and of a version that this program does not know. */
export class NewerStoreError extends StoreError {}

/** A file of this size is read whole, every index compared with its table, in less than a second. */
const smallEnough = 64 * 1024 * 1024

/**
 * Reads a store without writing a byte of it, and throws `StoreError` unless all that is current is as it was written.
 * Gives its version.
 */
export function checkStore(path: string): number {
  const db = new DatabaseSync(path, {readOnly: true})
  try {
    const size = Number(one(db, 'PRAGMA page_count')) * Number(one(db, 'PRAGMA page_size'))
    if (one(db, 'PRAGMA application_id') !== applicationId) throw damage('it is no store of a lake')
    const version = Number(one(db, 'PRAGMA user_version'))
    if (version > storeVersion)
      throw new NewerStoreError(`it is of version ${version}, and this program knows ${storeVersion} at most`)
    if (version < 1 || tablesOf(db) !== tablesOf(asItShouldBe(version)))
      throw damage('its tables are not as they were made')
    const found = one(db, size <= smallEnough ? 'PRAGMA integrity_check(1)' : 'PRAGMA quick_check(1)')
    if (found !== 'ok')
      throw damage(
        String(found)
          .replace(/\*\*\* in database main \*\*\*/, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    checkRows(db)
    return version
  } finally {
    db.close()
  }
}

// By name: a file that was made compact has them in another order.
const tablesOf = (db: DatabaseSync): unknown =>
  one(db, "SELECT group_concat(name || coalesce(sql, ''), ';' ORDER BY name) FROM sqlite_schema")

function asItShouldBe(version: number): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  makeTables(db, version)
  return db
}

const damage = (what: string): StoreError => new StoreError(what)

const one = (db: DatabaseSync, sql: string): unknown => Object.values(db.prepare(sql).get() ?? {})[0]

function checkRows(db: DatabaseSync): void {
  for (const row of db.prepare('SELECT * FROM transactions').iterate()) {
    const transaction = row as unknown as TransactionRow
    if (checksumOfTransaction(transaction) !== transaction.checksum) {
      throw damage(`transaction ${transaction.seq} is not as it was written`)
    }
  }
  const known = new Map(
    db
      .prepare('SELECT id, change FROM documents')
      .all()
      .map(({id, change}) => [String(id), Number(change)]),
  )
  const latest = `SELECT changes.* FROM changes JOIN (SELECT max(change) AS last FROM changes GROUP BY document)
    ON change = last`
  for (const row of db.prepare(latest).iterate()) {
    const change = row as unknown as ChangeRow
    const listed = known.get(change.document)
    if (checksumOfChange(change) !== change.checksum || listed !== (change.body === null ? undefined : change.change)) {
      throw damage(`the document "${change.document}" is not as it was written`)
    }
    known.delete(change.document)
  }
  const [lost] = known.keys()
  if (lost !== undefined) throw damage(`nothing is left of the document "${lost}"`)
}
