import type {ExprNode, FilterNode} from 'groq-js'
import {keys} from './view.ts'

/**
 * A reference that no document can be the target of: it asks the index instead. GROQ knows one way to reach out of the
 * tree, `->`, and it can be given a value that is only known while the query runs, such as `^._id`.
 */
export const askIndex = '\u0000'

/** The documents of a type, of an id, … : what `answerTo` looks up when it meets a reference that begins with `askIndex`. */
export const lookups = {id: 'id:', text: 'text:', list: 'list:', ...keys} as const

/** What a prepared tree reads: documents of these types, and perhaps any document. */
export interface Reads {
  types: Set<string>
  everything: boolean
}

/**
 * Lets every `*[…]` of the tree that asks for an id, a slug, a reference or a type read the documents of that index
 * instead of all documents, and leaves out the condition the index has answered. Where a value turns out to be no text,
 * the filter is evaluated as it was. Gives the new tree, and tells what it reads.
 */
export function narrow(tree: ExprNode): {tree: ExprNode; reads: Reads} {
  const reads: Reads = {types: new Set(), everything: false}
  return {tree: narrowed(tree, reads), reads}
}

function narrowed<Node>(node: Node, reads: Reads): Node {
  if (typeof node !== 'object' || node === null || ('type' in node && node.type === 'Value')) return node
  if (Array.isArray(node)) return node.map((item) => narrowed(item, reads)) as Node
  if (isFilterOfEverything(node)) return narrowedFilter(node, reads) as Node
  if ('type' in node && node.type === 'Everything') reads.everything = true
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, narrowed(child, reads)])) as Node
}

function narrowedFilter(filter: FilterNode, reads: Reads): ExprNode {
  const conditions = conjunction(filter.expr)
  const type = firstOf(conditions, requiredType)
  const point = firstOf(conditions, requiredPoint)
  if (type) reads.types.add(type.found)
  // Which document an id leads to is only known while the query runs.
  else if (point?.found.index !== lookups.id) reads.everything = true

  const rest = (answered: ExprNode) => conditions.filter((one) => one !== answered).map((one) => narrowed(one, reads))
  const wide = type ? filtered(allOfType(type.found), rest(type.condition)) : filtered(filter.base, rest(filter))
  return point ? coalesce(filtered(lookup(point.found.index, point.found.value), rest(point.condition)), wide) : wide
}

function firstOf<Found>(conditions: readonly ExprNode[], find: (condition: ExprNode) => Found | null) {
  for (const condition of conditions) {
    const found = find(condition)
    if (found !== null) return {condition, found}
  }
  return null
}

function filtered(base: ExprNode, conditions: readonly ExprNode[]): ExprNode {
  if (conditions.length === 0) return base
  return {type: 'Filter', base, expr: conditions.reduce((left, right) => ({type: 'And', left, right}))}
}

const isFilterOfEverything = (node: object): node is FilterNode =>
  'type' in node && node.type === 'Filter' && (node as FilterNode).base.type === 'Everything'

/** The conditions that must all hold. */
function conjunction(condition: ExprNode): ExprNode[] {
  if (condition.type === 'Group') return conjunction(condition.base)
  return condition.type === 'And' ? [...conjunction(condition.left), ...conjunction(condition.right)] : [condition]
}

/** The literal type a document must have. */
function requiredType(condition: ExprNode): string | null {
  const sides = comparedToField(condition, '_type')
  return sides?.type === 'Value' && typeof sides.value === 'string' ? sides.value : null
}

interface Point {
  index: string
  value: ExprNode
}

/** The id, slug or reference a document must have, where it is known before the document is. */
function requiredPoint(condition: ExprNode): Point | null {
  const id = outside(comparedToField(condition, '_id'))
  if (id) return {index: lookups.id, value: id}
  const slug = outside(comparedToField(condition, 'slug.current'))
  if (slug) return {index: lookups.slug, value: slug}
  if (condition.type !== 'FuncCall' || condition.name !== 'references' || condition.args.length !== 1) return null
  const target = outside(condition.args[0] ?? null)
  return target && {index: lookups.refersTo, value: target}
}

/** The other side of `field == …`. */
function comparedToField(condition: ExprNode, field: string): ExprNode | null {
  if (condition.type !== 'OpCall' || condition.op !== '==') return null
  if (pathOf(condition.left) === field) return condition.right
  return pathOf(condition.right) === field ? condition.left : null
}

function pathOf(node: ExprNode): string | null {
  if (node.type !== 'AccessAttribute') return null
  if (!node.base) return node.name
  const base = pathOf(node.base)
  return base === null ? null : `${base}.${node.name}`
}

/** The same value seen from outside of the filter, or `null` where it depends on the document being filtered. */
function outside(node: ExprNode | null): ExprNode | null {
  if (node?.type === 'Value' || node?.type === 'Parameter') return node
  if (node?.type === 'Parent') return node.n > 1 ? {type: 'Parent', n: node.n - 1} : {type: 'This'}
  if (node?.type !== 'AccessAttribute' || !node.base) return null
  const base = outside(node.base)
  return base && {type: 'AccessAttribute', base, name: node.name}
}

export const text = (value: string): ExprNode => ({type: 'Value', value})
const nothing: ExprNode = {type: 'Array', elements: []}

/** Is `null`, so that the wider index answers, where the value is no text. */
export const lookup = (index: string, value: ExprNode): ExprNode => ({
  type: 'Deref',
  base: {
    type: 'Object',
    attributes: [
      {
        type: 'ObjectAttributeValue',
        name: '_ref',
        value: {type: 'OpCall', op: '+', left: text(askIndex + index), right: value},
      },
    ],
  },
})

/** Every document of a type. It says so, for those who read the tree after this. */
const allOfType = (type: string) => ({...coalesce(lookup(lookups.type, text(type)), nothing), ofType: type})

const coalesce = (...args: ExprNode[]): ExprNode => ({type: 'FuncCall', namespace: 'global', name: 'coalesce', args})

/** Every word of the document that `@` is, for what the evaluator does not know: `[@, _id] match text::query(…)`. */
export const wordsOfThis: ExprNode = lookup(lookups.text, {type: 'AccessAttribute', name: '_id'})
