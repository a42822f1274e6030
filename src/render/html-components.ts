import type {Page} from '../page/page-type.ts'
import type {ListItem, Section, SectionName} from '../page/section.ts'
import type {BlockTable} from './block-table.ts'
import type {HTMLPrinter} from './html.ts'
import {attribute} from './html-attributes.ts'
import {richTextHTML} from './html-rich-text.ts'
import {toPlainText} from './text.ts'

/** How each part of a page is printed. */
export interface HTMLComponents {
  page(page: Page, print: HTMLPrinter): string
  section(section: Section, print: HTMLPrinter): string
  sections: Partial<Record<SectionName, HTMLComponents['section']>>
  blocks: BlockTable<HTMLPrinter>
}

const listItem = ({text, lead, details}: ListItem, print: HTMLPrinter): string => {
  const isLed = lead !== null && text.startsWith(lead)
  const words = isLed
    ? `<strong>${print.escape(lead)}</strong>${print.escape(text.slice(lead.length))}`
    : print.escape(text)
  const notes = details.map((detail) => `<li>${print.escape(detail)}</li>`).join('')
  return `<li>${words}${notes && `<ul${print.class('details')}>${notes}</ul>`}</li>`
}

const sectionContent = ({heading, blocks}: Section, print: HTMLPrinter): string =>
  `${heading === null ? '' : print.heading(1, heading)}${print.blocks(blocks)}`

const optional = (text: string | null, part: 'eyebrow' | 'intro', print: HTMLPrinter): string =>
  text === null ? '' : `<p${print.class(part)}>${print.escape(text)}</p>`

export const pageComponents: HTMLComponents = {
  page: (page, print) =>
    `${optional(page.eyebrow, 'eyebrow', print)}${print.heading(0, page.title)}${optional(page.intro, 'intro', print)}${page.sections.map(print.section).join('')}`,
  section: (section, print) =>
    `<section id="${print.id(section.name)}"${print.class('section')}>${sectionContent(section, print)}</section>`,
  sections: {},
  blocks: {
    paragraph: ({text}, print) => `<p${print.class('paragraph')}>${print.escape(text)}</p>`,
    prose: ({content}, print) => {
      const html = richTextHTML(content)
      const name = print.class('prose')
      return name ? `<div${name}>${html}</div>` : html
    },
    list: ({items}, print) => `<ul${print.class('list')}>${items.map((item) => listItem(item, print)).join('')}</ul>`,
    facts: ({facts}, print) =>
      `<dl${print.class('facts')}>${facts
        .map(({label, text, datetime}) => {
          const value = print.escape(text)
          const time = datetime === null ? value : `<time${attribute('datetime', datetime)}>${value}</time>`
          return `<div><dt>${print.escape(label)}</dt><dd>${time}</dd></div>`
        })
        .join('')}</dl>`,
    tags: ({tags}, print) =>
      `<ul${print.class('tags')}>${tags.map((tag) => `<li>${print.escape(tag)}</li>`).join('')}</ul>`,
    groups: ({groups}, print) =>
      `<div${print.class('groups')}>${groups
        .map(
          ({heading, note, blocks}) =>
            `<div${print.class('group')}>${print.heading(2, heading)}${note === null ? '' : `<p>${print.escape(note)}</p>`}${print.blocks(blocks)}</div>`,
        )
        .join('')}</div>`,
    questions: ({questions}, print) =>
      `<div${print.class('questions')}>${questions
        .map(
          ({question, answer}) =>
            `<div${print.class('question')}>${print.heading(2, question)}${print.blocks(answer)}</div>`,
        )
        .join('')}</div>`,
    links: ({links}, print) =>
      `<ul${print.class('links')}>${links
        .map(({text, href}) => {
          const words = print.escape(text)
          return `<li>${href === null ? words : `<a${attribute('href', href)}>${words}</a>`}</li>`
        })
        .join('')}</ul>`,
    image: ({src, alt, width, height}, print) =>
      `<img${print.class('image')}${attribute('src', src)}${attribute('alt', alt)}${attribute('width', width)}${attribute('height', height)} loading="lazy">`,
    verbatim: ({page}, print) => `<pre${print.class('verbatim')}>${print.escape(toPlainText(page))}</pre>`,
  },
}

/** The fewest tags: what an applicant tracking system keeps when text is pasted into it. */
export const jobDescriptionComponents: HTMLComponents = {
  ...pageComponents,
  section: sectionContent,
  blocks: {
    ...pageComponents.blocks,
    questions: ({questions}, print) =>
      questions
        .map(({question, answer}) => `<p><strong>${print.escape(question)}</strong></p>${print.blocks(answer)}`)
        .join(''),
  },
}
