import type {Section} from '../page/section.ts'
import type {DocumentWords} from './document-words.ts'
import {attribute} from './html-attributes.ts'
import type {HTMLPrinter} from './html-printer.ts'

// A page this short is seen at a glance.
const fewestEntries = 3

/**
 * The table of contents. It folds on narrow screens; beside the text the style sheet shows it unfolded, and the label
 * that does not fold takes the place of the one that does.
 */
export function tableOfContents(
  sections: readonly Section[],
  words: DocumentWords,
  print: HTMLPrinter,
  own: string,
): string {
  const entries = sections.flatMap(({name, heading}) =>
    heading === null
      ? []
      : `<li><a class="roleprint-contents-link"${attribute('href', `#${print.id(name)}`)}${print.languages.words}>${print.escape(heading)}</a></li>`,
  )
  if (entries.length < fewestEntries) return ''
  const label = print.escape(words.contents)
  return `<nav class="roleprint-contents"${attribute('aria-label', words.contents)}${own}><p class="roleprint-contents-label" aria-hidden="true">${label}</p><details class="roleprint-contents-fold"><summary class="roleprint-contents-summary">${label}</summary><ol class="roleprint-contents-list">${entries.join('')}</ol></details></nav>`
}
