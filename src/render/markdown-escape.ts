import {cleanLine} from '../text/line.ts'

// Escaped by position: a character gets a backslash only where it would be read as something else, so that "C#",
// "snake_case", "R&D" and "<100ms" stay as they are written. https://spec.commonmark.org/0.31.2/#inlines
const specials = /[\\`*_[\]<&~!]/
const space = /^\s?$/
const wordCharacter = /[\p{L}\p{N}]/u
const asciiPunctuation = /[!-/:-@[-`{-~]/
const tagOrAddress = /^<(?:[A-Za-z/!?]|[^\s<>@]+@[^\s<>@]+>)/
const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i
const startsWithLetter = /^[A-Za-z]/
const lineStart =
  /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|[-|:](?=[\s|:-]*$)|_(?=[\s_]*$)|=(?==*$)|\+(?=\+\+)|\[(?=[ xX]\](?:\s|$)))/
const orderedItem = /^(\d{1,9})([.)])(?=\s|$)/
const entityAnywhere = /&(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)/gi
const longestEntity = 40
const closingHashes = /(^|\s)(#+)$/

/** What stands around a text: the characters beside it (empty at an end), and whether it is the text of a link. */
export interface Surroundings {
  before?: string
  after?: string
  isLinkText?: boolean
  /** The marks that stand alone in their paragraph, as `loneMarks` tells. */
  lone?: string
}

/** Text in the middle of a line. */
export function escapeMarkdown(
  text: string,
  {before = '', after = '', isLinkText = false, lone = ''}: Surroundings = {},
): string {
  if (!specials.test(text)) return text
  let escaped = ''
  for (let index = 0; index < text.length; index++) {
    const previous = index > 0 ? text.charAt(index - 1) : before
    const next = text.charAt(index + 1) || after
    const character = text.charAt(index)
    const isBracket = isLinkText && (character === '[' || character === ']')
    const isMark = !lone.includes(character) && isRead(text, index, previous, next)
    escaped += isBracket || isMark ? `\\${character}` : character
  }
  return escaped
}

function isRead(text: string, index: number, previous: string, next: string): boolean {
  switch (text.charAt(index)) {
    case '\\':
      return next === '' || next === '\n' || asciiPunctuation.test(next)
    case '`':
      return true
    case '*':
      return !(space.test(previous) && space.test(next))
    case '_':
      return !(space.test(previous) && space.test(next)) && !(wordCharacter.test(previous) && wordCharacter.test(next))
    case ']':
      return next === '(' || next === '[' || next === ':'
    case '<':
      return tagOrAddress.test(text.slice(index))
    case '&':
      return entity.test(text.slice(index, index + longestEntity))
    case '!':
      return next === '[' && index === text.length - 1
    case '~':
      return !space.test(previous)
    default:
      return false
  }
}

/** Text that fills a line of its own, where its first characters could open a list, a quote, a heading or a rule. */
export const escapeMarkdownLine = (text: string): string => escapeLineStart(escapeWhole(cleanLine(text)))

const escapeWhole = (text: string): string => escapeMarkdown(text, {lone: loneMarks(text)})

/** Of the marks that are read in pairs, those of which a paragraph has no two: "Entwickler*in", "Don`t". */
export const loneMarks = (text: string): string =>
  [...'*_`~'].filter((mark) => text.indexOf(mark) === text.lastIndexOf(mark)).join('')

/**
 * A line that has been escaped inside, so that it opens no other block: a row of dashes and bars neither, which makes the
 * line above it the head of a table for readers that know tables (GFM).
 */
export const escapeLineStart = (line: string): string =>
  startsWithLetter.test(line) ? line : line.replace(lineStart, '\\$&').replace(orderedItem, '$1\\$2')

/** Text of a heading, where hashes at the end would be taken for its closing. */
export const escapeMarkdownHeading = (text: string): string =>
  escapeWhole(cleanLine(text)).replace(closingHashes, '$1\\$2')

/** An address between the parentheses of a link. */
export const escapeLinkAddress = (href: string): string =>
  href.replace(/[()*_]/g, '\\$&').replace(entityAnywhere, '\\$&')
