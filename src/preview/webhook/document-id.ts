import {placeOf} from '../../dataset/perspective.ts'

const documentId = /^[a-z0-9_][a-z0-9_.-]{0,127}$/i

/** The published id of the document that is stored under this one; `null` for what Content Lake would not take as an id. */
export function publishedId(storedId: string): string | null {
  const isId = documentId.test(storedId) && !/\.\.|\.$/.test(storedId)
  return isId ? (placeOf(storedId)?.id ?? null) : null
}
