import type {ExprNode} from 'groq-js'
import {wordsOfThis} from './narrow.ts'

/**
 * Says `text::query(…)`, which the evaluator does not know, in terms of `match`: the words of the query, each of which
 * must begin or be a word of what is searched. `@` in a list that is searched means the words of the whole document.
 * Changes the tree.
 */
export function lowerTextQueries(node: unknown): void {
  if (typeof node !== 'object' || node === null || ('type' in node && node.type === 'Value')) return
  const call = node as ExprNode
  if (call.type === 'OpCall' && call.op === 'match' && isTextQuery(call.right)) {
    call.right = call.right.args[0] ?? call.right
    call.left = searched(call.left)
  }
  for (const child of Object.values(node)) lowerTextQueries(child)
}

const isTextQuery = (node: ExprNode): node is ExprNode & {type: 'FuncCall'} =>
  node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'

function searched(node: ExprNode): ExprNode {
  if (node.type === 'This') return wordsOfThis
  if (node.type !== 'Array') return node
  const elements = node.elements.map((element) =>
    element.value.type === 'This' ? {...element, value: wordsOfThis, isSplat: true} : element,
  )
  return {...node, elements}
}

/** Every text in a document, but for what names parts of it to machines. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  return Object.entries(value).flatMap(([name, child]) => (name.startsWith('_') ? [] : wordsOf(child)))
}
