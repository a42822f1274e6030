import type {Page} from '../page/page-type.ts'
import type {Block, ListItem, Section} from '../page/section.ts'
import {cleanLine} from '../text/line.ts'
import {type BlockTable, printBlock} from './block-table.ts'
import {each} from './each.ts'
import {escapeMarkdown, escapeMarkdownHeading, escapeMarkdownLine, loneMarks} from './markdown-escape.ts'
import {markdownLink, richTextMarkdown} from './markdown-rich-text.ts'

/** A page, a section or a block as Markdown (CommonMark). Text reads back as it was written, and is escaped only where it must be. */
export function toMarkdown(content: Page | Section | Block): string {
  if ('sections' in content)
    return `${joinBlocks([heading(1, content.title), line(content.intro ?? ''), ...content.sections.map(section)])}\n`
  return `${'blocks' in content ? section(content) : printBlock(table, content, undefined)}\n`
}

const section = ({heading: text, blocks}: Section): string =>
  joinBlocks([text === null ? '' : heading(2, text), printBlocks(blocks)])

const printBlocks = (blocks: readonly Block[]): string =>
  each(blocks, (block) => printBlock(table, block, undefined), '\n\n')

const joinBlocks = (blocks: string[]): string => each(blocks, (block) => block, '\n\n')

const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${escapeMarkdownHeading(text)}`

const line = escapeMarkdownLine

const link = (text: string, href: string): string => {
  const clean = cleanLine(text)
  return markdownLink(escapeMarkdown(clean, {isLinkText: true, lone: loneMarks(clean + href)}), href)
}

const bullets = <Item>(items: Item[], print: (item: Item) => string): string =>
  each(items, (item) => `- ${print(item)}`, '\n')

const listItem = ({text, details}: ListItem): string =>
  `${line(text)}${each(details, (detail) => `\n  - ${line(detail)}`)}`

const table: BlockTable<undefined> = {
  paragraph: ({text}) => line(text),
  prose: ({content}) => richTextMarkdown(content),
  list: ({items}) => bullets(items, listItem),
  facts: ({facts}) => bullets(facts, ({label, text}) => line(`${label}: ${text}`)),
  tags: ({tags}) => bullets(tags, line),
  groups: ({groups}) =>
    joinBlocks(
      groups.map(({heading: text, note, blocks}) =>
        joinBlocks([heading(3, text), line(note ?? ''), printBlocks(blocks)]),
      ),
    ),
  questions: ({questions}) =>
    joinBlocks(questions.map(({question, answer}) => joinBlocks([heading(3, question), printBlocks(answer)]))),
  links: ({links}) => bullets(links, ({text, href}) => (href === null ? line(text) : link(text, href))),
  image: ({src, alt}) => `!${link(alt, src)}`,
  verbatim: ({page}) => fenced(toMarkdown(page)),
}

// A fence longer than any run of backticks inside.
function fenced(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text}${fence}`
}
