import {cpSync, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type Lake, StoreError, startLake} from '../../src/lake/index.ts'
import {exported, get} from './history.ts'
import {clientOf, startProcess} from './lake-process.ts'
import {randomFrom} from './proof.ts'

/** What a store says of itself, as text to be compared. */
export interface Content {
  documents: string
  /** The transactions of each document, one a line. */
  history: Map<string, string>
  file: string
}

/** A store whose process was killed, so that all of it is in the write-ahead log. */
export interface KilledStore {
  folder: string
  /** What it held after each transaction; the first is before any. */
  states: {documents: string; logSize: number}[]
  final: Content
  filePath: string
}

const documentCount = 20
const ids = Array.from({length: documentCount}, (_, index) => `${index % 4 === 0 ? 'drafts.' : ''}d${index}`)

export const logOf = (folder: string): string => join(folder, 'lake.db-wal')
export const databaseOf = (folder: string): string => join(folder, 'lake.db')

/** About sixty transactions on twenty documents: created, changed, deleted, created again, with references and a file. */
export async function killedStore(folder: string, transactions: number): Promise<KilledStore> {
  const lake = await startProcess({dataDir: folder})
  const client = clientOf(lake)
  const random = randomFrom(transactions)
  const states = [{documents: '', logSize: statSync(logOf(folder)).size}]
  const asset = await client.assets.upload('file', Buffer.from('kept as it is. '.repeat(400)), {filename: 'note.txt'})
  const keep = async () => {
    states.push({documents: await exported(lake), logSize: statSync(logOf(folder)).size})
  }
  await keep()
  const present = new Set<string>()
  for (let number = 1; number < transactions; number += 1) {
    const chosen = [...new Set([0, 0, 0].map(() => ids[Math.floor(random() * documentCount)] ?? ''))]
    const steps = chosen.map((_id, place) => {
      if (present.has(_id) && place > 0 && number % 5 === 0) {
        present.delete(_id)
        return {delete: {id: _id}}
      }
      if (present.has(_id) && number % 2) return {patch: {id: _id, set: {number, text: `${number} `.repeat(40)}}}
      present.add(_id)
      const file = {_type: 'reference', _ref: asset._id}
      return {createOrReplace: {_id, _type: 'thing', number, text: 'words '.repeat(number), file}}
    })
    await client.mutate(steps, {transactionId: `t${number}`})
    await keep()
  }
  const filePath = new URL(asset.url).pathname
  const final = await contentOf(lake, filePath)
  await lake.kill()
  return {folder, states, final, filePath}
}

/** Everything a lake tells, each part of it in the lake's own words where it refuses. */
export async function contentOf(lake: Pick<Lake, 'url' | 'token' | 'project' | 'dataset'>, filePath: string) {
  const history = new Map<string, string>()
  for (const id of ids) history.set(id, await told(lake, id))
  return {documents: await exported(lake), history, file: await fileOf(lake, filePath)}
}

async function fileOf(lake: Pick<Lake, 'url'>, path: string): Promise<string> {
  const response = await fetch(`${lake.url}${path}`)
  const text = await response.text()
  return text.includes(fileRefusal) ? fileRefusal : `${response.status} ${response.headers.get('content-type')} ${text}`
}

export const fileRefusal = 'damagedFileError'
const refusal = 'damagedHistoryError'

async function told(lake: Pick<Lake, 'url' | 'token' | 'project' | 'dataset'>, id: string): Promise<string> {
  const response = await get(lake, `/data/history/${lake.dataset}/transactions/${id}?limit=100`)
  const text = await response.text()
  if (response.ok) return text
  if (response.status === 500 && text.includes(refusal)) return refusal
  return `refused without a reason: ${response.status} ${text.slice(0, 200)}`
}

export const isRefusal = (history: string): boolean => history === refusal

/** A copy of a store with something done to one of its files. */
export function damagedCopy(folder: string, copy: string, damage: (folder: string) => void): void {
  rmSync(copy, {recursive: true, force: true})
  mkdirSync(copy, {mode: 0o700})
  cpSync(folder, copy, {recursive: true})
  damage(copy)
}

/** Opens a store. Gives what `look` gives, or what is wrong with the refusal: `null` where it is a good one. */
export async function opened<Seen>(
  folder: string,
  look: (lake: Lake) => Promise<Seen>,
): Promise<{seen: Seen} | {refusal: string | null}> {
  const before = bytesIn(folder)
  let lake: Lake
  try {
    lake = await startLake({dataDir: folder, port: 0})
  } catch (error) {
    if (!(error instanceof StoreError)) return {refusal: `it is refused with ${error}`}
    if (!/left as it is/.test(error.message)) return {refusal: `the refusal does not help: ${error.message}`}
    return {refusal: bytesIn(folder) === before ? null : 'it is refused, and the files were changed'}
  }
  try {
    return {seen: await look(lake)}
  } finally {
    await lake.close()
  }
}

const bytesIn = (folder: string): string =>
  [databaseOf(folder), logOf(folder)]
    .map((path) => (statSync(path, {throwIfNoEntry: false}) ? readFileSync(path, 'latin1') : ''))
    .join()
