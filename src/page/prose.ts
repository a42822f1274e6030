import type {PortableTextBlock, PortableTextMarkDefinition, PortableTextSpan} from '@portabletext/types'
import {fold, trimEnd, trimStart, withoutBullet} from '../text/line.ts'
import {safeHref} from '../text/safe-href.ts'
import {cleanStega} from '../text/stega.ts'
import {wholeNumber} from '../text/whole-number.ts'

/** Portable Text that every format can print: paragraphs, bullets and numbers, with strong, emphasis, safe links and `\n`. */
export type Prose = PortableTextBlock<ProseLink, PortableTextSpan>[]
export type ProseLink = PortableTextMarkDefinition & {_type: 'link'; href: string}

const decorators = ['strong', 'em']
const deepestList = 10

/**
 * Makes stored Portable Text printable. Text is never lost: an unknown style is a paragraph, an unknown mark is plain
 * text, a link that leads nowhere safe is its text. A list is one level deeper than the item before it at most, and
 * items of one level stay so. What has no text prints nothing; `unprintable` tells of it.
 */
export function prose(value: unknown): Prose {
  // The stored levels of the items that this one is inside of.
  let outer: number[] = []
  return (Array.isArray(value) ? value : []).flatMap((block: unknown) => {
    if (!isObject(block)) return []
    const links = linksOf(block)
    const spans = childrenOf(block).flatMap((child) => toSpans(child, links))
    const children = trimSpans(spans.length > 1 ? joinSpans(joinSpans(spans).flatMap(bareEnds)) : spans)
    if (children.length === 0) return []
    const base = {_type: 'block', style: 'normal', markDefs: links, children}
    const {listItem} = block
    if (typeof listItem !== 'string') {
      outer = []
      return [base]
    }
    const stored = wholeNumber(block.level, deepestList)
    outer = [...outer.filter((level) => level < stored), stored]
    return [
      {
        ...base,
        children: trimSpans(withoutOwnBullet(children)),
        listItem: listItem === 'number' ? 'number' : 'bullet',
        level: outer.length,
      },
    ]
  })
}

// An edit marker may stand before a bullet or between it and its space: it goes with them.
function withoutOwnBullet(spans: PortableTextSpan[]): PortableTextSpan[] {
  const clean = cleanStega(spans.map(({text}) => text).join(''))
  const length = clean.length - withoutBullet(clean).length
  let seen = 0
  return spans.map(({text, ...span}) => {
    let at = 0
    while (seen < length && at < text.length) if (text[at++] === clean[seen]) seen++
    return {...span, text: text.slice(at)}
  })
}

/** The parts of a block: a text alone is one. */
export const childrenOf = ({children}: Stored): unknown[] =>
  Array.isArray(children) ? children : typeof children === 'string' ? [children] : []

/** The text alone, a paragraph an item. */
export const proseText = (content: Prose): string[] =>
  content.map(({children}) => children.map(({text}) => text).join(''))

/** An object of stored content, of whatever kind. */
export type Stored = Record<string, unknown>

export const isObject = (value: unknown): value is Stored => typeof value === 'object' && value !== null

const linksOf = (block: Stored): ProseLink[] =>
  annotationsOf(block).flatMap((annotation) => {
    const href = safeHref(addressOf(annotation))
    return href === null ? [] : [{_key: String(annotation._key), _type: 'link', href}]
  })

export const annotationsOf = ({markDefs}: Stored): Stored[] =>
  Array.isArray(markDefs) ? markDefs.filter(isObject) : []

/** Where an annotation leads, whatever a schema calls it: `link`, `externalLink`, with `href` or `url`. */
export const addressOf = ({href, url}: Stored): unknown => href ?? url ?? href

const toSpans = (child: unknown, links: ProseLink[]): PortableTextSpan[] => {
  const text = isObject(child) ? child.text : child
  const marks = isObject(child) ? marksOf(child, links) : []
  return typeof text === 'string' ? [span(tidyBreaks(text.split(lineBreak).map(fold).join('\n')), marks)] : []
}

// Soft line breaks stay, one at a time, and no line begins or ends with a space.
const lineBreak = /\r\n|[\n\v\r\u2028]/
const tidyBreaks = (text: string): string =>
  text.includes('\n') ? text.replace(/(?<!\p{Zs})\p{Zs}*\n[\p{Zs}\n]*/gu, '\n') : text

// White space moves out of a mark, so that no format has to open or close one beside a space.
function bareEnds({text, marks = []}: PortableTextSpan): PortableTextSpan[] {
  const rest = trimStart(text)
  const inner = trimEnd(rest)
  return [span(text.slice(0, text.length - rest.length), []), span(inner, marks), span(rest.slice(inner.length), [])]
}

// A link inside a link is none, so the first one counts.
function marksOf(child: Stored, links: ProseLink[]): string[] {
  const stored: unknown[] = Array.isArray(child.marks) ? child.marks : []
  const link = stored.find((mark) => links.some(({_key}) => _key === mark)) as string | undefined
  return [...decorators.filter((decorator) => stored.includes(decorator)), ...(link === undefined ? [] : [link])]
}

const span = (text: string, marks: string[]): PortableTextSpan => ({_type: 'span', text, marks})

// Neighbours with the same marks become one, and two spaces between them one.
function joinSpans(spans: PortableTextSpan[]): PortableTextSpan[] {
  const joined: PortableTextSpan[] = []
  for (const next of spans) {
    const last = joined.at(-1)
    const text = last && /[ \n]$/.test(last.text) ? next.text.replace(/^ /, '') : next.text
    if (text === '') continue
    if (last && sameMarks(last, next)) last.text = tidyBreaks(last.text + text)
    else joined.push({...next, text})
  }
  return joined
}

// A paragraph begins and ends with a word. White space has no marks, so at an end there is one span of it at most.
function trimSpans(spans: PortableTextSpan[]): PortableTextSpan[] {
  const last = spans.length - 1
  return spans
    .map(({text, marks = []}, index) => {
      const start = index === 0 ? trimStart(text) : text
      return span(index === last ? trimEnd(start) : start, marks)
    })
    .filter(({text}) => text !== '')
}

const sameMarks = (one: PortableTextSpan, other: PortableTextSpan): boolean =>
  one.marks?.length === other.marks?.length && (one.marks ?? []).every((mark) => other.marks?.includes(mark))
