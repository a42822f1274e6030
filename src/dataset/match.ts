import {evaluateSync} from 'groq-js'
import {askIndex} from './narrow.ts'
import type {StoredDocument} from './stored-document.ts'
import {wordsOf} from './text-query.ts'
import {rememberingTrees} from './trees.ts'

const filtersRemembered = 200

/** The tree of a filter. Throws `GroqSyntaxError`. */
export const readFilter = rememberingTrees(filtersRemembered, (tree) => tree)

/**
 * Whether a document alone passes a filter such as `*[_type == "role"]`, as listeners ask: other documents cannot be
 * reached. Throws what the parser or the evaluator throws.
 */
export function matches(filter: string, params: Record<string, unknown>, document: StoredDocument): boolean {
  const words = ({_ref}: {_ref: string}) => (_ref.startsWith(askIndex) ? wordsOf(document) : undefined)
  const dereference = words as unknown as () => undefined
  const {data} = evaluateSync(readFilter(filter, params), {dataset: [document], params, dereference})
  return Array.isArray(data) ? data.length > 0 : data !== null && data !== false
}
