/**
 * Does so much at once and lets the rest wait, the newest first: whoever asks now is answered now, however many came before.
 * Where too many wait, the oldest are told so.
 */
export class Work {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: ((isTurn: boolean) => void)[] = []
  #running = 0

  constructor({atOnce, mostWaiting}: {atOnce: number; mostWaiting: number}) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** What `run` gives, or `null` where others were asked for since and there was no time for it. */
  async do<Result>(run: () => Promise<Result>): Promise<Result | null> {
    if (this.#running >= this.#atOnce) {
      const turn = new Promise<boolean>((resolve) => this.#waiting.push(resolve))
      if (this.#waiting.length > this.#mostWaiting) this.#waiting.shift()?.(false)
      if (!(await turn)) return null
    } else this.#running += 1
    try {
      return await run()
    } finally {
      const next = this.#waiting.pop()
      if (next) next(true)
      else this.#running -= 1
    }
  }
}
