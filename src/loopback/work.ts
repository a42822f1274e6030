interface Waiting {
  /** Whether whoever asks has taken an answer before. */
  isReader: boolean
  go(isTurn: boolean): void
}

/**
 * Does so much at once and lets the rest wait: those who have taken an answer before go first, and the newest of them, so
 * that whoever reads is answered now, however many came before. Where too many wait, the oldest of the others are told so.
 */
export class Work {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: Waiting[] = []
  #running = 0

  constructor({atOnce, mostWaiting}: {atOnce: number; mostWaiting: number}) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** What `run` gives, or `null` where others were asked for since and there was no time for it. */
  async do<Result>(isReader: boolean, run: () => Promise<Result>): Promise<Result | null> {
    if (this.#running >= this.#atOnce) {
      const turn = new Promise<boolean>((go) => this.#waiting.push({isReader, go}))
      if (this.#waiting.length > this.#mostWaiting)
        (this.#take(this.#waiting.findIndex((one) => !one.isReader)) ?? this.#waiting.shift())?.go(false)
      if (!(await turn)) return null
    } else this.#running += 1
    try {
      return await run()
    } finally {
      const next = this.#take(this.#waiting.findLastIndex((one) => one.isReader)) ?? this.#waiting.pop()
      if (next) next.go(true)
      else this.#running -= 1
    }
  }

  #take(index: number): Waiting | undefined {
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]
  }
}
