import type {Ending} from './ending.ts'
import type {FollowTiming} from './timing.ts'

const mostUnreadable = 5

/** How long to wait before connecting again. No two followers wait alike, so that a server is not asked by all at once. */
export class Waits {
  readonly #timing: FollowTiming
  #failures = 0
  /** When streams were given up because of something that could not be read. */
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
    return kind === 'unreadable' ? Math.max(wait, this.#untilAllowed()) : wait
  }

  #untilAllowed(): number {
    const now = performance.now()
    const recent = this.#unreadable.filter((time) => now - time < this.#timing.unreadable)
    const first = recent.at(-mostUnreadable)
    const wait = first === undefined ? 0 : first + this.#timing.unreadable - now
    this.#unreadable = [...recent.slice(-mostUnreadable), now + wait]
    return wait
  }
}

const spread = (least: number, most: number): number => Math.ceil(least + Math.random() * (most - least))
