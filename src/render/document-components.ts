import type {Page} from '../page/page-type.ts'
import type {SectionName} from '../page/section.ts'
import {tableOfContents} from './document-contents.ts'
import {copyAction, copyActions, copyableText, copySources} from './document-copy.ts'
import type {DocumentWords} from './document-words.ts'
import type {HTMLOptions} from './html.ts'
import {attribute} from './html-attributes.ts'
import type {HTMLPrinter} from './html-printer.ts'

/** Where a themed page differs from a plain one: what folds, what is a card, and what stands beside what. */
export const documentComponents = (
  words: DocumentWords,
  copyable: Page | null,
  own: string,
): HTMLOptions['components'] => ({
  page: (page, print) => {
    const atTheTop = page.sections.filter(({name}) => name === 'key-facts')
    const sections = page.sections.filter(({name}) => name !== 'key-facts')
    return [
      '<div class="roleprint-hero"><header class="roleprint-header">',
      optionalParagraph(page.eyebrow, 'eyebrow', print),
      print.heading(0, page.title),
      optionalParagraph(page.intro, 'intro', print),
      buttonsFor(page, copyable, words, own),
      `</header>${atTheTop.map(print.section).join('')}</div>`,
      `<div class="roleprint-body">${tableOfContents(sections, words, print, own)}`,
      `<div class="roleprint-sections">${sections.map(print.section).join('')}</div></div>`,
      copyable ? copySources(copyable) : '',
    ].join('')
  },
  section: ({name, heading, blocks}, print) =>
    section(name, `${optionalHeading(heading, print)}${print.blocks(blocks)}`, print),
  sections: {
    author: ({name, heading, blocks}, print) => {
      const portrait = print.blocks(blocks.filter(({kind}) => kind === 'image'))
      const text = print.blocks(blocks.filter(({kind}) => kind !== 'image'))
      return section(
        name,
        `${portrait}<div class="roleprint-author">${optionalHeading(heading, print)}${text}</div>`,
        print,
      )
    },
  },
  blocks: {
    groups: ({groups}, print) =>
      `<div${print.class('groups')}>${groups
        .map(
          ({heading, note, blocks}) =>
            `<div${print.class('group')}><div class="roleprint-group-head">${print.heading(2, heading)}${note === null ? '' : `<p class="roleprint-note"${print.languages.words}>${print.escape(note)}</p>`}</div>${print.blocks(blocks)}</div>`,
        )
        .join('')}</div>`,
    questions: ({questions}, print) =>
      `<div${print.class('questions')}>${questions
        .map(
          ({question, answer}, index) =>
            `<details${print.class('question')}${index === 0 ? ' open' : ''}><summary class="roleprint-summary">${print.heading(2, question)}</summary><div class="roleprint-answer">${print.blocks(answer)}</div></details>`,
        )
        .join('')}</div>`,
    // It scrolls, so the keyboard must reach it, and a screen reader must have a name for it.
    verbatim: ({page}, print) =>
      `${copyActions(words, own)}<section${print.class('verbatim')} tabindex="0"${attribute('aria-label', page.title)}><pre class="roleprint-text"${print.languages.either}>${copyableText(page)}</pre></section>`,
  },
})

// Where the text to copy stands further down, it has all the buttons there.
function buttonsFor({sections}: Page, copyable: Page | null, words: DocumentWords, own: string): string {
  if (!copyable) return ''
  return sections.some(({name}) => name === 'job-description') ? copyAction(words, own) : copyActions(words, own)
}

const section = (name: SectionName, html: string, print: HTMLPrinter): string =>
  `<section id="${print.id(name)}" class="roleprint-section roleprint-section-${name}"${print.languages.role}>${html}</section>`

const optionalHeading = (heading: string | null, print: HTMLPrinter): string =>
  heading === null ? '' : print.heading(1, heading)

const optionalParagraph = (text: string | null, part: 'eyebrow' | 'intro', print: HTMLPrinter): string =>
  text === null ? '' : `<p${print.class(part)}${print.languages.words}>${print.escape(text)}</p>`
