import {Dataset} from '../dataset/dataset.ts'
import {referencesIn} from '../dataset/references-in.ts'
import {answerFrom, storedText} from './local.ts'

/** Documents that come and go, asked as they are published. For work on more of them than should be in memory at once. */
export interface LocalStore {
  /**
   * Takes a document in, as the text of its JSON, in place of the one with its `_id`. Gives the ids it refers to. Throws
   * what `JSON.parse` throws.
   */
  put(json: string): string[]
  delete(id: string): void
  /** The answer shares its parts with the documents: it must not be changed. Throws `SourceError`. */
  answer(query: string, params: Record<string, unknown>): Promise<unknown>
}

/** A store without documents. */
export function localStore(): LocalStore {
  const dataset = new Dataset({findsReferencesLate: true})
  return {
    put(json) {
      // Written with escapes, a name that cannot be stored would not be seen.
      const document = storedText(json.includes('\\u') ? JSON.stringify(JSON.parse(json)) : json)
      dataset.put(document)
      return [...referencesIn(document)].map(({id}) => id)
    },
    delete: (id) => dataset.delete(id),
    answer: (query, params) => answerFrom(dataset, {query, params, perspective: 'published'}),
  }
}
