import {canonicalTag} from '../locale/words-for.ts'
import type {Page} from '../page/page-type.ts'
import {copyActions, copySources} from './document-copy.ts'
import {documentWordsFor, ownLanguage} from './document-words.ts'

/**
 * Buttons above the copy-ready job description, and what they copy: `toHTML(page, {copy: copyButtons})`. They stay hidden
 * until the script `roleprint/roleprint.js` is there to answer them, and their words are in the page's language.
 */
export function copyButtons(description: Page, html: string): string {
  const words = documentWordsFor(description.language)
  const own = ownLanguage(words, canonicalTag(description.language) ?? words.language)
  return `${copyActions(words, own)}<div class="roleprint-copy-text">${html}</div>${copySources(description)}`
}
