/** Writers, readers and listeners whose connections break, for long: all know the same at the end, and memory stays. */
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {documentsIn, exported} from './history.ts'
import {clientOf, clock, type LakeProcess, startProcess} from './lake-process.ts'
import {Mirror, stateOf} from './mirror.ts'
import {inFolder, type Proof, quantile, randomFrom, runProof, wait} from './proof.ts'
import {proxyTo, type WayToLake} from './proxy.ts'

export interface SoakSettings extends Record<string, number> {
  seconds: number
  listeners: number
  /** A second. */
  writes: number
  reads: number
  /** Megabytes of memory the lake may take more of in ten minutes. */
  growth: number
  /** 1: print what each sample says. */
  points: number
}

const documentCount = 200
const query = '*[_type == "soak"]'
const dropEvery = 5000
const sampleEvery = 1000
const megabytesInTenMinutes = 600_000 / 1024

/** A small heap: what V8 leaves lying because there is room would hide what is kept for ever. No collection is forced. */
const smallHeap = ['--max-semi-space-size=1', '--max-old-space-size=96']
/** Samples of which the least counts: between two collections memory always grows. */
const valley = 20

interface Sample {
  at: number
  kilobytes: number
  /** Of the processes that answer its queries. */
  workers: number
}

export const soakProof = (settings: SoakSettings): Promise<Proof> =>
  inFolder(async (folder) => {
    const lake = await startProcess({dataDir: join(folder, 'data'), nodeOptions: smallHeap})
    const proxy = await proxyTo(lake.url)
    const mirrors = Array.from({length: settings.listeners}, (_, index) => {
      return new Mirror(clientOf({...lake, url: proxy.url}), query, {enableResume: index % 2 === 0})
    })
    try {
      const {samples, writes, readTimes, drops, faults} = await load(lake, proxy, settings)
      const misses = [...faults, ...(await differences(lake, mirrors))]
      const late = samples.slice(Math.floor(samples.length / 2))
      const slope = slopeOf(valleysOf(late)) * megabytesInTenMinutes
      if (!(slope <= settings.growth) && settings.growth < Number.POSITIVE_INFINITY)
        misses.push(`memory grows by ${slope.toFixed(1)} MB in ten minutes`)
      if (settings.points === 1) console.log(samples.map(({kilobytes}) => Math.round(kilobytes / 1024)).join(' '))
      if (lake.errors() !== '') misses.push(`the lake has said: ${lake.errors().slice(0, 500)}`)
      const sum = (count: (mirror: Mirror) => number) => mirrors.reduce((total, mirror) => total + count(mirror), 0)
      return {
        figures: {
          ...{seconds: settings.seconds, listeners: mirrors.length, writes, reads: readTimes.length, drops},
          ...{events: sum(({events}) => events), gaps: sum(({gaps}) => gaps)},
          ...{resumed: sum(({resumes}) => resumes), 'read anew': sum(({reads}) => reads)},
          ...{'read p99 ms': quantile(readTimes, 0.99), 'memory MB': (samples.at(-1)?.kilobytes ?? 0) / 1024},
          ...{'slope MB in 10 minutes': slope, 'of all samples': slopeOf(late) * megabytesInTenMinutes},
          ...{'workers MB': (samples.at(-1)?.workers ?? 0) / 1024, misses: misses.length},
        },
        misses,
      }
    } finally {
      for (const mirror of mirrors) mirror.close()
      proxy.close()
      await lake.end()
    }
  })

async function load(lake: LakeProcess, proxy: WayToLake, {seconds, writes, reads}: SoakSettings) {
  const client = clientOf(lake)
  const random = randomFrom(seconds)
  const start = clock()
  const samples: Sample[] = []
  const readTimes: number[] = []
  const faults: string[] = []
  let [written, drops] = [0, 0]
  const end = start + seconds * 1000
  const fault = (what: string) => (error: unknown) => void faults.push(`${what} failed: ${error}`)
  await Promise.all([
    every(1000 / writes, end, async () => {
      await write(client, written, random).catch(fault('a write'))
      written += 1
    }),
    every(1000 / reads, end, async () => {
      const began = clock()
      await read(client, random).catch(fault('a read'))
      readTimes.push(clock() - began)
    }),
    every(dropEvery, end, async () => {
      drops += proxy.drop(0.3)
    }),
    every(sampleEvery, end, async () => {
      samples.push({at: clock() - start, ...memoryOf(lake.pid)})
    }),
  ])
  return {samples, writes: written, readTimes, drops, faults: faults.slice(0, 20)}
}

/** Begins some work again and again, whether the last time is over or not. */
async function every(milliseconds: number, end: number, work: () => Promise<void>): Promise<void> {
  const open = new Set<Promise<void>>()
  for (let next = clock() + milliseconds; next < end; next += milliseconds) {
    await wait(Math.max(0, next - clock()))
    const one = work().finally(() => open.delete(one))
    open.add(one)
  }
  await Promise.all(open)
}

async function write(client: ReturnType<typeof clientOf>, number: number, random: () => number): Promise<void> {
  const some = () => `${random() < 0.3 ? 'drafts.' : ''}soak-${Math.floor(random() * documentCount)}`
  const document = () => ({_id: some(), _type: 'soak', number, text: 'words '.repeat(Math.floor(random() * 200))})
  if (number % 10 === 9) await client.mutate([{delete: {id: some()}}])
  else if (number % 3 === 0) await client.mutate([{createOrReplace: document()}, {createOrReplace: document()}])
  else
    await client
      .transaction([{createIfNotExists: document()}])
      .patch(some(), edit(number))
      .commit()
      .catch(ifMissing)
}

const edit = (number: number) => ({set: {number}, setIfMissing: {list: []}})

/** Nobody knows which documents are there: to change one that is not is no fault. */
function ifMissing(error: {statusCode?: number}): void {
  if (error.statusCode !== 404) throw error
}

async function read(client: ReturnType<typeof clientOf>, random: () => number): Promise<void> {
  const id = `soak-${Math.floor(random() * documentCount)}`
  if (random() < 0.3) await client.getDocument(id)
  else if (random() < 0.5) await client.fetch('*[_id == $id][0]', {id})
  else await client.fetch(`${query} | order(number desc) [0...10] {_id, number}`, {}, {perspective: 'drafts'})
}

/** Listeners that do not know what the lake holds, once all of them have had time to come back. */
async function differences(lake: LakeProcess, mirrors: readonly Mirror[]): Promise<string[]> {
  const expected = stateOf(documentsIn(await exported(lake)))
  for (let tries = 0; ; tries += 1) {
    const states = await Promise.all(mirrors.map((mirror) => mirror.state()))
    const wrong = states.flatMap((state, index) => (state === expected ? [] : [index]))
    if (wrong.length === 0 || tries === 20) {
      const lagging = wrong.map((index) => `listener ${index} does not know what the lake holds`)
      const told = mirrors.flatMap(({gaps, errors}, index) => [
        ...(gaps > 0 ? [`listener ${index} has ${gaps} gaps`] : []),
        ...errors.map((error) => `listener ${index}: ${error}`),
      ])
      return [...lagging, ...told]
    }
    await wait(500)
  }
}

function memoryOf(pid: number): {kilobytes: number; workers: number} {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss='], {encoding: 'utf8'}).split('\n')
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const sum = (which: 0 | 1) =>
    processes.reduce((total, process) => total + (process[which] === pid ? (process[2] ?? 0) : 0), 0)
  return {kilobytes: sum(0), workers: sum(1)}
}

/** The least of each few samples. */
const valleysOf = (samples: readonly Sample[]): Sample[] =>
  Array.from({length: Math.floor(samples.length / valley)}, (_, index) =>
    samples
      .slice(index * valley, (index + 1) * valley)
      .reduce((least, sample) => (sample.kilobytes < least.kilobytes ? sample : least)),
  )

/** The line that fits the samples best: kilobytes a millisecond. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [at, kilobytes] = [mean(samples.map((sample) => sample.at)), mean(samples.map((sample) => sample.kilobytes))]
  const shared = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.kilobytes - kilobytes), 0)
  return shared / samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0)
}

if (import.meta.main) {
  await runProof('soak', {seconds: 600, listeners: 50, writes: 20, reads: 50, growth: 1, points: 1}, soakProof)
}
