/** Ends the process of a lake in the middle of writing, again and again: nothing acknowledged may be lost. */
import {cpSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {documentsIn, exported, type ToldTransaction, transactionsOf} from './history.ts'
import {clientOf, clock, type LakeProcess, NotStarted, spawnLake, startProcess} from './lake-process.ts'
import {inFolder, type Proof, quantile, randomFrom, runProof, wait} from './proof.ts'

export interface KillSettings extends Record<string, number> {
  rounds: number
  /** Acknowledged transactions in each round, about. */
  transactions: number
  /** Further rounds, each of which ends a lake while it makes its files. */
  beginnings: number
  /** Milliseconds a restart may take. */
  restart: number
}

const writers = 8
/** Milliseconds from the making of its folder until a lake has all its files, with room for a slow disk. */
const beginning = 30

const documentOf = (writer: number, place: number) => `w${writer}-${place}`
const allDocuments = Array.from({length: writers * 4}, (_, index) => documentOf(Math.floor(index / 4), index % 4))

/** A transaction writes its number to two, three or four documents of its writer. */
const documentsOf = (writer: number, number: number): string[] =>
  Array.from({length: 2 + (number % 3)}, (_, place) => documentOf(writer, place))

interface Ledger {
  /** The number of the last transaction each writer has sent. */
  sent: number[]
  acknowledged: Set<string>
}

export const killProof = (settings: KillSettings): Promise<Proof> =>
  inFolder(async (folder) => {
    const {rounds, transactions, beginnings} = settings
    const random = randomFrom(rounds)
    const ledger: Ledger = {sent: Array(writers).fill(0), acknowledged: new Set()}
    const restarts: number[] = []
    const starts: number[] = []
    const misses: string[] = []
    const dataDir = join(folder, 'data')
    let lake = await startProcess({dataDir})
    let checked: string | null = null

    for (let round = 1; round <= rounds; round += 1) {
      const before = new Set(ledger.acknowledged)
      await writeUntilKilled(lake, ledger, {
        enough: before.size + Math.ceil(transactions * (0.5 + random())),
        delay: random() * 8,
      })
      misses.push(...damageIn(dataDir, join(folder, `copy-${round}`)).map((found) => `round ${round}: ${found}`))
      lake = await startProcess({dataDir})
      await clientOf(lake).fetch('*[0]._id')
      restarts.push(clock() - lake.startedAt)
      starts.push(clock() - lake.calledAt)
      const told = await transactionsOf(lake, allDocuments, checked)
      const awaited = [...ledger.acknowledged].filter((id) => !before.has(id))
      misses.push(...faultsOf(told, awaited).map((fault) => `round ${round}: ${fault}`))
      checked = told.at(-1)?.id ?? checked
    }
    const all = await transactionsOf(lake, allDocuments)
    const lost = [...ledger.acknowledged].filter((id) => !all.some((told) => told.id === id))
    misses.push(...faultsOf(all, [...ledger.acknowledged]), ...staleIn(await exported(lake), all))
    await lake.end()
    const slowest = Math.max(0, ...restarts)
    if (slowest >= settings.restart) misses.push(`a restart took ${slowest.toFixed(0)} ms`)
    misses.push(...(await beginningsIn(folder, beginnings)))

    return {
      figures: {
        ...{
          rounds,
          acknowledged: ledger.acknowledged.size,
          'kept unacknowledged': all.length - ledger.acknowledged.size,
        },
        ...{lost: lost.length, faults: misses.length, 'restart median ms': quantile(restarts, 0.5) || 0},
        ...{'restart max ms': slowest, 'from startLake max ms': Math.max(0, ...starts), beginnings},
      },
      misses,
    }
  })

async function writeUntilKilled(lake: LakeProcess, ledger: Ledger, {enough, delay}: {enough: number; delay: number}) {
  const client = clientOf(lake)
  let isOver = false
  const writing = ledger.sent.map(async (_, writer) => {
    while (!isOver) {
      const number = (ledger.sent[writer] ?? 0) + 1
      ledger.sent[writer] = number
      const id = `t-${writer}-${number}`
      const documents = documentsOf(writer, number).map((_id) => ({
        createOrReplace: {_id, _type: 'count', number, text: 'x'.repeat(number % 700)},
      }))
      try {
        await client.mutate(documents, {transactionId: id, visibility: 'sync'})
        ledger.acknowledged.add(id)
      } catch {
        // Whether this one was written, nobody knows.
        return
      }
    }
  })
  while (ledger.acknowledged.size < enough) await wait(1)
  await wait(delay)
  await lake.kill()
  isOver = true
  await Promise.all(writing)
}

/** What SQLite itself finds in a copy of the files, as they were left. */
function damageIn(dataDir: string, copy: string): string[] {
  cpSync(dataDir, copy, {recursive: true})
  const db = new DatabaseSync(join(copy, 'lake.db'))
  const found = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
  db.close()
  rmSync(copy, {recursive: true})
  return found === 'ok' ? [] : [String(found)]
}

function faultsOf(told: ToldTransaction[], awaited: string[]): string[] {
  const ids = new Set(told.map(({id}) => id))
  const lost = awaited.filter((id) => !ids.has(id)).map((id) => `${id} is lost`)
  const partial = told.filter(({id, effects}) => {
    const [writer = 0, number = 0] = id.split('-').slice(1).map(Number)
    const isWhole = documentsOf(writer, number).every((document) => effects[document]?.apply[1]?.number === number)
    return !isWhole || Object.keys(effects).length !== documentsOf(writer, number).length
  })
  return [...lost, ...partial.map(({id}) => `${id} is there in part`)]
}

/** Documents that are not as the last of their transactions left them. */
function staleIn(lines: string, told: ToldTransaction[]): string[] {
  const last = new Map(told.flatMap(({effects}) => Object.entries(effects).map(([id, {apply}]) => [id, apply[1]])))
  const current = new Map(documentsIn(lines).map((document) => [String(document._id), document]))
  return allDocuments
    .filter((id) => JSON.stringify(current.get(id) ?? null) !== JSON.stringify(last.get(id) ?? null))
    .map((id) => `${id} is not as its last transaction left it`)
}

/** A lake that was ended while it made its files can be started again. */
async function beginningsIn(folder: string, rounds: number): Promise<string[]> {
  const misses: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = join(folder, `beginning-${round}`)
    const child = spawnLake({dataDir})
    const delay = (beginning * round) / rounds
    while (!isThere(dataDir) && child.exitCode === null) await new Promise(setImmediate)
    const until = clock() + delay
    while (clock() < until);
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    try {
      const lake = await startProcess({dataDir})
      await lake.end()
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error
      misses.push(`ended ${delay.toFixed(1)} ms after its folder was made, it does not start: ${error.message}`)
    }
  }
  return misses
}

const isThere = (path: string): boolean => statSync(path, {throwIfNoEntry: false}) !== undefined

if (import.meta.main) await runProof('kill', {rounds: 100, transactions: 120, beginnings: 40, restart: 2000}, killProof)
