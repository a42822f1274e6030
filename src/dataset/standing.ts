import type {ExprNode} from 'groq-js'
import {lookup, lookups, text} from './narrow.ts'

/**
 * Lets lists that depend on nothing but the documents of one type, such as `*[_type == "role" && defined(slug)] |
 * order(title)`, be read from memory for as long as no document of that type is written. The list's own tree is its
 * name. Takes a tree that `narrow` has made; gives a new one.
 */
export function standing<Node>(node: Node): Node {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(standing) as Node
  const type = isList(node) ? typeOfList(node) : null
  if (type !== null) return lookup(lookups.list, text(listName(type, node))) as Node
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, standing(child)])) as Node
}

const isList = (node: object): node is ExprNode =>
  'type' in node &&
  (node.type === 'Filter' || (node.type === 'PipeFuncCall' && 'name' in node && node.name === 'order'))

const listName = (type: string, node: object): string => JSON.stringify([type, node])

/** What a list's name says: the type it depends on, and how it is made. */
export const readListName = (name: string): [type: string, tree: ExprNode] => JSON.parse(name)

/** The type whose documents a list is made from, or `null` where it depends on more than these. */
function typeOfList(node: ExprNode): string | null {
  if (node.type === 'Filter') return dependsOnDocument(node.expr) ? typeOfList(node.base) : null
  if (node.type === 'PipeFuncCall') return node.args.every(dependsOnDocument) ? typeOfList(node.base) : null
  return 'ofType' in node ? String(node.ofType) : null
}

const plain = new Set([
  'And',
  'Or',
  'Not',
  'Group',
  'OpCall',
  'AccessAttribute',
  'AccessElement',
  'Value',
  'This',
  'Asc',
  'Desc',
])
const plainFunctions = new Set(['defined', 'lower', 'upper', 'coalesce', 'length', 'string'])

/** Whether a condition or an ordering is about the document alone: no parameter, reference, time or person. */
function dependsOnDocument(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return true
  if (Array.isArray(node)) return node.every(dependsOnDocument)
  const {type, name} = node as {type?: string; name?: string}
  if (type === 'Value') return true
  const isPlain = plain.has(type ?? '') || (type === 'FuncCall' && plainFunctions.has(name ?? ''))
  return isPlain && Object.values(node).every(dependsOnDocument)
}
