/** What a transaction did to one document: its JSON before and after, `null` where there was or is none. */
export interface Change {
  documentId: string
  before: string | null
  after: string | null
  /** The mutations that did it, as long as they are remembered. */
  mutations?: readonly object[]
}

/** A transaction as it is kept. `seq` counts from 1; of old ones, some are let go. */
export interface Transaction {
  seq: number
  id: string
  author: string
  timestamp: string
  changes: Change[]
}

/** A change to be written, with the ids the document refers to strongly afterwards. */
export interface NewChange extends Change {
  links: readonly string[]
}

export interface TransactionRange {
  from: number
  to: number
  limit: number
  /** The latest first. */
  isReversed: boolean
}

export interface StoredFile {
  type: string
  bytes: Uint8Array
}
