import type {Block, ListItem, Section} from '../page/section.ts'
import {printBlock} from './block-table.ts'
import {each} from './each.ts'
import {attribute} from './html-attributes.ts'
import type {HTMLComponents, HTMLPrinter} from './html-printer.ts'
import {richTextHTML} from './html-rich-text.ts'

const bullets = (texts: string[], print: HTMLPrinter): string =>
  each(texts, (text) => `<li${print.languages.either}>${print.escape(text)}</li>`)

const listItem = ({text, lead, details}: ListItem, print: HTMLPrinter): string => {
  const isLed = lead !== null && text.startsWith(lead)
  const words = isLed
    ? `<strong>${print.escape(lead)}</strong>${print.escape(text.slice(lead.length))}`
    : print.escape(text)
  const notes = bullets(details, print)
  return `<li>${words}${notes && `<ul${print.class('details')}>${notes}</ul>`}</li>`
}

const sectionContent = ({heading, blocks}: Section, print: HTMLPrinter): string =>
  `${heading === null ? '' : print.heading(1, heading)}${print.blocks(blocks)}`

const optional = (text: string | null, print: HTMLPrinter, attributes = ''): string =>
  text === null ? '' : `<p${attributes}>${print.escape(text)}</p>`

const strongParagraph = (text: string | null, print: HTMLPrinter): string =>
  text === null ? '' : `<p${print.languages.either}><strong>${print.escape(text)}</strong></p>`

export const pageComponents: HTMLComponents = {
  page: (page, print) =>
    `${optional(page.eyebrow, print, print.class('eyebrow') + print.languages.words)}${print.heading(0, page.title)}${optional(page.intro, print, print.class('intro') + print.languages.words)}${each(page.sections, print.section)}`,
  section: (section, print) =>
    `<section id="${print.id(section.name)}"${print.class('section')}${print.languages.role}>${sectionContent(section, print)}</section>`,
  sections: {},
  blocks: {
    paragraph: ({text}, print) => optional(text, print, print.class('paragraph') + print.languages.either),
    prose: ({content}, print) => {
      const html = richTextHTML(content)
      const name = print.class('prose')
      return name ? `<div${name}>${html}</div>` : html
    },
    list: ({items}, print) => `<ul${print.class('list')}>${each(items, (item) => listItem(item, print))}</ul>`,
    facts: ({facts}, print) =>
      `<dl${print.class('facts')}>${each(facts, ({label, text, datetime}) => {
        const value = print.escape(text)
        const time = datetime === null ? value : `<time${attribute('datetime', datetime)}>${value}</time>`
        return `<div><dt${print.languages.words}>${print.escape(label)}</dt><dd${print.languages.either}>${time}</dd></div>`
      })}</dl>`,
    tags: ({tags}, print) => `<ul${print.class('tags')}>${bullets(tags, print)}</ul>`,
    groups: ({groups}, print) =>
      `<div${print.class('groups')}>${each(
        groups,
        ({heading, note, blocks}) =>
          `<div${print.class('group')}>${print.heading(2, heading)}${optional(note, print, print.languages.words)}${print.blocks(blocks)}</div>`,
      )}</div>`,
    questions: ({questions}, print) =>
      `<div${print.class('questions')}>${each(
        questions,
        ({question, answer}) =>
          `<div${print.class('question')}>${print.heading(2, question)}${print.blocks(answer)}</div>`,
      )}</div>`,
    links: ({links}, print) =>
      `<ul${print.class('links')}>${each(links, ({text, href}) => {
        const words = print.escape(text)
        return `<li${print.languages.either}>${href === null ? words : `<a${attribute('href', href)}>${words}</a>`}</li>`
      })}</ul>`,
    image: ({src, alt, width, height}, print) =>
      `<img${print.class('image')}${attribute('src', src)}${attribute('alt', alt)}${attribute('width', width)}${attribute('height', height)} loading="lazy">`,
    // Its headings stand on the page already, so here they are strong words.
    verbatim: ({page: {title, sections}}, print) =>
      `<blockquote${print.class('verbatim')}>${each([{heading: title, blocks: []}, ...sections], ({heading, blocks}) => strongParagraph(heading, print) + plainBlocks(blocks, print))}</blockquote>`,
  },
}

const plainBlocks = (blocks: Block[], print: HTMLPrinter): string =>
  each(blocks, (block) => printBlock(jobDescriptionComponents.blocks, block, print))

/** The fewest tags: what an applicant tracking system keeps when text is pasted into it. */
export const jobDescriptionComponents: HTMLComponents = {
  ...pageComponents,
  section: sectionContent,
  blocks: {
    ...pageComponents.blocks,
    questions: ({questions}, print) =>
      each(questions, ({question, answer}) => `${strongParagraph(question, print)}${print.blocks(answer)}`),
  },
}
