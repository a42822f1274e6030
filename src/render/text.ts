import {cleanProse} from '../page/clean-prose.ts'
import type {Page} from '../page/page-type.ts'
import type {Prose} from '../page/prose.ts'
import type {Block, ListItem, Section} from '../page/section.ts'
import {cleanLine} from '../text/line.ts'
import {type BlockTable, printBlock} from './block-table.ts'
import {each} from './each.ts'
import {ordinals} from './ordinals.ts'

/** A page, a section or a block as plain text: the same words, real bullets, a blank line between parts. */
export function toPlainText(content: Page | Section | Block): string {
  if ('sections' in content)
    return finish([line(content.title), line(content.intro ?? ''), ...content.sections.map(section)])
  return finish(['blocks' in content ? section(content) : printBlock(table, content, undefined)])
}

const finish = (parts: string[]): string => `${joinParts(parts)}\n`

const section = ({heading, blocks}: Section): string => joinParts([line(heading ?? ''), blockText(blocks)])

/** Blocks as plain text, without an end of line. */
export const blockText = (blocks: readonly Block[]): string =>
  each(blocks, (block) => printBlock(table, block, undefined), '\n\n')

const joinParts = (parts: string[]): string => each(parts, (part) => part, '\n\n')

// Each text by itself: most hold no character that could belong to a marker, which is seen at once.
const line = cleanLine

const bullet = '• '
const indent = '  '

const bullets = <Item>(items: Item[], print: (item: Item) => string): string =>
  each(items, (item) => `${bullet}${print(item)}`, '\n')

const listItem = ({text, details}: ListItem): string =>
  `${line(text)}${each(details, (detail) => `\n${indent}${bullet}${line(detail)}`)}`

const table: BlockTable<undefined> = {
  paragraph: ({text}) => line(text),
  prose: ({content}) => proseLines(cleanProse(content)),
  list: ({items}) => bullets(items, listItem),
  facts: ({facts}) => bullets(facts, ({label, text}) => line(`${label}: ${text}`)),
  tags: ({tags}) => bullets(tags, line),
  groups: ({groups}) =>
    joinParts(groups.map(({heading, note, blocks}) => joinParts([line(heading), line(note ?? ''), blockText(blocks)]))),
  questions: ({questions}) =>
    joinParts(questions.map(({question, answer}) => joinParts([line(question), blockText(answer)]))),
  links: ({links}) => bullets(links, ({text}) => line(text)),
  image: () => '',
  verbatim: ({page}) => toPlainText(page).trimEnd(),
}

function proseLines(content: Prose): string {
  const numbers = ordinals(content)
  return content
    .map(({listItem, level = 1, children}, index) => {
      const separator = index === 0 ? '' : listItem && content[index - 1]?.listItem ? '\n' : '\n\n'
      const outer = indent.repeat(level - 1)
      const marker = listItem ? (numbers[index] ? `${numbers[index]}. ` : bullet) : ''
      const text = children.map(({text}) => text).join('')
      return `${separator}${outer}${marker}${text.replaceAll('\n', `\n${outer}${' '.repeat(marker.length)}`)}`
    })
    .join('')
}
