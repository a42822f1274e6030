import type {Source, SourceOptions} from '../source.ts'
import {askerOf} from './asker.ts'
import {type Fault, faultOf} from './fault.ts'
import {errorOf} from './fault-error.ts'
import {guards, needsNoGuard} from './guards.ts'
import {turnsOf} from './turns.ts'
import {within} from './within.ts'

/** What a client's `fetch` takes beside the perspective. Others pass over what they do not know. */
export interface FetchOptions {
  /** For the cache of Next.js. */
  next?: {revalidate?: number | false; tags?: string[]}
  cache?: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached'
  /** `false`: what is stored now. */
  useCdn?: boolean
  /** What the request is called in Sanity's logs. */
  tag?: string
  [other: string]: unknown
}

export interface SanitySourceOptions {
  /** Milliseconds until a request is given up and made anew. 10,000. */
  attemptTimeout?: number | undefined
  /** Milliseconds until there is an answer or an error, whatever happens. 30,000. */
  timeout?: number | undefined
  /** Requests at the same time, at most. 16. */
  concurrency?: number | undefined
  /** For every request. Its `tag` is `roleprint` where nothing else is said; drafts are never asked from the CDN. */
  fetchOptions?: FetchOptions | undefined
}

const mostRetriesOfAKind = 5
/** Milliseconds. The wait is a random part of it, which doubles with each retry. */
const firstWait = 100
const longestWait = 5000
/** How many retries all calls together have in store. A success brings one back. */
const fullBudget = 50

/**
 * A source that stands between a site and a `@sanity/client`, or anything that is asked like one: it asks again what may pass,
 * ends in time, never asks too much at once, and gives a result or throws, never `undefined`.
 *
 * `fetch` throws a `SourceError`: `ContentTimeoutError`, `ContentUnavailableError`, `ContentResponseError` or
 * `ContentAccessError` where it is known what happened; and the signal's reason when that aborts. A source that needs no guard
 * is given back as it is.
 */
export function sanitySource(source: Source | Source['fetch'], options: SanitySourceOptions = {}): Source {
  if (guards.get(source) === source) return source
  const {attemptTimeout = 10_000, timeout = 30_000, concurrency = 16, fetchOptions} = options
  const given = typeof source === 'function' ? {fetch: source} : source
  const ask = askerOf(given)
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
        throw errorOf(given, fault, attempts)
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
