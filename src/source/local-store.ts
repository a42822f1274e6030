import {Dataset} from '../dataset/dataset.ts'
import {referencesIn} from '../dataset/references-in.ts'
import {answerFrom, storedFrom} from './local.ts'

/** Documents that come and go, asked as they are published. For work on more of them than should be in memory at once. */
export interface LocalStore {
  /**
   * Takes a document in, as the text of its JSON, in place of the one with its `_id`. Gives what it refers to. Throws
   * `SourceError` for a document that cannot be stored, and what `JSON.parse` throws.
   */
  put(json: string): Referred[]
  delete(id: string): void
  /** The answer shares its parts with the documents: it must not be changed. Throws `SourceError`. */
  answer(query: string, params: Record<string, unknown>): Promise<unknown>
}

/** A document that another one refers to. */
export interface Referred {
  id: string
  /** The field of the other one in which the reference stands. */
  field: string
}

/** A store without documents. */
export function localStore(): LocalStore {
  const dataset = new Dataset({findsReferencesLate: true})
  return {
    put(json) {
      const document = storedFrom(json)
      dataset.put(document)
      return Object.entries(document).flatMap(([field, value]) => [...referencesIn(value)].map(({id}) => ({id, field})))
    },
    delete: (id) => dataset.delete(id),
    answer: (query, params) => answerFrom(dataset, {query, params, perspective: 'published'}),
  }
}
