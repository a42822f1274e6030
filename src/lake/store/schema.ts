/** Raised when the tables change, so that an older file is not read wrongly. */
export const storeVersion = 1

/** "rlak": what the file is, for whoever finds it. */
export const applicationId = 0x726c616b

/**
 * Every change of every document is kept, and a document is its latest change. Each row that says something carries a
 * checksum, since SQLite itself does not notice a changed letter.
 */
export const tables = `
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
