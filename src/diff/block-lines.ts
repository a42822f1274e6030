import type {Prose} from '../page/prose.ts'
import type {Block} from '../page/section.ts'
import {cleanStega} from '../text/stega.ts'
import type {LinePart} from './role-diff.ts'

/** One line as somebody reads it. */
export interface Line {
  text: string
  /** What kind of line it is: only lines of the same part can be versions of one another. */
  part: LinePart
  /** Where there is one such line at most, what tells it from the others. */
  slot: string | null
  /** Two lines are the same when this is: the text, and what is printed without being read. */
  exact: string
}

export function toLine(part: LinePart, text: string, slot: string | null = null, unread = ''): Line {
  const clean = cleanStega(text)
  // A printed line has no line breaks, so they can part what belongs to it.
  return {text: clean, part, slot, exact: `${part}\n${slot}\n${clean}\n${unread}`}
}

type LinesOf = {[Kind in Block['kind']]: (block: Extract<Block, {kind: Kind}>) => Line[]}

/** The lines of a few blocks, in the order they are read. */
export const blockLines = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block) => (linesOf[block.kind] as (block: Block) => Line[])(block))

const linesOf: LinesOf = {
  paragraph: ({text}) => [toLine('paragraph', text)],
  prose: ({content}) => content.map(proseLine),
  list: ({items}) =>
    items.flatMap(({text, lead, details}) => [
      toLine('item', text, null, cleanStega(lead ?? '')),
      ...details.map((detail) => toLine('detail', detail)),
    ]),
  facts: ({facts}) =>
    facts.map(({label, text, datetime}) => toLine('fact', `${label}: ${text}`, cleanStega(label), datetime ?? '')),
  tags: ({tags}) => tags.map((tag) => toLine('tag', tag)),
  groups: ({groups}) =>
    groups.flatMap(({heading, note, blocks}) => [
      toLine('group', heading),
      ...(note === null ? [] : [toLine('note', note)]),
      ...blockLines(blocks),
    ]),
  questions: ({questions}) =>
    questions.flatMap(({question, answer}) => [toLine('question', question), ...blockLines(answer)]),
  links: ({links}) => links.map(({text, href}) => toLine('link', withAddress(text, href))),
  image: ({src, alt, width, height}) => [toLine('image', withAddress(alt, src), null, `${width} × ${height}`)],
  // Its lines are those of the job description itself.
  verbatim: () => [],
}

const withAddress = (text: string, href: string | null): string => (href === null ? text : `${text} (${href})`)

const indent = '  '

/** Emphasis and addresses are printed too, so a line of rich text spells them out, as people write them in mails. */
function proseLine({children, markDefs = [], listItem, level = 1}: Prose[number]): Line {
  const text = children
    .map(({text: written, marks = []}) => {
      // One line of a report, so a line break inside is a sign of it.
      const text = written.replaceAll('\n', ' ↵ ')
      const strong = marks.includes('strong') ? `**${text}**` : text
      const emphasised = marks.includes('em') ? `_${strong}_` : strong
      return withAddress(emphasised, markDefs.find(({_key}) => marks.includes(_key))?.href ?? null)
    })
    .join('')
  // Asterisks may also be the editor's own.
  const marked = children.map(({marks = []}) => marks.join()).join('|')
  const sign = listItem === 'number' ? '#' : '•'
  return toLine('paragraph', listItem ? `${indent.repeat(level - 1)}${sign} ${text}` : text, null, marked)
}
