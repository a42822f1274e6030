/** How long what takes, in milliseconds. */
export interface FollowTiming {
  /** The first wait before connecting again, at least; it doubles with each failure. 1,000. */
  firstWait: number
  /** No wait is longer, but for those below. 30,000. */
  longestWait: number
  /** A connection without a welcome is given up after this. 10,000. */
  welcome: number
  /** A connection that lived so long was a good one: the next wait is the first again. 10,000. */
  steady: number
  /** How often to ask for everything while no stream is open. 30,000. */
  poll: number
  /** A stream that said nothing for so long is opened anew, since a dead one may look just like it. 300,000. */
  quiet: number
  /** The wait after a refusal. 60,000. */
  refused: number
  /** The wait after the server has sent its reader away. 300,000. */
  goAway: number
  /** In this time at most five streams are opened again because of something that could not be read. 60,000. */
  unreadable: number
}

export const usualTiming: FollowTiming = {
  firstWait: 1000,
  longestWait: 30_000,
  welcome: 10_000,
  steady: 10_000,
  poll: 30_000,
  quiet: 300_000,
  refused: 60_000,
  goAway: 300_000,
  unreadable: 60_000,
}

/** What a timer can wait for with half as much again, some eleven days; it would take a longer wait for none. */
const longestTimer = 1_000_000_000

/** The usual timing with these in place of its own, none of them too short or too long for a timer. */
export function timingWith(unusual: Partial<FollowTiming> = {}): FollowTiming {
  const known = Object.entries(unusual).filter(([, value]) => typeof value === 'number' && !Number.isNaN(value))
  const bounded = known.map(([name, value]) => [name, Math.min(Math.max(value, 1), longestTimer)])
  return {...usualTiming, ...Object.fromEntries(bounded)}
}

/** Resolves after this many milliseconds, or at once when the signal aborts. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
