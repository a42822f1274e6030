import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {keepRoomSmall} from './memory.ts'
import {errorOf, type Failure} from './print-failure.ts'
import type {Result} from './printed-role.ts'
import {Printer, type PrinterSettings, type Task} from './printer.ts'

/** Prints, on as many cores as it is worth. */
export interface Printers {
  /** How many tasks it works on at once. */
  size: number
  print(task: Task): Promise<Result[]>
  close(): Promise<void>
}

// Beside the sources stands the source, beside the built program the built worker.
const workerFile = import.meta.url.endsWith('.ts') ? './print-worker.ts' : './print-worker.js'

// A thread takes a while to start, and has memory of its own.
const fewestForThreads = 400
const mostThreads = 8
// What a page leaves behind is cleared away often: that takes no longer, and a third of the memory.
const resourceLimits = {maxYoungGenerationSizeMb: 8}

export function printersFor(count: number, settings: PrinterSettings): Printers {
  if (count >= fewestForThreads) keepRoomSmall()
  const cores = count >= fewestForThreads ? Math.min(availableParallelism(), mostThreads) : 1
  // This thread has little else to do, and prints as well: one memory less.
  const all = [new Here(settings), ...Array.from({length: cores - 1}, () => new Thread(settings))]
  return {
    size: cores,
    print: (task) => all.reduce((least, each) => (each.waiting < least.waiting ? each : least)).print(task),
    close: async () => void (await Promise.all(all.map((each) => each.close()))),
  }
}

/** Prints in this thread, between what else it has to do. */
class Here {
  readonly #printer: Printer
  waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(settings: PrinterSettings) {
    this.#printer = new Printer(settings)
  }

  /** One after the other. First the others are told what to do. */
  print(task: Task): Promise<Result[]> {
    this.waiting += 1
    const results = this.#last
      .then(() => setImmediate())
      .then(() => this.#printer.print(task))
      .finally(() => {
        this.waiting -= 1
      })
    this.#last = results.catch(() => {})
    return results
  }

  async close(): Promise<void> {}
}

export type Reply = {results: Result[]} | Failure

class Thread {
  readonly #worker: Worker
  readonly #waiting: PromiseWithResolvers<Result[]>[] = []

  constructor(settings: PrinterSettings) {
    this.#worker = new Worker(fileURLToPath(new URL(workerFile, import.meta.url)), {
      workerData: settings,
      resourceLimits,
    })
    this.#worker.on('message', (reply: Reply) => {
      const next = this.#waiting.shift()
      if ('results' in reply) next?.resolve(reply.results)
      else next?.reject(errorOf(reply))
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', (code) => this.#fail(new Error(`A thread that prints ended by itself (${code}).`)))
  }

  get waiting(): number {
    return this.#waiting.length
  }

  print(task: Task): Promise<Result[]> {
    const asked = Promise.withResolvers<Result[]>()
    this.#waiting.push(asked)
    this.#worker.postMessage(task)
    return asked.promise
  }

  #fail(error: unknown): void {
    for (const each of this.#waiting.splice(0)) each.reject(error)
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
