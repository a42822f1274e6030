import {buildMarksTree, type ToolkitNestedPortableTextSpan, type ToolkitTextNode} from '@portabletext/toolkit'
import {cleanProse} from '../page/clean-prose.ts'
import type {Prose} from '../page/prose.ts'
import {escapeLineStart, escapeLinkAddress, escapeMarkdown, loneMarks} from './markdown-escape.ts'
import {ordinals} from './ordinals.ts'

// Two characters, so that the end of the one and the beginning of the other never run into a third.
const delimiters: Readonly<Record<string, string>> = {strong: '**', em: '_'}

type Inline = ToolkitTextNode | ToolkitNestedPortableTextSpan

/** Rich text as Markdown paragraphs, bullets and numbers. */
export function richTextMarkdown(prose: Prose): string {
  const content = cleanProse(prose)
  const numbers = ordinals(content)
  // What is inside of an item stands as far to the right as its text.
  const indents = ['']
  let markdown = ''
  content.forEach((block, index) => {
    const {listItem, level = 1} = block
    const isNext = listItem && content[index - 1]?.listItem
    const lines = inlineMarkdown(buildMarksTree(block) as Inline[])
      .split('\n')
      .map(escapeLineStart)
    const number = numbers[index]
    const marker = listItem ? (number ? `${number}. ` : '- ') : ''
    const outer = listItem ? (indents[level - 1] ?? '') : ''
    indents[level] = outer + ' '.repeat(marker.length)
    if (markdown) markdown += isNext ? '\n' : '\n\n'
    markdown += `${outer}${marker}${lines.join(`\\\n${listItem ? indents[level] : ''}`)}`
  })
  return markdown
}

/** A link, its text already escaped as the text of one. */
export const markdownLink = (text: string, href: string): string => `[${text}${closeLink(href)}`

const closeLink = (href: string): string => `](${escapeLinkAddress(href)})`

/** What stands between two texts: first what closes after the one, then what opens before the other. */
interface Seam {
  closing: string
  opening: string
}

interface Flat {
  texts: {text: string; isLinkText: boolean}[]
  /** One more than there are texts: the seam before each, and the one at the end. */
  seams: Seam[]
}

function inlineMarkdown(nodes: Inline[]): string {
  const {texts, seams} = flatten(nodes)
  const stuckEnds = lettersStuckAtTheEnd(texts, seams)
  const lone = loneMarks([...texts.map(({text}) => text), ...seams.map(joined)].join(''))
  let markdown = ''
  texts.forEach(({text, isLinkText}, index) => {
    const before = seams[index] as Seam
    const after = seams[index + 1] as Seam
    const first = isStuckAfter(markdown, before, text) ? firstLetter(text) : ''
    const rest = text.slice(first.length)
    const last = rest === '' ? '' : (stuckEnds[index] ?? '')
    const middle = escapeMarkdown(rest.slice(0, rest.length - last.length), {
      before: first ? ';' : joined(before).slice(-1),
      after: last ? '&' : besideEnd(joined(after), texts[index + 1]?.text),
      isLinkText,
      lone,
    })
    markdown += `${joined(before)}${entity(first)}${middle}${entity(last)}`
  })
  return `${markdown}${joined(seams.at(-1) as Seam)}`
}

// From the end, since a letter that is written as an entity is punctuation to the one before it.
function lettersStuckAtTheEnd(texts: Flat['texts'], seams: Seam[]): string[] {
  const stuck: string[] = []
  for (let index = texts.length - 1; index >= 0; index--) {
    const text = texts[index]?.text ?? ''
    const right = texts[index + 1]?.text ?? ''
    const begins = right !== '' && right === stuck[index + 1] ? '&' : right
    stuck[index] = isStuckBefore(text, seams[index + 1] as Seam, begins) ? lastLetter(text) : ''
  }
  return stuck
}

function flatten(nodes: Inline[]): Flat {
  const texts: Flat['texts'] = []
  const seams: Seam[] = [{closing: '', opening: ''}]
  const walk = (node: Inline, isLinkText: boolean): void => {
    if (node._type === '@text') {
      texts.push({text: node.text, isLinkText})
      seams.push({closing: '', opening: ''})
      return
    }
    const before = seams.at(-1) as Seam
    const delimiter = delimiters[node.markType]
    before.opening += delimiter ?? '['
    for (const child of node.children as Inline[]) walk(child, isLinkText || delimiter === undefined)
    const after = seams.at(-1) as Seam
    after.closing += delimiter ?? closeLink(String(node.markDef?.href))
  }
  for (const node of nodes) walk(node, false)
  return {texts, seams}
}

/** The character that is printed next: a line break is a backslash first. */
const besideEnd = (seam: string, next = ''): string => seam.charAt(0) || (next.startsWith('\n') ? '\\' : '')

const joined = ({closing, opening}: Seam): string => `${closing}${opening}`

/*
 * Beside a letter an underscore neither opens nor closes, and between a letter and punctuation stars do not: in
 * `a**(b)**c` nothing is strong. The letter is then written as an entity, which begins and ends in punctuation.
 * https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
function isStuckAfter(left: string, {closing, opening}: Seam, right: string): boolean {
  if (opening !== '' || !startsWithWord.test(right)) return false
  return (
    closing.endsWith('_') || (closing.endsWith('*') && endsWithPunctuation.test(left + closing.replace(/\*+$/, '')))
  )
}

function isStuckBefore(left: string, {closing, opening}: Seam, right: string): boolean {
  if (closing !== '' || !endsWithWord.test(left)) return false
  return (
    opening.startsWith('_') ||
    (opening.startsWith('*') && startsWithPunctuation.test(opening.replace(/^\*+/, '') + right))
  )
}

const startsWithPunctuation = /^[\p{P}\p{S}]/u
const endsWithPunctuation = /[\p{P}\p{S}]$/u
// Parsers look at half an emoji and see a letter.
const startsWithWord = /^(?:[^\p{P}\p{S}\p{Z}\n]|[\u{10000}-\u{10ffff}])/u
const endsWithWord = /(?:[^\p{P}\p{S}\p{Z}\n]|[\u{10000}-\u{10ffff}])$/u

const firstLetter = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)
const lastLetter = (text: string): string => text.match(/.$/su)?.[0] ?? ''

const entity = (letter: string): string => (letter ? `&#x${letter.codePointAt(0)?.toString(16)};` : '')
