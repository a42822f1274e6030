import {crc32} from 'node:zlib'

export interface TransactionRow {
  seq: number
  id: string
  author: string
  at: string
  checksum: number
}

export interface ChangeRow {
  change: number
  seq: number
  document: string
  previous: number
  body: string | null
  checksum: number
}

export const checksumOfTransaction = ({seq, id, author, at}: Omit<TransactionRow, 'checksum'>): number =>
  crc32(JSON.stringify([seq, id, author, at]))

export const checksumOfChange = ({change, seq, document, previous, body}: Omit<ChangeRow, 'checksum'>): number =>
  crc32(body ?? '', crc32(JSON.stringify([change, seq, document, previous, body === null])))
