const bullet = /^\s*(?:[\x95\uf000-\uf0ff•‣⁃◦▪▫▸►▶➢➤❖◆・∙·]|[●○■□★☆◇✓✔☐☑✅]|[→➔➜»›\x96\x97–—*+-]\s|[o§Øü]\t)/u
// Of a list. "1. Halbjahr" and "2.5 tons" go on otherwise.
const number = /^\s*(?:\d{1,2}[.)]|\(?(?:\d{1,2}|[a-z])\))\s+\S/
const lineBreak = /[\n\r\u2028\u2029]/

/** Text that is printed as one bullet brings no bullet and no line break of its own. */
export function bulletTextProblem(statement: unknown): string | true {
  if (typeof statement !== 'string') return true
  if (bullet.test(statement)) return 'Leave out the bullet: the page adds it.'
  if (number.test(statement))
    return 'Leave out the number: the page prints a list. If it belongs to the words, write it out.'
  if (lineBreak.test(statement)) return 'Keep it on one line: it is printed as one bullet.'
  return true
}

/** The same of an item of a list in rich text, where a line break is one. */
export function bulletBlockProblem(block: unknown): string | true {
  const {listItem, children} = (block ?? {}) as {listItem?: unknown; children?: unknown}
  if (typeof listItem !== 'string' || !Array.isArray(children)) return true
  const text = children
    .map((child) => (child as {text?: unknown} | null)?.text)
    .filter((part) => typeof part === 'string')
  return bulletTextProblem(text.join('').replace(/[\n\r\u2028\u2029]+/g, ' '))
}
