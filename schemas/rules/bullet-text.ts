const bullet = /^\s*(?:[\uf000-\uf0ff•‣⁃◦▪▫●○■□▸►▶➢➤✓✔❖◆・∙·]|[-–—*+]\s)/u
// Of a list. "1. Halbjahr" and "2.5 tons" go on otherwise.
const number = /^\s*(?:\d{1,2}[.)]|[a-z]\))\s+\S/
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
