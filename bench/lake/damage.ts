/** Damages the files of a store: it is refused and left as it is, or all it tells is right. */
import {cpSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startLake} from '../../src/lake/index.ts'
import * as damaged from './damaged-store.ts'
import {clientOf} from './lake-process.ts'
import {inFolder, type Proof, randomFrom, runProof} from './proof.ts'

export interface DamageSettings extends Record<string, number> {
  /** Places where the write-ahead log is cut. */
  cuts: number
  /** Bytes that are changed, each alone: in the log, in the database, and in the database's first page. */
  logFlips: number
  flips: number
  headerFlips: number
  seed: number
}

const transactions = 60
/** The page that holds what SQLite and the lake say of the whole file, and the tables' own text. */
const headerSize = 4096

export const damageProof = (settings: DamageSettings): Promise<Proof> =>
  inFolder(async (folder) => {
    const random = randomFrom(settings.seed)
    const store = await damaged.killedStore(join(folder, 'killed'), transactions)
    const counts: Record<string, number> = {}
    const misses: string[] = []
    const copy = join(folder, 'copy')
    const note = (what: string, outcome: string, miss: string | null) => {
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (miss !== null) misses.push(`${what}: ${miss}`)
    }

    const logSize = statSync(damaged.logOf(store.folder)).size
    for (const offset of cutsOf(store, settings.cuts, random)) {
      damaged.damagedCopy(store.folder, copy, (to) => truncateSync(damaged.logOf(to), offset))
      note(`log cut at ${offset}`, ...(await prefixIn(copy, store, offset)))
    }
    for (let flip = 0; flip < settings.logFlips; flip += 1) {
      const offset = Math.floor(random() * logSize)
      damaged.damagedCopy(store.folder, copy, (to) => flipByte(damaged.logOf(to), offset, random))
      note(`byte ${offset} of the log`, ...(await prefixIn(copy, store, offset)))
    }

    const closed = join(folder, 'closed')
    cpSync(store.folder, closed, {recursive: true})
    await (await startLake({dataDir: closed, port: 0})).close()
    const size = statSync(damaged.databaseOf(closed)).size
    const places = [
      ...Array.from({length: settings.flips}, () => Math.floor(random() * size)),
      ...Array.from({length: settings.headerFlips}, (_, index) =>
        Math.floor((index * headerSize) / settings.headerFlips),
      ),
    ]
    for (const offset of places) {
      damaged.damagedCopy(closed, copy, (to) => flipByte(damaged.databaseOf(to), offset, random))
      note(`byte ${offset} of the database`, ...(await sameIn(copy, store)))
    }
    return {figures: {...counts, misses: misses.length}, misses}
  })

/** Anywhere, and where transactions end. */
const cutsOf = ({states, folder}: damaged.KilledStore, count: number, random: () => number): number[] => {
  const size = statSync(damaged.logOf(folder)).size
  return Array.from({length: count}, (_, index) => {
    const end = states[Math.floor(random() * states.length)]?.logSize ?? 0
    return index % 3 === 0 ? Math.min(size, end + (index % 2) - (index % 4 === 3 ? 1 : 0)) : Math.floor(random() * size)
  })
}

function flipByte(path: string, offset: number, random: () => number): void {
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 + Math.floor(random() * 255))
  writeFileSync(path, bytes)
}

/** Exactly the transactions that were whole in the log before an offset must be there. */
async function prefixIn(folder: string, store: damaged.KilledStore, offset: number): Promise<[string, string | null]> {
  const {states, final} = store
  const count = states.filter(({logSize}) => logSize <= offset).length - 1
  const found = await damaged.opened(folder, (lake) => damaged.contentOf(lake, store.filePath))
  if ('refusal' in found) return ['log refused', count < 0 ? found.refusal : `refused with ${count} whole transactions`]
  const {documents, history} = found.seen
  if (documents !== (states[Math.max(0, count)]?.documents ?? '')) return ['log', `not as it was after ${count}`]
  for (const [id, lines] of final.history) {
    const all = lines.split('\n')
    const own = (history.get(id) ?? '').split('\n').filter((line) => line !== '')
    if (own.join('\n') !== all.slice(0, own.length).join('\n')) return ['log', `the history of ${id} is no prefix`]
    const next = /"id":"t(\d+)"/.exec(all[own.length] ?? '')?.[1]
    // The first transaction is the file's, so that `t1` is the second.
    if (next !== undefined && Number(next) < count) return ['log', `the history of ${id} ends before t${next}`]
  }
  return ['log with all before', null]
}

async function sameIn(folder: string, {final, filePath}: damaged.KilledStore): Promise<[string, string | null]> {
  const found = await damaged.opened(folder, async (lake) => {
    const content = await damaged.contentOf(lake, filePath)
    return {content, fault: await writeFault(clientOf(lake))}
  })
  if ('refusal' in found) return ['refused', found.refusal]
  const {content, fault} = found.seen
  if (content.documents !== final.documents) return ['wrong', 'the documents are other ones']
  for (const [id, lines] of content.history) {
    if (!damaged.isRefusal(lines) && lines !== final.history.get(id)) {
      return ['wrong', `the history of ${id} is another one: ${lines.slice(0, 200)}`]
    }
  }
  const isFileRefused = content.file === damaged.fileRefusal
  if (!isFileRefused && content.file !== final.file) {
    return ['wrong', `the file is another one: ${content.file.slice(0, 80)}`]
  }
  if (fault) return ['not writable', `it opens, and cannot be written to: ${fault}`]
  const isPart = isFileRefused || [...content.history.values()].some(damaged.isRefusal)
  return [isPart ? 'same but for what is refused' : 'same', null]
}

/** A lake that opens must work: documents that come, refer to each other, and go. */
async function writeFault(client: ReturnType<typeof clientOf>): Promise<string | null> {
  try {
    const link = {_type: 'reference', _ref: 'new-target'}
    await client.mutate([
      {create: {_id: 'new-target', _type: 'thing'}},
      {create: {_id: 'new-source', _type: 'thing', ...{link}}},
    ])
    await client.delete('new-source')
    await client.mutate([{delete: {id: 'new-target'}}])
    return (await client.getDocument('new-target')) ? 'what was deleted is there' : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

if (import.meta.main) {
  await runProof('damage', {cuts: 500, logFlips: 200, flips: 200, headerFlips: 100, seed: 1}, damageProof)
}
