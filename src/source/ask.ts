import type {Perspective} from '../dataset/perspective.ts'
import {SourceError} from '../errors.ts'
import type {Draft} from '../model/draft.ts'
import type {Query} from '../queries.ts'
import type {Source} from './source.ts'

/** Which perspective to ask in. `published` where nothing is said. */
export interface AskOptions {
  perspective?: Perspective | undefined
}

/** Asks, and hands on a value that fits: strict for what is published, forgiving for everything else. */
export async function ask<Answer>(
  source: Source,
  query: Query<Answer>,
  options: AskOptions = {},
): Promise<Draft<Answer> | null> {
  const {perspective = 'published'} = options
  const answer = await answerOf(source, query, perspective)
  return perspective === 'published' ? (query.parse(answer) as Draft<Answer>) : query.parseDraft(answer)
}

async function answerOf(source: Source, {query, params}: Query<unknown>, perspective: Perspective): Promise<unknown> {
  let answer: unknown
  try {
    answer = await source.fetch(query, params, {perspective})
  } catch (cause) {
    throw new SourceError(`Could not ask for the content: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
  // A server that answers 200 with a broken body makes some clients answer `undefined`: that is no "not found".
  if (answer === undefined) throw new SourceError('The source answered, but there was no result in its answer.')
  return answer
}
