/** Many writers of one document, each sure of the revision it has read, with many listeners: no gap, nothing counted twice. */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {ClientError, type SanityDocument} from '@sanity/client'
import {clientOf, clock, type LakeProcess, startProcess} from './lake-process.ts'
import type {Heard} from './listening.ts'
import {inFolder, type Proof, runProof, wait} from './proof.ts'

export interface ContentionSettings extends Record<string, number> {
  clients: number
  /** Increments each client must succeed with. */
  increments: number
  listeners: number
  publishes: number
  /** Published in a second. */
  rate: number
  /** Milliseconds from publishing to the event, for 99 of 100. */
  latency: number
}

const counter = 'counter'
const pages = 20

export const contentionProof = (settings: ContentionSettings): Promise<Proof> =>
  inFolder(async (folder) => {
    const {clients, increments, listeners, publishes} = settings
    const misses: string[] = []
    const lake = await startProcess({dataDir: join(folder, 'data')})
    await clientOf(lake).create({_id: counter, _type: 'count', number: 0, counted: 0})
    const listening = fork(join(import.meta.dirname, 'listening.ts'), [JSON.stringify(lake), String(listeners)])
    try {
      await messageOf(listening)
      const start = clock()
      const results = await Promise.all(Array.from({length: clients}, () => increment(lake, increments)))
      const seconds = (clock() - start) / 1000
      const successes = clients * increments
      const final = await clientOf(lake).getDocument(counter)
      for (const field of ['number', 'counted']) {
        if (final?.[field] !== successes) misses.push(`${successes} increments made ${field} ${final?.[field]}`)
      }
      misses.push(...results.flatMap(({faults}) => faults))
      const busy = await heardBy(listening, successes)

      await publishSteadily(lake, settings)
      const quiet = await heardBy(listening, successes + publishes)
      misses.push(...faultsOf(busy, successes), ...faultsOf(quiet, successes + publishes))
      if (!(quiet.p99 < settings.latency)) misses.push(`an event took ${quiet.p99.toFixed(0)} ms (p99)`)
      return {
        figures: {
          ...{clients, successes, lost: results.reduce((sum, {losses}) => sum + losses, 0), seconds},
          ...{'increments a second': successes / seconds, listeners: quiet.listeners.length},
          ...{events: quiet.listeners.reduce((sum, {events}) => sum + events, 0), publishes},
          ...{'publish to event p50 ms': quiet.p50, 'p99 ms': quiet.p99, 'max ms': quiet.max},
          ...{'under contention p50 ms': busy.p50, 'contention p99 ms': busy.p99, misses: misses.length},
        },
        misses,
      }
    } finally {
      listening.kill()
      await lake.kill()
    }
  })

interface Counter extends SanityDocument {
  counted: number
}

/** Counts one up until it has done so often enough. Whoever was overtaken reads again. */
async function increment(lake: LakeProcess, goal: number): Promise<{losses: number; faults: string[]}> {
  const client = clientOf(lake)
  const faults: string[] = []
  const read = async () => (await client.getDocument<Counter>(counter)) ?? never()
  let losses = 0
  let known = await read()
  for (let successes = 0; successes < goal; ) {
    try {
      // What it has read decides what it writes: wrong, if anybody has written since.
      const operations = {inc: {number: 1}, set: {counted: known.counted + 1}}
      const patch = client.patch(counter, operations).ifRevisionId(known._rev)
      known = await client.mutate<Counter>(patch, {transactionId: timed(), returnFirst: true, returnDocuments: true})
      successes += 1
    } catch (error) {
      losses += 1
      const kind = error instanceof ClientError ? error.details?.items?.[0]?.error?.type : null
      if (
        !(error instanceof ClientError) ||
        error.statusCode !== 409 ||
        kind !== 'documentRevisionIDDoesNotMatchError'
      ) {
        faults.push(`a loser is told ${error}`)
        return {losses, faults}
      }
      known = await read()
    }
  }
  return {losses, faults}
}

function never(): never {
  throw new Error('The counter is gone.')
}

let sent = 0

/** An id that says when it was sent. */
function timed(): string {
  sent += 1
  return `${clock().toFixed(3)}-${process.pid}-${sent}`
}

async function publishSteadily(lake: LakeProcess, {publishes, rate}: ContentionSettings): Promise<void> {
  const client = clientOf(lake)
  for (let number = 0; number < publishes; number += 1) {
    const next = clock() + 1000 / rate
    const publishedId = `page-${number % pages}`
    const draftId = `drafts.${publishedId}`
    await client.createOrReplace({_id: draftId, _type: 'page', number})
    await client.action({actionType: 'sanity.action.document.publish', draftId, publishedId}, {transactionId: timed()})
    await wait(Math.max(0, next - clock()))
  }
}

/** What the listeners have heard, as soon as they have all heard of so many changes, or do not hear of any more. */
async function heardBy(listening: ReturnType<typeof fork>, awaited: number): Promise<Heard> {
  for (let last = -1; ; await wait(200)) {
    listening.send('tell')
    const heard = (await messageOf(listening)) as Heard
    const events = heard.listeners.reduce((sum, each) => sum + each.events, 0)
    if (heard.listeners.every((each) => each.events >= awaited) || events === last) {
      listening.send('forget times')
      return heard
    }
    last = events
  }
}

async function messageOf(listening: ReturnType<typeof fork>): Promise<unknown> {
  const ended = once(listening, 'exit').then(() => {
    throw new Error('The listeners have ended.')
  })
  const [message] = await Promise.race([once(listening, 'message'), ended])
  return message
}

function faultsOf({listeners}: Heard, awaited: number): string[] {
  return listeners.flatMap(({name, events, gaps, disorder, breaks}) => {
    if (events === awaited && gaps === 0 && disorder === 0 && breaks === 0) return []
    return [
      `${name} heard ${events} of ${awaited} events, ${gaps} gaps, ${disorder} out of order, let go ${breaks} times`,
    ]
  })
}

if (import.meta.main) {
  const full = {clients: 32, increments: 1000, listeners: 100, publishes: 600, rate: 20, latency: 100}
  await runProof('contention', full, contentionProof)
}
