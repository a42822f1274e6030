import type {Source, SourceOptions} from '../source.ts'
import {askerOf} from './asker.ts'
import {type Fault, faultOf} from './fault.ts'
import {errorOf} from './fault-error.ts'
import {needsNoGuard} from './guards.ts'
import type {SanitySourceOptions} from './sanity-source.ts'
import {turnsOf} from './turns.ts'
import {within} from './within.ts'

const mostRetriesOfAKind = 5
/** Milliseconds. The wait is a random part of it, which doubles with each retry. */
const firstWait = 100
const longestWait = 5000
/** How many retries all calls together have in store. A success brings one back. */
const fullBudget = 50

/** What `sanitySource` gives, for options that were looked at. */
export function guardOf(source: Source, options: SanitySourceOptions): Source {
  const {attemptTimeout = 10_000, timeout = 30_000, concurrency = 16, fetchOptions} = options
  const ask = askerOf(source)
  const turns = turnsOf(concurrency)
  let budget = fullBudget
  let answeredAt = 0

  async function fetch(query: string, params: Record<string, unknown>, options: SourceOptions): Promise<unknown> {
    const {perspective, signal} = options
    const told = {tag: 'roleprint', ...fetchOptions, ...options, ...(perspective !== 'published' && {useCdn: false})}
    const faults: Fault['kind'][] = []
    const begun = performance.now()
    let attempts = 0
    let end: number | undefined
    // While others are answered, the time in line does not count: a site with many pages asks for all at once.
    const endNow = () => end ?? Math.max(begun, answeredAt) + timeout
    for (;;) {
      let fault: Fault
      try {
        await within(endNow, signal, (inner) => turns.take(attempts === 0, inner))
        try {
          end = endNow()
          attempts += 1
          const until = Math.min(end, performance.now() + attemptTimeout)
          const result = await within(
            () => until,
            signal,
            (inner) => ask(query, params, {...told, signal: inner}),
          )
          answeredAt = performance.now()
          budget = Math.min(fullBudget, budget + 1)
          return result
        } finally {
          turns.leave()
        }
      } catch (error) {
        signal?.throwIfAborted()
        fault = faultOf(error)
      }
      const {kind, retryAfter} = fault
      const jitter = Math.random() * Math.min(longestWait, firstWait * 2 ** faults.length)
      const until = performance.now() + (retryAfter ?? 0) + jitter
      faults.push(kind)
      const isHopeless = kind === 'access' || kind === 'other' || until >= endNow()
      if (isHopeless || faults.filter((each) => each === kind).length > mostRetriesOfAKind || budget < 1) {
        throw errorOf(source, fault, attempts)
      }
      budget -= 1
      await pause(until, signal)
    }
  }
  return needsNoGuard({fetch})
}

const pause = (until: number, signal: AbortSignal | undefined) =>
  within(
    () => until,
    signal,
    () => new Promise(() => {}),
  ).catch(() => {})
