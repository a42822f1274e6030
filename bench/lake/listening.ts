/** A process of listeners only: it keeps no one else waiting, and tells what it has heard when it is asked. */
import {get} from 'node:http'
import {createInterface} from 'node:readline'
import {clientOf, clock, type LakeAddress} from './lake-process.ts'
import {quantile} from './proof.ts'

export interface Heard {
  listeners: {name: string; events: number; gaps: number; disorder: number; breaks: number}[]
  /** Milliseconds from the sending of a transaction to its event. */
  p50: number
  p99: number
  max: number
}

interface MutationEvent {
  documentId: string
  transactionId: string
  previousRev?: string
  resultRev?: string
}

const query = '*[_type in ["count", "page"]]'
/** Every tenth one listens with the real client, the others by HTTP, which costs less. */
const share = 10

/** Different wishes, so that the lake has different listeners to tell. */
const wishes = ['includeResult=true', 'includePreviousRevision=true&effectFormat=mendoza', 'includeMutations=false']

class Listener {
  readonly name: string
  events = 0
  gaps = 0
  disorder = 0
  /** How often it was let go. */
  breaks = 0
  readonly #revisions = new Map<string, string>()
  #place = 0

  constructor(name: string) {
    this.name = name
  }

  hear({documentId, transactionId, previousRev, resultRev}: MutationEvent, id: string | null): void {
    this.events += 1
    const known = this.#revisions.get(documentId)
    // The counter was there before anybody listened.
    if (known === undefined ? documentId !== 'counter' && previousRev !== undefined : known !== previousRev)
      this.gaps += 1
    this.#revisions.set(documentId, resultRev ?? '')
    if (id !== null) {
      const place = Number(id.split('.')[0])
      if (place <= this.#place) this.disorder += 1
      this.#place = place
    }
    times.push(clock() - Number(transactionId.split('-')[0]))
  }
}

let times: number[] = []
const [address = '{}', count = '0'] = process.argv.slice(2)
const lake: LakeAddress = JSON.parse(address)
const listeners = Array.from(
  {length: Number(count)},
  (_, index) => new Listener(`listener ${index}${index % share === 0 ? ' (client)' : ''}`),
)
await Promise.all(
  listeners.map((listener, index) => (index % share === 0 ? byClient(listener) : byHttp(listener, index))),
)
process.send?.('listening')

process.on('message', (order) => {
  if (order === 'forget times') times = []
  if (order !== 'tell') return
  const told = listeners.map(({name, events, gaps, disorder, breaks}) => ({name, events, gaps, disorder, breaks}))
  const max = times.reduce((most, time) => Math.max(most, time), 0)
  process.send?.({listeners: told, p50: quantile(times, 0.5), p99: quantile(times, 0.99), max} satisfies Heard)
})

function byClient(listener: Listener): Promise<void> {
  return new Promise((resolve, reject) => {
    clientOf(lake)
      .listen(query, {}, {events: ['welcome', 'mutation', 'reconnect'], includeResult: false})
      .subscribe({
        next(event) {
          if (event.type === 'mutation') return listener.hear(event, null)
          if (listener.events > 0) listener.breaks += 1
          resolve()
        },
        error(error) {
          listener.breaks += 1
          reject(error)
        },
      })
  })
}

function byHttp(listener: Listener, index: number): Promise<void> {
  const search = `query=${encodeURIComponent(query)}&${wishes[index % wishes.length]}`
  const headers = {Authorization: `Bearer ${lake.token}`}
  return new Promise((resolve, reject) => {
    const url = `${lake.url}/v2025-02-19/data/listen/${lake.dataset}?${search}`
    const request = get(url, {headers, agent: false}, (response) => {
      let id: string | null = null
      let event = ''
      createInterface({input: response}).on('line', (line) => {
        if (line.startsWith('id: ')) id = line.slice(4)
        if (line.startsWith('event: ')) event = line.slice(7)
        if (!line.startsWith('data: ')) return
        if (event === 'mutation') listener.hear(JSON.parse(line.slice(6)), id)
        else resolve()
      })
      response.on('error', reject).on('close', () => {
        listener.breaks += 1
      })
    })
    request.on('error', reject)
  })
}
