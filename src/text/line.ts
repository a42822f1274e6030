// Control characters, non-characters, lone surrogates, direction overrides, and white space that is not one plain space.
const unusual = /[\p{Cc}\p{Cs}\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]| {2}|^ | $/u
const breaks = /[\t\n\v\f\r\u2028\u2029]/g
const forbidden = /[\p{Cc}\ufffe\uffff\u202a-\u202e]/gu
const isolates = /[\u2066-\u2069]/g

/**
 * Authored text as one printable line: white space folded, control characters gone, direction marks balanced so that
 * they cannot turn round what stands after them. Anything that is not text is an empty line.
 */
export function line(text: unknown): string {
  if (typeof text !== 'string') return ''
  if (!unusual.test(text)) return text
  const printable = text.toWellFormed().replace(breaks, ' ').replace(forbidden, '').replace(/ {2,}/g, ' ').trim()
  return isBalanced(printable) ? printable : printable.replace(isolates, '')
}

/** Authored text as paragraphs: a blank line parts them. */
export const paragraphs = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/\r?\n[^\S\n]*\r?\n/)
        .map(line)
        .filter(Boolean)
    : []

function isBalanced(text: string): boolean {
  let open = 0
  for (const mark of text.match(isolates) ?? []) {
    open += mark === '\u2069' ? -1 : 1
    if (open < 0) return false
  }
  return open === 0
}
