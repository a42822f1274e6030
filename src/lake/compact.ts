import {statSync} from 'node:fs'
import {join} from 'node:path'
import {StoreError} from './store/check.ts'
import {lockFolder} from './store/lock.ts'
import {hasDatabase, openDatabase} from './store/open.ts'
import {Store} from './store/store.ts'

const all = -1

export interface Compacted {
  /** How many old changes of documents were let go. */
  changes: number
  /** Bytes of the store before and after. */
  before: number
  after: number
}

/**
 * Lets go of old versions of documents (of drafts after 30 days, of what was published after a year) and gives their space
 * back to the disk. Throws `StoreError` where there is no lake, or one runs.
 */
export function compactLake(dataDir: string): Compacted {
  if (!hasDatabase(dataDir)) throw new StoreError(`There is no lake in ${dataDir}.`)
  const release = lockFolder(dataDir)
  try {
    const before = sizeOf(dataDir)
    const store = new Store(openDatabase(dataDir))
    try {
      const changes = store.letGo(all)
      store.compact()
      return {changes, before, after: sizeOf(dataDir)}
    } finally {
      store.close()
    }
  } finally {
    release()
  }
}

const sizeOf = (dataDir: string): number =>
  ['lake.db', 'lake.db-wal']
    .map((name) => statSync(join(dataDir, name), {throwIfNoEntry: false})?.size ?? 0)
    .reduce((sum, size) => sum + size)
