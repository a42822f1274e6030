import {type ExprNode, parse} from 'groq-js'
import {remembering} from './remembering.ts'
import {lowerTextQueries} from './text-query.ts'

const longestKey = 10_000

/**
 * Remembers what is made of the trees of the latest queries. What `[$x]` means is known to the parser alone: a place of a
 * list for a number, a field for a text, a filter for anything else. So a tree is kept for the values in such brackets too.
 * The function throws what the parser throws (`GroqSyntaxError`).
 */
export function rememberingTrees<Answer>(limit: number, make: (tree: ExprNode) => Answer) {
  const bracketsOf = remembering(limit, paramsInBrackets)
  const plain = remembering(limit, (query) => make(treeOf(query)))
  // Apart from the others: one query may come with ever new values.
  const withValues = remembering(limit, (key) => make(treeOf(...(JSON.parse(key) as Parameters<typeof treeOf>))))
  return (query: string, params: Record<string, unknown>): Answer => {
    const deciding = bracketsOf(query).filter((name) => Object.hasOwn(params, name) && decides(params[name]))
    if (deciding.length === 0) return plain(query)
    const values = Object.fromEntries(deciding.map((name) => [name, params[name]]))
    const key = JSON.stringify([query, values])
    return key.length > longestKey ? make(treeOf(query, values)) : withValues(key)
  }
}

// A remark may end a query, which the parser wants a line's end after.
function treeOf(query: string, params?: Record<string, unknown>): ExprNode {
  const tree = parse(`${query}\n`, params ? {params} : {})
  lowerTextQueries(tree)
  return tree
}

const decides = (value: unknown) => typeof value === 'string' || Number.isFinite(value)

const textOrRemark = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*/g
/** Nothing that compares, lists or joins conditions can be a place or the name of a field. */
const bracket = /\[([^[\]=<>!,&|]*)\]/g

/** Parameters in brackets that may be more than a filter: `[$n]`, `[$from...$to]`, `["name_" + $lang]`. */
function paramsInBrackets(query: string): string[] {
  const bare = query.replace(textOrRemark, (found) => (found.startsWith('/') ? '' : '""'))
  const inside = [...bare.matchAll(bracket)].flatMap(([, content = '']) => [...content.matchAll(/\$(\w+)/g)])
  return [...new Set(inside.map(([, name = '']) => name))]
}
