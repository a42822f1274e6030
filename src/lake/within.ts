import {Script} from 'node:vm'

const script = new Script('globalThis.lakeWork()')

/** Does some work and stops it from inside when its time is over, without an end to anything else. Throws then. */
export function within<Result>(milliseconds: number, work: () => Result): Result {
  let result: Result | undefined
  const place = globalThis as {lakeWork?: () => void}
  place.lakeWork = () => {
    result = work()
  }
  script.runInThisContext({timeout: Math.max(1, Math.ceil(milliseconds))})
  return result as Result
}

/** How much of its time a process must have had of a processor before that time counts as over. */
const enough = 0.5

/**
 * The same, for a process that does nothing else: counts the time of its own processor. Where the machine was busy with
 * other things meanwhile, the work is begun anew with so much more on the clock.
 */
export function withinOwnTime<Result>(milliseconds: number, work: () => Result): Result {
  let clock = milliseconds
  for (;;) {
    const before = process.cpuUsage()
    try {
      return within(clock, work)
    } catch (error) {
      const had = ownTimeSince(before)
      if (!isTimeout(error) || had >= enough * milliseconds) throw error
      clock *= Math.max(2, milliseconds / Math.max(1, had))
    }
  }
}

/** Milliseconds of a processor that this process has had since a `process.cpuUsage()`. */
export function ownTimeSince(before: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

export const isTimeout = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
