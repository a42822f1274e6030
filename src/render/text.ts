import type {Page} from '../page/page-type.ts'
import {proseText} from '../page/prose.ts'
import type {Block, ListItem, Section} from '../page/section.ts'
import {cleanStega} from '../text/stega.ts'
import {type BlockTable, printBlock} from './block-table.ts'

/** A page, a section or a block as plain text: the same words, real bullets, a blank line between parts. */
export function toPlainText(content: Page | Section | Block): string {
  if ('sections' in content) return finish([content.title, content.intro ?? '', ...content.sections.map(section)])
  return finish(['blocks' in content ? section(content) : printBlock(table, content, undefined)])
}

const finish = (parts: string[]): string => `${cleanStega(joinParts(parts))}\n`

const section = ({heading, blocks}: Section): string => joinParts([heading ?? '', blockText(blocks)])

/** Blocks as plain text, without an end of line. */
export const blockText = (blocks: readonly Block[]): string =>
  joinParts(blocks.map((block) => printBlock(table, block, undefined)))

const joinParts = (parts: string[]): string => parts.filter(Boolean).join('\n\n')

const bullet = '• '
const indent = '  '

const bullets = (texts: string[]): string => texts.map((text) => `${bullet}${text}`).join('\n')

const listItem = ({text, details}: ListItem): string =>
  [text, ...details.map((detail) => `${indent}${bullet}${detail}`)].join('\n')

const table: BlockTable<undefined> = {
  paragraph: ({text}) => text,
  prose: ({content}) => {
    const texts = proseText(content)
    return content
      .map(({listItem, level = 1}, index) => {
        const separator = index === 0 ? '' : listItem && content[index - 1]?.listItem ? '\n' : '\n\n'
        return `${separator}${listItem ? `${indent.repeat(level - 1)}${bullet}` : ''}${texts[index]}`
      })
      .join('')
  },
  list: ({items}) => bullets(items.map(listItem)),
  facts: ({facts}) => bullets(facts.map(({label, text}) => `${label}: ${text}`)),
  tags: ({tags}) => bullets(tags),
  groups: ({groups}) =>
    joinParts(groups.map(({heading, note, blocks}) => joinParts([heading, note ?? '', blockText(blocks)]))),
  questions: ({questions}) =>
    joinParts(questions.map(({question, answer}) => joinParts([question, blockText(answer)]))),
  links: ({links}) => bullets(links.map(({text}) => text)),
  image: () => '',
  verbatim: ({page}) => toPlainText(page).trimEnd(),
}
