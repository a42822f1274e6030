import type {ExprNode, FilterNode} from 'groq-js'
import type {StoredDocument} from './stored-document.ts'

/** A parameter that no query can name, so that it cannot meet one of the caller's. */
const parameterFor = (type: string) => `*${type}`

/**
 * Lets every `*[_type == "role" && …]` of the tree read the documents of that type instead of all documents. The filter
 * stays as it was: only documents it would have dropped are left out beforehand. Changes the tree; returns the types.
 */
export function readByType(node: unknown, types: Set<string> = new Set()): Set<string> {
  if (typeof node !== 'object' || node === null || ('type' in node && node.type === 'Value')) return types
  if (isFilterOfEverything(node)) {
    const type = requiredType(node.expr)
    if (type !== null) {
      types.add(type)
      node.base = {type: 'Parameter', name: parameterFor(type)}
    }
  }
  for (const child of Object.values(node)) readByType(child, types)
  return types
}

/** What a tree prepared by `readByType` needs among its parameters. */
export const typeParameters = (types: Iterable<string>, byType: ReadonlyMap<string, StoredDocument[]>) =>
  Object.fromEntries([...types].map((type) => [parameterFor(type), byType.get(type) ?? []]))

const isFilterOfEverything = (node: object): node is FilterNode =>
  'type' in node && node.type === 'Filter' && (node as FilterNode).base.type === 'Everything'

/** The literal type without which the condition cannot hold. */
function requiredType(condition: ExprNode): string | null {
  if (condition.type === 'Group') return requiredType(condition.base)
  if (condition.type === 'And') return requiredType(condition.left) ?? requiredType(condition.right)
  if (condition.type !== 'OpCall' || condition.op !== '==') return null
  const {left, right} = condition
  const isType = left.type === 'AccessAttribute' && left.name === '_type' && left.base === undefined
  return isType && right.type === 'Value' && typeof right.value === 'string' ? right.value : null
}
