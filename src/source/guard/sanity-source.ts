import type {Source} from '../source.ts'
import {guardOf} from './guard-of.ts'
import {guards} from './guards.ts'
import {tried} from './tried.ts'

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

/**
 * A source that stands between a site and a `@sanity/client`, or anything that is asked like one: it asks again what may pass,
 * ends in time, never asks too much at once, and gives a result or throws, never `undefined`.
 *
 * `fetch` throws a `SourceError`: `ContentTimeoutError`, `ContentUnavailableError`, `ContentResponseError` or
 * `ContentAccessError` where it is known what happened; and the signal's reason when that aborts. A source that needs no guard
 * is given back as it is. An option that is none is a `TypeError` at once.
 */
export function sanitySource(source: Source | Source['fetch'], options: SanitySourceOptions = {}): Source {
  for (const name of ['attemptTimeout', 'timeout'] as const) {
    if (!isFromOneUp(options[name])) throw wrongOption(name, options[name], 'milliseconds, a number from 1 up')
  }
  const {concurrency = 1} = options
  if (!isFromOneUp(concurrency) || Math.floor(concurrency) !== concurrency) {
    throw wrongOption('concurrency', concurrency, 'a whole number from 1 up')
  }
  if (guards.get(source) === source) return source
  return guardOf(typeof source === 'function' ? {fetch: source} : source, options)
}

/** Neither is `NaN`. `Infinity` is: who asks may wait without end. */
const isFromOneUp = (value: unknown = 1): boolean => typeof value === 'number' && value >= 1

const wrongOption = (name: string, value: unknown, takes: string) => {
  const shown = typeof value === 'string' ? JSON.stringify(value) : tried(() => String(value))
  return new TypeError(`The option "${name}" of sanitySource is ${shown}; it takes ${takes}.`)
}
