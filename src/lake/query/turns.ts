import {type LakeError, refused} from '../failure.ts'

const mostWaiting = 1000

interface Waiter {
  enter(): void
}

/**
 * Lets one in after another. Those who will be quick go before those who may not, and of those the latest goes first: in
 * a flood of slow ones, nobody who comes later need wait for all of them.
 */
export class Turns {
  readonly #first = new Set<Waiter>()
  readonly #others = new Set<Waiter>()
  #isTaken = false

  /** How many wait. */
  get size(): number {
    return this.#first.size + this.#others.size
  }

  /** Does some work when its turn has come. Throws what `late` makes where that takes longer than it may. */
  async take<Result>(work: () => Promise<Result>, {isQuick, wait, late}: TurnOptions): Promise<Result> {
    if (this.#isTaken) await this.#wait(isQuick ? this.#first : this.#others, wait, late)
    this.#isTaken = true
    try {
      return await work()
    } finally {
      this.#isTaken = false
      this.#next()
    }
  }

  #wait(queue: Set<Waiter>, milliseconds: number, late: () => LakeError): Promise<void> {
    if (this.size >= mostWaiting) {
      throw refused(503, 'Service Unavailable', 'Too many queries are waiting. Try again in a moment.')
    }
    return new Promise((resolve, reject) => {
      const waiter = {
        enter() {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(
        () => {
          queue.delete(waiter)
          reject(late())
        },
        Math.max(0, milliseconds),
      )
      queue.add(waiter)
    })
  }

  #next(): void {
    for (const queue of [this.#first, this.#others]) {
      const waiter = queue === this.#first ? [...queue][0] : [...queue].at(-1)
      if (!waiter) continue
      queue.delete(waiter)
      // Taken at once, so that nobody who comes in between goes before.
      this.#isTaken = true
      waiter.enter()
      return
    }
  }
}

interface TurnOptions {
  isQuick: boolean
  /** Milliseconds. */
  wait: number
  late(): LakeError
}
