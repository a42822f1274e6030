import {guarded} from '../../source/guard/guarded.ts'
import type {Source} from '../../source/source.ts'

// What @sanity/client and the frameworks' own `fetch` know. Other sources pass it over.
const fresh = {useCdn: false, cache: 'no-store', stega: false, resultSourceMap: false} as const

/** The same source behind its guard, asked for what is stored now: never through a CDN or a cache on the way. */
export const uncached = (source: Source): Source => ({
  fetch: (query, params, options) => guarded(source).fetch(query, params, {...options, ...fresh}),
})
