import {Worker} from 'node:worker_threads'
import {refused} from '../failure.ts'
import type {Order, Reply} from './messages.ts'

// Beside the sources stands the source, beside the built program the built worker.
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './lake-worker.js', import.meta.url)

const batch = 500
const mostCrashes = 5

/** What a worker must answer: `ask` and `match`, without the number they are given on the way. */
export type Request = Numbered<Extract<Order, {id: number}>>
type Numbered<Each> = Each extends unknown ? Omit<Each, 'id'> : never

interface Waiting {
  order: Order
  resolve(reply: Reply): void
  reject(error: Error): void
}

/** One worker that holds the documents. Where it dies, another one takes its place and the store's documents. */
export class Lane {
  readonly #bodies: () => Iterable<string>
  readonly #isPatient: boolean
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #lastId = 0
  #crashes = 0
  #isClosed = false

  constructor(bodies: () => Iterable<string>, isPatient: boolean) {
    this.#bodies = bodies
    this.#isPatient = isPatient
  }

  /** Tells the worker what was written. A worker that is not there yet will read it from the store. */
  change(changes: (Order & {kind: 'change'})['changes']): void {
    this.#worker?.postMessage({kind: 'change', changes} satisfies Order)
  }

  request(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      const order = {...request, id: this.#lastId} as Order
      this.#waiting.set(this.#lastId, {order, resolve, reject})
      this.start().postMessage(order)
    })
  }

  start(): Worker {
    if (this.#worker) return this.#worker
    const bodies = [...this.#bodies()]
    const size = bodies.reduce((sum, {length}) => sum + length, 0) / 1e6
    const worker = new Worker(workerFile, {
      workerData: {isPatient: this.#isPatient},
      // Room for the documents as objects, and for one answer.
      resourceLimits: {maxOldGenerationSizeMb: 192 + Math.ceil(size * 8)},
      stderr: true,
    })
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (error) => this.#replace(worker, error))
    worker.on('exit', () => this.#replace(worker, new Error('the worker has ended')))
    worker.unref()
    for (let from = 0; from < bodies.length; from += batch) {
      worker.postMessage({kind: 'load', bodies: bodies.slice(from, from + batch)} satisfies Order)
    }
    this.#worker = worker
    return worker
  }

  /** Ends the worker in the middle of what it does. What waits for it is refused, but for what is asked of each change. */
  restart(): void {
    const worker = this.#worker
    if (worker) this.#replace(worker, new Error('the worker was stopped'))
    void worker?.terminate()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const {reject} of this.#waiting.values()) reject(unavailable())
    this.#waiting.clear()
    await this.#worker?.terminate()
  }

  #settle(reply: Reply): void {
    this.#crashes = 0
    this.#waiting.get(reply.id)?.resolve(reply)
    this.#waiting.delete(reply.id)
  }

  #replace(worker: Worker, cause: Error): void {
    if (this.#worker !== worker || this.#isClosed) return
    this.#worker = null
    this.#crashes += 1
    for (const [id, {order, reject}] of this.#waiting) {
      if (order.kind === 'match' && this.#crashes < mostCrashes) continue
      this.#waiting.delete(id)
      reject(unavailable(cause))
    }
    if (this.#waiting.size === 0) return
    const next = this.start()
    for (const {order} of this.#waiting.values()) next.postMessage(order)
  }
}

const unavailable = (cause?: Error) =>
  Object.assign(
    refused(503, 'Service Unavailable', 'The query took more memory than there is, or met one that did. Try again.'),
    {
      cause,
    },
  )
