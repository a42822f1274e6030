import {cleanStega} from './stega.ts'

// Words of ASCII with one space between them, as most text is: nothing to do.
const plain = /^[!-~]+(?: [!-~]+)*$/
const breaks = /[\t\n\v\f\r\x85\u2028\u2029]/g
// What was written on Windows and read as something else, as HTML reads "&#150;": these are U+0080 to U+009F there.
const windows = '€ ‚ƒ„ †‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const fromWindows = /[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]/g
const forbidden = /[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu
// Not `trim`: that takes U+FEFF, which may be the end of an edit marker. Looking back keeps a long gap from being tried
// from each of its spaces.
export const trimStart = (text: string): string => text.replace(/^[\p{Zs}\n]+/u, '')
export const trimEnd = (text: string): string => text.replace(/(?<![\p{Zs}\n])[\p{Zs}\n]+$/u, '')

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
  plain.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(breaks, ' ')
        .replace(fromWindows, (character) => windows.charAt(character.charCodeAt(0) - 0x80))
        // The hyphen at which Word breaks no line, and the end of a cell in a table of Word.
        .replaceAll('\x1e', '-')
        .replaceAll('\x07', ' ')
        .replace(forbidden, '')
        .replace(/ {2,}/g, ' ')

/** A line without the edit markers in it, whose ends are then those of the words. */
export function cleanLine(text: string): string {
  const clean = cleanStega(text)
  return clean === text ? text : line(clean)
}

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
  const written = point(text)
  const clean = cleanStega(written)
  const bare = trimEnd(clean.replace(/[\p{Zs}:：]+$/u, ''))
  return bare === clean ? written : bare
}

/**
 * A line that is printed as a point of a list: a bullet that a word processor left before it goes. So does "1.", but in
 * English alone: elsewhere it may as well be the first of something.
 */
export function point(text: unknown, language: string | null = null): string {
  if (typeof text !== 'string') return ''
  const numberless = language?.startsWith('en') ? text.replace(/^\s*\d{1,2}\.(?=\s+\S)/, '') : text
  // Once more, since a bullet of Windows is one only now.
  return withoutBullet(line(withoutBullet(numberless)))
}

/** The text without its own bullet, unless no word would be left. */
export function withoutBullet(text: string): string {
  const bare = text.replace(bullets, '')
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text
}

/*
 * Signs that begin no word, first those of Word's own stand in the private use area; those that may stand for something
 * before a space; a dash before a word; the letters that Word's bullets are in another font, before a tab; and the
 * number of an item.
 */
const bullets =
  /^[\t\n\p{Zs}]*(?:(?:[\uf000-\uf0ff•‣⁃◦▪▫▸►▶➢➤❖◆・∙·][\ufe0e\ufe0f]?|[●○■□★☆◇✓✔☐☑✅→➔➜»›][\ufe0e\ufe0f]?(?=[\t\n\p{Zs}])|[-–—*](?=[\t\n\p{Zs}]+\p{L})|[o§Øü](?=\t)|\d{1,2}\)(?=[\t\n\p{Zs}]+\S))[\t\n\p{Zs}]*)+/u
