import type {Perspective} from '../dataset/perspective.ts'

/**
 * Anything that can answer a GROQ query. A `@sanity/client` is one, and so is `localSource` from `roleprint/local`.
 */
export interface Source {
  fetch(query: string, params: Record<string, unknown>, options: {perspective: Perspective}): Promise<unknown>
}
