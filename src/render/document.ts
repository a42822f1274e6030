import {directionOf} from '../locale/direction.ts'
import {canonicalTag} from '../locale/words-for.ts'
import type {Alternate} from '../page/alternates.ts'
import type {Page} from '../page/page-type.ts'
import {documentClasses} from './document-classes.ts'
import {documentComponents} from './document-components.ts'
import {copyablePage} from './document-copy.ts'
import {documentHead} from './document-head.ts'
import {documentWordsFor, ownLanguage} from './document-words.ts'
import {toHTML} from './html.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'

export interface DocumentOptions {
  /** Address of the theme's style sheet. Default `roleprint.css`, beside the page. */
  stylesheet?: string
  /** CSS to write into the page in place of a link, for a page that stands alone: `styles` from `roleprint/theme`. */
  styles?: string
  /** Address of the theme's script. Default `roleprint.js`, beside the page; `null` for a page without one. */
  script?: string | null
  /** The page's own address, for search engines. */
  url?: string | null
  /** The name of the site, for link previews. */
  siteName?: string | null
  /** The same page in several languages, for search engines: what `alternates` lists. */
  alternates?: readonly Alternate[]
  /** What `toJsonLd` made of the role. */
  jsonLd?: string
  /** HTML of your own, put last in the head. It is printed as it is. */
  head?: string
  /** HTML of your own, put first in the body. It is printed as it is. */
  before?: string
}

/**
 * A complete, themed HTML document for a role page or a job description. It needs two files beside it, `roleprint.css`
 * and `roleprint.js`, and no inline style or script: `style-src 'self'; script-src 'self'` is enough. Everything is
 * readable without the script, which adds the copy buttons.
 */
export function toDocument(page: Page, options: DocumentOptions = {}): string {
  const words = documentWordsFor(page.language)
  const language = canonicalTag(page.language) ?? words.language
  const components = documentComponents(words, copyablePage(page), ownLanguage(words, language))
  const html = toHTML(page, {classes: documentClasses, components})
  return [
    '<!DOCTYPE html>',
    `<html${attribute('lang', language)}${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}>`,
    documentHead(page, options),
    '<body class="roleprint roleprint-document">',
    `<a class="roleprint-skip" href="#${contentId}"${ownLanguage(words, language)}>${escapeHTML(words.skipToContent)}</a>`,
    options.before ?? '',
    `<main id="${contentId}" class="roleprint-main" tabindex="-1">${html}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const contentId = 'roleprint-content'
