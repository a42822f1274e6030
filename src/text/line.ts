import {cleanStega} from './stega.ts'

// Words of ASCII with one space between them, as most text is: nothing to do.
const plain = /^[!-~]+(?: [!-~]+)*$/
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
export function line(text: unknown): string {
  if (typeof text !== 'string') return ''
  return plain.test(text) ? text : trimEnd(trimStart(fold(text)))
}

/** The same for a part of a line, where the white space at its ends matters. */
export const fold = (text: string): string =>
  plain.test(text) ? text : text.toWellFormed().replace(breaks, ' ').replace(forbidden, '').replace(/ {2,}/g, ' ')

/** Authored text as paragraphs: a blank line parts them. */
export const paragraphs = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/\n\s*\n/)
        .map(line)
        .filter(Boolean)
    : []

/** A label as it stands before a colon of ours: one of its own goes. */
export function label(text: unknown): string {
  const written = line(text)
  const clean = cleanStega(written)
  const bare = trimEnd(clean.replace(/[\p{Zs}:：]+$/u, ''))
  return bare === clean ? written : bare
}
