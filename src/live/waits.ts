import type {Ending} from './ending.ts'
import type {FollowTiming} from './timing.ts'

const mostUnreadable = 5

/** How long to wait before connecting again. No two followers wait alike, so that a server is not asked by all at once. */
export class Waits {
  readonly #timing: FollowTiming
  #failures = 0
  /** When the latest streams were opened again because of something that could not be read. */
  #unreadable: number[] = []

  constructor(timing: FollowTiming) {
    this.#timing = timing
  }

  /** Milliseconds. `lived`: how long the connection was a good one. */
  after({kind}: Ending, lived: number): number {
    const {firstWait, longestWait, steady, refused, goAway} = this.#timing
    if (lived >= steady) this.#failures = 0
    if (kind === 'quiet') return 0
    if (kind === 'refused') return spread(refused, refused * 1.5)
    if (kind === 'goaway') return spread(goAway, goAway * 1.5)
    const most = Math.min(longestWait, firstWait * 2 ** (this.#failures + 1))
    this.#failures += 1
    const wait = spread(most / 2, most)
    return kind === 'unreadable' ? this.#seldom(wait) : wait
  }

  /** This wait, or a longer one where too much could not be read of late. */
  #seldom(wait: number): number {
    const now = performance.now()
    const fifth = this.#unreadable.at(-mostUnreadable)
    const until = fifth === undefined ? 0 : Math.ceil(fifth + this.#timing.unreadable - now)
    const longer = Math.max(wait, until)
    this.#unreadable = [...this.#unreadable, now + longer].slice(-mostUnreadable)
    return longer
  }
}

const spread = (least: number, most: number): number => Math.ceil(least + Math.random() * (most - least))
