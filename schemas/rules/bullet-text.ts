const bullet = /^\s*(?:[•‣⁃◦▪▫●○■□▸►▶∙·]|[-–—*+]\s)/u
const lineBreak = /[\n\r\u2028\u2029]/

/** Text that is printed as one bullet brings no bullet and no line break of its own. */
export function bulletTextProblem(statement: unknown): string | true {
  if (typeof statement !== 'string') return true
  if (bullet.test(statement)) return 'Leave out the bullet: the page adds it.'
  if (lineBreak.test(statement)) return 'Keep it on one line: it is printed as one bullet.'
  return true
}
