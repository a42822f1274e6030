import type {Page} from '../page/page-type.ts'
import {toHTML} from './html.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'

export interface DocumentOptions {
  /** Address of the theme's style sheet. Default `roleprint.css`, beside the page. */
  stylesheet?: string
  /** Address of the theme's script. Default `roleprint.js`, beside the page. */
  script?: string
  /** The page's own address, for search engines. */
  url?: string | null
  /** What `toJsonLd` made of the role. */
  jsonLd?: string
  /** HTML of your own, put first in the body. It is printed as it is. */
  before?: string
}

/** A complete, themed HTML document. */
export function toDocument(page: Page, options: DocumentOptions = {}): string {
  const {stylesheet = 'roleprint.css', script = 'roleprint.js', url = null, jsonLd, before = ''} = options
  return `<!doctype html><html${attribute('lang', page.language)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHTML(page.seoTitle)}</title><meta name="description"${attribute('content', page.description)}>${url ? `<link rel="canonical"${attribute('href', url)}>` : ''}<link rel="stylesheet"${attribute('href', stylesheet)}><script${attribute('src', script)} defer></script>${jsonLd ? `<script type="application/ld+json">${jsonLd}</script>` : ''}</head><body>${before}<main>${toHTML(page)}</main></body></html>\n`
}
