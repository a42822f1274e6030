import {type ChildProcess, fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {hindranceOf} from '../../disk/hindrance.ts'
import {refused} from '../failure.ts'
import type {Order, Reply} from './messages.ts'

// Beside the sources stands the source, beside the built program the built worker.
const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './lake-worker.js'

const batch = 500
const leastRoom = 4_000_000
const mostCrashes = 5
/** What a query makes and drops stays small: without this, a worker that had one long query would hold 100 MB more. */
const youngSpace = ['--max-semi-space-size=4']

/** Where a worker's documents come from: their JSON, and its length in all. */
export interface Documents {
  bodies(): Iterable<string>
  readonly size: number
}

/** What a worker must answer: `ask` and `match`, without the number they are given on the way. */
export type Request = Numbered<Extract<Order, {id: number}>>
type Numbered<Each> = Each extends unknown ? Omit<Each, 'id'> : never

interface Waiting {
  order: Order
  resolve(reply: Reply): void
  reject(error: Error): void
}

/**
 * One worker that holds the documents. Where it dies, another one takes its place and the store's documents. It is a
 * process of its own: a thread that asks for too much memory at once takes the whole program with it.
 */
export class Lane {
  readonly #documents: Documents
  readonly #isPatient: boolean
  readonly #waiting = new Map<number, Waiting>()
  #worker: ChildProcess | null = null
  /** How much JSON the worker holds, and how much it has room for. */
  #size = 0
  #room = 0
  #lastId = 0
  #crashes = 0
  #isClosed = false

  constructor(documents: Documents, isPatient: boolean) {
    this.#documents = documents
    this.#isPatient = isPatient
  }

  /**
   * Tells the worker what was written, and by how much the JSON of all documents has grown. A worker that is not there yet
   * will read it from the store; one that has no more room is replaced before it runs out of memory.
   */
  change(changes: (Order & {kind: 'change'})['changes'], growth: number): void {
    if (!this.#worker) return
    this.#size += growth
    if (this.#size <= this.#room) {
      tell(this.#worker, {kind: 'change', changes})
      return
    }
    this.#worker.kill('SIGKILL')
    this.#worker = null
    this.#goOn()
  }

  request(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(unavailable())
      this.#lastId += 1
      const order = {...request, id: this.#lastId} as Order
      this.#waiting.set(this.#lastId, {order, resolve, reject})
      tell(this.start(), order)
    })
  }

  start(): ChildProcess {
    if (this.#worker) return this.#worker
    this.#size = this.#documents.size
    this.#room = 2 * this.#size + leastRoom
    // Megabytes for the documents as objects, and for one answer.
    const heap = 80 + Math.ceil((this.#room / 1e6) * 5)
    const worker = fork(fileURLToPath(new URL(workerFile, import.meta.url)), [this.#isPatient ? 'patient' : 'quick'], {
      ...{execArgv: [`--max-old-space-size=${heap}`, ...youngSpace, '--expose-gc'], env: {}, serialization: 'advanced'},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (error) => this.#replace(worker, error))
    worker.on('exit', () => this.#replace(worker, new Error('the worker has ended')))
    worker.unref()
    // Bun's channels have no `unref`, and hold no process.
    worker.channel?.unref?.()
    for (const bodies of batches(this.#documents.bodies())) tell(worker, {kind: 'load', bodies})
    this.#worker = worker
    return worker
  }

  /** Ends the worker in the middle of what it does. What waits for it is refused, but for what is asked of each change. */
  restart(): void {
    const worker = this.#worker
    if (worker) this.#replace(worker, new Error('the worker was stopped'))
    worker?.kill('SIGKILL')
  }

  close(): void {
    this.#isClosed = true
    for (const {reject} of this.#waiting.values()) reject(unavailable())
    this.#waiting.clear()
    this.#worker?.kill('SIGKILL')
  }

  #settle(reply: Reply): void {
    this.#crashes = 0
    this.#waiting.get(reply.id)?.resolve(reply)
    this.#waiting.delete(reply.id)
  }

  #replace(worker: ChildProcess, cause: Error): void {
    if (this.#worker !== worker || this.#isClosed) return
    this.#worker = null
    this.#crashes += 1
    for (const [id, {order, reject}] of this.#waiting) {
      if (order.kind === 'match' && this.#crashes < mostCrashes) continue
      this.#waiting.delete(id)
      reject(unavailable(cause))
    }
    this.#goOn()
  }

  /** Asks another worker for what is still waited for. One that cannot even be started is tried again when it is needed. */
  #goOn(): void {
    if (this.#waiting.size === 0 && (this.#isPatient || this.#crashes >= mostCrashes)) return
    const next = this.start()
    for (const {order} of this.#waiting.values()) tell(next, order)
  }
}

function* batches(bodies: Iterable<string>): Generator<string[]> {
  let some: string[] = []
  for (const body of bodies) {
    if (some.push(body) < batch) continue
    yield some
    some = []
  }
  yield some
}

/** A worker that is gone is replaced when its end is told. */
const tell = (worker: ChildProcess, order: Order): void => {
  if (worker.connected) worker.send(order, () => {})
}

const unavailable = (cause?: Error) =>
  Object.assign(
    refused(
      503,
      'Service Unavailable',
      hindranceOf(cause) ?? 'The query took more memory than there is, or met one that did. Try again.',
    ),
    {cause},
  )
