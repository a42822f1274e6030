export interface SyntaxFault {
  description: string
  /** Where in the query it begins and ends, in UTF-16 units. */
  start: number
  end: number
}

const gap = /(?:\s|\/\/[^\n]*)*/y
const token = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[\w$]+|\.{2,3}|[=!<>]=|&&|\|\||->|=>|::|./suy
const strings = /"(?:[^"\\]|\\.)*("?)|'(?:[^'\\]|\\.)*('?)|\/\/[^\n]*/gsu

/** What stands where a query can be read no further, in the words of the hosted service: clients look for them. */
export function syntaxFault(query: string, position: number): SyntaxFault {
  const start = unclosedText(query) ?? afterGap(query, position)
  token.lastIndex = start
  const found = token.exec(query)?.[0]
  if (found === undefined) {
    const end = query.length
    return {description: 'unexpected end-of-file, expected expression', start: end, end: end + 1}
  }
  const shown = found.length > 80 ? `${found.slice(0, 80)}…` : found
  return {
    description: `unexpected token ${JSON.stringify(shown)}, expected expression`,
    start,
    end: start + found.length,
  }
}

function afterGap(query: string, position: number): number {
  gap.lastIndex = Math.min(position, query.length)
  gap.exec(query)
  return gap.lastIndex
}

/** Where a text begins that nothing ends: the parser has gone to the end of the query by then. */
function unclosedText(query: string): number | null {
  for (const {index, 0: text, 1: double, 2: single} of query.matchAll(strings)) {
    if (!text.startsWith('//') && !(double || single)) return index
  }
  return null
}
