import type {PortableTextBlock, PortableTextMarkDefinition, PortableTextSpan} from '@portabletext/types'
import type {Issue} from '../errors.ts'
import {fold, trimEnd, trimStart} from '../text/line.ts'
import {safeHref} from '../text/safe-href.ts'

/** Portable Text that every format can print: paragraphs and bullets, with strong, emphasis and safe links. */
export type Prose = PortableTextBlock<ProseLink, PortableTextSpan>[]
export type ProseLink = PortableTextMarkDefinition & {_type: 'link'; href: string}

/** What could not be printed, told to whoever asks. */
export type Report = (code: Extract<Issue['code'], 'unknown-block' | 'unsafe-link'>, what: string) => void

const decorators = ['strong', 'em']
const deepestList = 10

/**
 * Makes stored Portable Text printable. Text is never lost: an unknown style is a paragraph, an unknown mark is plain
 * text, a link that leads nowhere safe is its text. A block that is not text prints nothing and is reported.
 */
export function prose(value: unknown, report: Report = () => {}): Prose {
  if (!Array.isArray(value)) return []
  return value.flatMap((block: unknown, index) => {
    if (!isObject(block) || !Array.isArray(block.children)) {
      if (isObject(block) && block._type !== 'block') report('unknown-block', String(block._type))
      return []
    }
    const links = linksOf(block, report)
    const spans = block.children.flatMap((child: unknown) => toSpans(child, links, report))
    const children = trimSpans(joinSpans(joinSpans(spans).flatMap(bareEnds)))
    return children.length > 0 ? [toBlock(block, children, links, index)] : []
  })
}

/** The text alone, a paragraph an item. */
export const proseText = (content: Prose): string[] =>
  content.map(({children}) => children.map(({text}) => text).join(''))

type Stored = Record<string, unknown>

const isObject = (value: unknown): value is Stored => typeof value === 'object' && value !== null

function toBlock(block: Stored, children: PortableTextSpan[], links: ProseLink[], index: number): Prose[number] {
  const base = {_type: 'block', _key: `b${index}`, style: 'normal', markDefs: links, children}
  if (typeof block.listItem !== 'string') return base
  const level = Math.trunc(Number(block.level))
  return {...base, listItem: 'bullet', level: Math.min(Math.max(level || 1, 1), deepestList)}
}

function linksOf(block: Stored, report: Report): ProseLink[] {
  if (!Array.isArray(block.markDefs)) return []
  return block.markDefs.filter(isObject).flatMap(({_key, _type, href}) => {
    if (_type !== 'link' || typeof _key !== 'string') return []
    const address = safeHref(href)
    if (address === null) report('unsafe-link', String(href))
    return address === null ? [] : [{_key, _type, href: address}]
  })
}

function toSpans(child: unknown, links: ProseLink[], report: Report): PortableTextSpan[] {
  if (!isObject(child)) return []
  if (typeof child.text !== 'string') {
    if (child._type !== 'span') report('unknown-block', String(child._type))
    return []
  }
  return [span(fold(child.text), marksOf(child, links))]
}

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
    const text = last?.text.endsWith(' ') ? next.text.replace(/^ /, '') : next.text
    if (text === '') continue
    if (last && sameMarks(last, next)) last.text += text
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
      return {...span(index === last ? trimEnd(start) : start, marks), _key: `s${index}`}
    })
    .filter(({text}) => text !== '')
}

const sameMarks = (one: PortableTextSpan, other: PortableTextSpan): boolean =>
  one.marks?.length === other.marks?.length && (one.marks ?? []).every((mark) => other.marks?.includes(mark))
