import type {DatabaseSync} from 'node:sqlite'

/** "rlak": what the file is, for whoever finds it. */
export const applicationId = 0x726c616b

/**
 * The tables of version 1. Never changed: what came after is a step of `steps`.
 *
 * Every change of every document is kept for a time, and a document is its latest change. Each row that says something carries a
 * checksum, since SQLite itself does not notice a changed letter.
 */
const tables = `
  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE changes (
    change INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    document TEXT NOT NULL,
    previous INTEGER NOT NULL,  -- the change before this one of the same document, or 0
    body TEXT,                  -- the document as JSON; nothing where it was deleted
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX changes_of_document ON changes (document, change);
  CREATE INDEX changes_of_transaction ON changes (seq);
  CREATE TABLE documents (
    place INTEGER PRIMARY KEY,  -- documents are listed in the order they first came
    id TEXT NOT NULL UNIQUE,
    change INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE links (          -- strong references, which keep their target from being deleted
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (target, source)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX links_of_source ON links (source);
  CREATE TABLE files (name TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

/** What makes each version of the one before it, from 2 on: each is carried out once on every store there is. */
const steps: readonly string[] = [
  // Old changes are found by their time, to be let go.
  'CREATE INDEX transactions_by_time ON transactions (at)',
]

/** The version that this program writes. It reads all before it. */
export const storeVersion = 1 + steps.length

/** Makes the tables of a version, in an empty database. */
export const makeTables = (db: DatabaseSync, version = storeVersion): void => {
  db.exec(tables)
  for (const step of steps.slice(0, version - 1)) db.exec(step)
}

/** Brings the tables of a version up to the newest, whole or not at all. */
export function migrate(db: DatabaseSync, version: number): void {
  db.exec('BEGIN IMMEDIATE')
  for (const step of steps.slice(version - 1)) db.exec(step)
  db.exec(`PRAGMA user_version=${storeVersion}`)
  db.exec('COMMIT')
}
