import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {failed} from '../failure.ts'
import {assetPathOf, dropFile, withAddress} from './asset-address.ts'
import {type ChangeRow, checksumOfChange, checksumOfTransaction, type TransactionRow} from './checksum.ts'
import {letGo} from './retention.ts'
import {Statements} from './statements.ts'
import type {Change, NewChange, StoredFile, Transaction, TransactionRange} from './transaction.ts'

/** Documents and their changes, the newest for good: what `commit` has returned from survives the end of the process. */
export class Store {
  readonly #db: DatabaseSync
  readonly #sql: Statements
  /** Where this lake is reached, once that is known: the addresses of files begin with it. */
  address = ''
  #latest: {seq: number; at: string}
  #lastChange: number

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#sql = new Statements(db)
    const last = this.#sql.get('SELECT seq, at FROM transactions ORDER BY seq DESC LIMIT 1')
    this.#latest = {seq: Number(last?.seq ?? 0), at: String(last?.at ?? '')}
    this.#lastChange = this.#highestChange()
  }

  /** The number of the latest transaction, 0 at first. */
  get seq(): number {
    return this.#latest.seq
  }

  /** Now, but never before the latest transaction: a clock that is set back would turn the order of changes round. */
  now(): string {
    const now = new Date().toISOString()
    return now > this.#latest.at ? now : this.#latest.at
  }

  body(id: string): string | null {
    const row = this.#sql.get('SELECT body FROM documents JOIN changes USING (change) WHERE id = ?', id)
    return row ? this.asServed(String(row.body)) : null
  }

  /** A document as this lake answers with it: one that describes a file says where the file is now. */
  asServed(body: string): string {
    return withAddress(body, this.address)
  }

  /** The JSON of every document, in the order they first came. */
  *bodies(): Generator<string> {
    const rows = this.#sql.rows('SELECT body FROM documents JOIN changes USING (change) ORDER BY place')
    for (const {body} of rows) yield this.asServed(String(body))
  }

  /** How long the JSON of all documents is. */
  get size(): number {
    const sql = 'SELECT sum(length(body)) AS size FROM documents JOIN changes USING (change)'
    return Number(this.#sql.get(sql)?.size ?? 0)
  }

  has(id: string): boolean {
    return this.#sql.get('SELECT 1 FROM documents WHERE id = ?', id) !== undefined
  }

  hasTransaction(id: string): boolean {
    return this.#sql.get('SELECT 1 FROM transactions WHERE id = ?', id) !== undefined
  }

  /** The documents that refer strongly to this one. */
  referrers(id: string): string[] {
    return this.#sql.all('SELECT source FROM links WHERE target = ?', id).map(({source}) => String(source))
  }

  /** Writes a whole transaction, or nothing. When this returns, it is on the disk. Gives its number. */
  commit({id, author, timestamp, changes}: Omit<Transaction, 'seq' | 'changes'> & {changes: NewChange[]}): number {
    const seq = this.seq + 1
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      const transaction = {seq, id, author, at: timestamp}
      this.#sql.run(
        'INSERT INTO transactions VALUES (?, ?, ?, ?, ?)',
        ...[seq, id, author, timestamp, checksumOfTransaction(transaction)],
      )
      for (const change of changes) this.#write(seq, change)
      this.#db.exec('COMMIT')
    } catch (cause) {
      this.#rollBack()
      this.#lastChange = this.#highestChange()
      throw unwritable(cause)
    }
    this.#latest = {seq, at: timestamp}
    return seq
  }

  #write(seq: number, {documentId, before, after, links}: NewChange): void {
    const last = this.#sql.get('SELECT max(change) AS last FROM changes WHERE document = ?', documentId)
    const previous = Number(last?.last ?? 0)
    const change = this.#lastChange + 1
    const checksum = checksumOfChange({change, seq, document: documentId, previous, body: after})
    this.#sql.run('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)', change, seq, documentId, previous, after, checksum)
    this.#lastChange = change
    this.#link(documentId, links)
    if (after === null) {
      this.#sql.run('DELETE FROM documents WHERE id = ?', documentId)
      const path = before && assetPathOf(before)
      if (path) this.#sql.run(dropFile, path)
    } else {
      const sql =
        'INSERT INTO documents (id, change) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET change = excluded.change'
      this.#sql.run(sql, documentId, change)
    }
  }

  #link(source: string, targets: readonly string[]): void {
    const known = new Set(
      this.#sql.all('SELECT target FROM links WHERE source = ?', source).map(({target}) => String(target)),
    )
    for (const target of targets) {
      if (!known.delete(target)) this.#sql.run('INSERT INTO links VALUES (?, ?)', target, source)
    }
    for (const target of known) this.#sql.run('DELETE FROM links WHERE target = ? AND source = ?', target, source)
  }

  #highestChange(): number {
    return Number(this.#sql.get('SELECT max(change) AS last FROM changes')?.last ?? 0)
  }

  /** The transactions after a number, oldest first. */
  transactionsAfter(seq: number, limit: number): Transaction[] {
    return this.#transactions('SELECT * FROM transactions WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit)
  }

  /** The transactions of a range of numbers, both ends included, that changed one of these documents. */
  transactionsOf(ids: readonly string[], {from, to, limit, isReversed}: TransactionRange): Transaction[] {
    const sql = `SELECT * FROM transactions WHERE seq BETWEEN ? AND ? AND seq IN (SELECT seq FROM changes WHERE document
      IN (SELECT value FROM json_each(?))) ORDER BY seq ${isReversed ? 'DESC' : 'ASC'} LIMIT ?`
    return this.#transactions(sql, from, to, JSON.stringify(ids), limit)
  }

  seqOf(transactionId: string): number | null {
    const row = this.#sql.get('SELECT seq FROM transactions WHERE id = ?', transactionId)
    return row ? Number(row.seq) : null
  }

  /** The latest JSON of a document up to a transaction's number or to a moment; `null` where it was not there then. */
  bodyAt(id: string, until: {seq: number} | {at: string}): string | null {
    const [bound, value] = 'seq' in until ? ['seq', until.seq] : ['at', until.at]
    const sql = `SELECT changes.* FROM changes JOIN transactions USING (seq) WHERE document = ? AND ${bound} <= ?
      ORDER BY change DESC LIMIT 1`
    const row = this.#sql.get(sql, id, value)
    return row ? this.#bodyIn(row) : null
  }

  /** The last JSON a document had, whether it is still there or not. */
  lastBody(id: string): string | null {
    const row = this.#sql.get(
      'SELECT * FROM changes WHERE document = ? AND body IS NOT NULL ORDER BY change DESC LIMIT 1',
      id,
    )
    return row ? this.#bodyIn(row) : null
  }

  #bodyIn(row: object): string | null {
    const {body} = checked(row as ChangeRow)
    return body === null ? null : this.asServed(body)
  }

  file(name: string): StoredFile | null {
    const row = this.#sql.get('SELECT type, bytes FROM files WHERE name = ?', name)
    return row ? {type: String(row.type), bytes: row.bytes as Uint8Array} : null
  }

  keepFile(name: string, {type, bytes}: StoredFile): void {
    try {
      this.#sql.run('INSERT INTO files VALUES (?, ?, ?) ON CONFLICT DO NOTHING', name, type, bytes)
    } catch (cause) {
      throw unwritable(cause)
    }
  }

  hasAuthor(author: string): boolean {
    return this.#sql.get('SELECT 1 FROM transactions WHERE author = ? LIMIT 1', author) !== undefined
  }

  /** A fact about the store itself, or about how somebody likes to work. */
  fact(name: string): string | null {
    const row = this.#sql.get('SELECT value FROM facts WHERE name = ?', name)
    return row ? String(row.value) : null
  }

  keepFact(name: string, value: string): void {
    this.#sql.run('INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value)
  }

  /** Lets go of `most` old changes, the oldest first: see `retention.ts`. Gives how many there were. */
  letGo(most: number): number {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const count = letGo(this.#sql, this.#latest.at, most)
      this.#db.exec('COMMIT')
      return count
    } catch (cause) {
      this.#rollBack()
      throw unwritable(cause)
    }
  }

  /** Gives back to the disk what nothing is kept in, and lets go of files that no document describes. */
  compact(): void {
    try {
      const described = new Set([...this.bodies()].map(assetPathOf))
      const names = this.#sql.all('SELECT name FROM files').map(({name}) => String(name))
      for (const name of names) if (!described.has(name)) this.#sql.run(dropFile, name)
      this.#db.exec('VACUUM')
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (cause) {
      throw unwritable(cause)
    }
  }

  close(): void {
    this.#db.close()
  }

  #rollBack(): void {
    try {
      this.#db.exec('ROLLBACK')
    } catch {
      // It had not begun, or SQLite has done so already.
    }
  }

  #transactions(sql: string, ...values: SQLInputValue[]): Transaction[] {
    return this.#sql.all(sql, ...values).map((row) => {
      const {seq, id, author, at} = row as unknown as TransactionRow
      return {seq, id, author, timestamp: at, changes: this.#changesOf(seq)}
    })
  }

  #changesOf(seq: number): Change[] {
    return this.#sql.all('SELECT * FROM changes WHERE seq = ? ORDER BY change', seq).map((row) => {
      const {document, previous} = row as unknown as ChangeRow
      const before = previous === 0 ? undefined : this.#sql.get('SELECT * FROM changes WHERE change = ?', previous)
      return {documentId: document, before: before ? this.#bodyIn(before) : null, after: this.#bodyIn(row)}
    })
  }
}

function checked(row: ChangeRow): ChangeRow {
  if (checksumOfChange(row) === row.checksum) return row
  throw failed(500, 'damagedHistoryError', `An older version of "${row.document}" is not as it was written.`)
}

/** A full or locked disk is no fault of the one who writes; reading goes on. */
const unwritable = (cause: unknown) =>
  failed(507, 'storageError', `Nothing was written: ${cause instanceof Error ? cause.message : String(cause)}.`)
