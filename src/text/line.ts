// Control characters, non-characters, lone surrogates, direction marks, breaks and spaces in a row.
const unusual = /[\p{Cc}\p{Cs}\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]| {2}/u
const breaks = /[\t\n\v\f\r\u2028\u2029]/g
const forbidden = /[\p{Cc}\ufffe\uffff\u202a-\u202e]/gu
// Not `trim`: that takes U+FEFF, which may be the end of an edit marker.
export const ends = /^\p{Zs}+|\p{Zs}+$/gu
const isolates = /[\u2066-\u2069]/g

/**
 * Authored text as one printable line: white space folded, control characters gone, direction marks balanced so that
 * they cannot turn round what stands after them. Anything that is not text is an empty line.
 */
export const line = (text: unknown): string => (typeof text === 'string' ? fold(text).replace(ends, '') : '')

/** The same for a part of a line, where the white space at its ends matters. */
export function fold(text: string): string {
  if (!unusual.test(text)) return text
  const printable = text.toWellFormed().replace(breaks, ' ').replace(forbidden, '').replace(/ {2,}/g, ' ')
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
