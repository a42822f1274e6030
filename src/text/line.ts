// Control characters, non-characters, lone surrogates, direction marks, breaks and spaces in a row.
const unusual = /[\p{Cc}\p{Cs}\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]| {2}/u
const breaks = /[\t\n\v\f\r\u2028\u2029]/g
const forbidden = /[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu
// Not `trim`: that takes U+FEFF, which may be the end of an edit marker. Looking back keeps a long gap from being tried
// from each of its spaces.
export const trimStart = (text: string): string => text.replace(/^\p{Zs}+/u, '')
export const trimEnd = (text: string): string => text.replace(/(?<!\p{Zs})\p{Zs}+$/u, '')

/**
 * Authored text as one printable line: white space folded, control characters gone, and so are the marks that force a
 * direction, which could turn round what stands after them. Anything that is not text is an empty line.
 */
export const line = (text: unknown): string => (typeof text === 'string' ? trimEnd(trimStart(fold(text))) : '')

/** The same for a part of a line, where the white space at its ends matters. */
export function fold(text: string): string {
  if (!unusual.test(text)) return text
  return text.toWellFormed().replace(breaks, ' ').replace(forbidden, '').replace(/ {2,}/g, ' ')
}

/** Authored text as paragraphs: a blank line parts them. */
export const paragraphs = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/\r?\n[^\S\n]*\r?\n/)
        .map(line)
        .filter(Boolean)
    : []
