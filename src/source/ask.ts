import type {Perspective} from '../dataset/perspective.ts'
import type {Draft} from '../model/draft.ts'
import type {Query} from '../queries.ts'
import {guarded} from './guard/guarded.ts'
import type {FetchOptions} from './guard/sanity-source.ts'
import type {Source} from './source.ts'

export interface AskOptions {
  /** Which version answers. `published` where nothing is said. */
  perspective?: Perspective | undefined
  /** Ends the call when it aborts: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** What the client is told for this call, such as the tags of a cache. */
  fetchOptions?: FetchOptions | undefined
}

/** For what is published, whose answer is complete. */
export interface PublishedOptions extends AskOptions {
  perspective?: 'published' | undefined
}

/** Asks, and hands on a value that fits: strict for what is published, forgiving for everything else. */
export async function ask<Answer>(
  source: Source,
  query: Query<Answer>,
  {perspective = 'published', signal, fetchOptions}: AskOptions = {},
): Promise<Draft<Answer> | null> {
  signal?.throwIfAborted()
  const answer = await guarded(source).fetch(query.query, query.params, {...fetchOptions, perspective, signal})
  return perspective === 'published' ? (query.parse(answer) as Draft<Answer>) : query.parseDraft(answer)
}
