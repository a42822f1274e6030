import type * as z from 'zod/mini'
import {type Draft, readDraft} from '../model/draft.ts'
import {parsePublished} from '../model/parse.ts'

/** A question and the shape of its answer, as one value. Ask it by any means, then `parse` what came back. */
export interface Query<Answer> {
  readonly query: string
  readonly params: Record<string, unknown>
  /** For the `published` perspective: the answer, or `InvalidAnswerError` with every issue. */
  parse(answer: unknown): Answer
  /** For every other perspective: accepts anything, and puts `null` where there is nothing of use. */
  parseDraft(answer: unknown): Draft<Answer> | null
}

export const toQuery = <Answer>(
  query: string,
  params: Record<string, unknown>,
  shape: z.ZodMiniType<Answer>,
): Query<Answer> => ({
  query,
  params,
  parse: (answer) => parsePublished(shape, answer),
  parseDraft: (answer) => readDraft(shape, answer),
})
