import type {Perspective} from '../dataset/perspective.ts'

/** What a source is told about how to answer. */
export interface SourceOptions {
  perspective: Perspective
  /** Aborts when the answer is of no use any more. A source may pass it over. */
  signal?: AbortSignal | undefined
}

/**
 * Anything that can answer a GROQ query. A `@sanity/client` is one, and so is `localSource` from `roleprint/local`.
 */
export interface Source {
  fetch(query: string, params: Record<string, unknown>, options: SourceOptions): Promise<unknown>
}
