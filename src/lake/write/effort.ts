import {MutationError} from '../failure.ts'

/** A step is about five nanoseconds of a usual processor. 50 letters typed into 40 KB take a fiftieth of this. */
const mostSteps = 500_000_000

/**
 * What the work of a transaction may come to, while everybody waits for it. It is reckoned from what is asked for, never
 * measured: the same request is taken or refused on any machine, however busy it is.
 */
export class Effort {
  #left = mostSteps

  /** Takes the steps of some work before it is done. Throws `MutationError` where they are too many. */
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left >= 0) return
    throw new MutationError(
      400,
      'transactionTooLargeError',
      'This is too much for one request: it changes long texts or large documents in too many places at once. Nothing was written. Send it in smaller parts.',
    )
  }
}
