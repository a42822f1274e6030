/**
 * Which version of a document answers: what is published, what is being written (drafts over published),
 * every stored version as it is, or a stack of releases.
 */
export type Perspective = 'published' | 'drafts' | 'raw' | readonly string[]

/**
 * Anything that can answer a GROQ query. A `@sanity/client` is one, and so is `localSource` from `roleprint/local`.
 */
export interface Source {
  fetch(query: string, params: Record<string, unknown>, options: {perspective: Perspective}): Promise<unknown>
}
