import {Recent} from '../../dataset/recent.ts'

const mostKeys = 10_000

/** How it went, once it is known. */
type Outcome = Promise<'done' | 'failed'>

/**
 * Does the work of each delivery once. Of more than 10,000 keys the oldest are forgotten, each after `lasts` milliseconds,
 * and at once where the work failed: whoever sent it will try again.
 */
export class Deliveries {
  readonly #lasts: number
  readonly #known = [new Recent<string, Known>(mostKeys), new Recent<string, Known>(mostKeys)] as const

  constructor(lasts: number) {
    this.#lasts = lasts
  }

  /**
   * A delivery is known by either key. Gives `duplicate` where its work is done, waiting for it if need be. Throws what the
   * work throws, and `Error` where the work it waited for failed.
   */
  async once<Result>(
    keys: readonly [string, string | null],
    work: () => Promise<Result>,
  ): Promise<Result | 'duplicate'> {
    const earlier = this.#outcomeOf(keys)
    if (earlier !== null) {
      if ((await earlier) === 'done') return 'duplicate'
      throw new Error('The same delivery was being worked on, and that failed.')
    }
    const result = work()
    const known: Known = {
      until: Date.now() + this.#lasts,
      outcome: result.then(
        () => 'done',
        () => 'failed',
      ),
    }
    this.#each(keys, (store, key) => store.set(key, known))
    try {
      return await result
    } catch (error) {
      this.#each(keys, (store, key) => store.delete(key))
      throw error
    }
  }

  #outcomeOf(keys: readonly [string, string | null]): Outcome | null {
    const found: Known[] = []
    this.#each(keys, (store, key) => {
      const known = store.get(key)
      if (known && known.until > Date.now()) found.push(known)
    })
    return found[0]?.outcome ?? null
  }

  #each(keys: readonly [string, string | null], visit: (store: Recent<string, Known>, key: string) => void): void {
    for (const [index, store] of this.#known.entries()) {
      const key = keys[index]
      if (typeof key === 'string') visit(store, key)
    }
  }
}

interface Known {
  until: number
  outcome: Outcome
}
