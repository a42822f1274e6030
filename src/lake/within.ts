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

export const isTimeout = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
