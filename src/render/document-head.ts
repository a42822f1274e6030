import type {Alternate} from '../page/alternates.ts'
import type {Page} from '../page/page-type.ts'
import {safeHref} from '../text/safe-href.ts'
import {cleanStega} from '../text/stega.ts'
import type {DocumentOptions} from './document.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'

/** What a browser's tab, a search engine and a chat's link preview read. */
export function documentHead(page: Page, options: DocumentOptions): string {
  const {stylesheet = 'roleprint.css', styles, script = 'roleprint.js', jsonLd, head} = options
  const url = safeHref(options.url)
  return [
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHTML(cleanStega(page.seoTitle))}</title>`,
    meta('name', 'description', page.description),
    meta('name', 'color-scheme', 'light dark'),
    url && `<link rel="canonical"${attribute('href', url)}>`,
    ...(options.alternates ?? []).map(alternate),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', page.seoTitle),
    meta('property', 'og:description', page.description),
    url && meta('property', 'og:url', url),
    options.siteName && meta('property', 'og:site_name', options.siteName),
    styles === undefined
      ? `<link rel="stylesheet"${attribute('href', stylesheet)}>`
      : `<style>${styles.replaceAll('</', '<\\/')}</style>`,
    script !== null && `<script${attribute('src', script)} defer></script>`,
    jsonLd && `<script type="application/ld+json">${withoutTags(jsonLd)}</script>`,
    head,
    '</head>',
  ]
    .filter(Boolean)
    .join('\n')
}

const meta = (kind: 'name' | 'property', name: string, content: string): string =>
  `<meta ${kind}="${name}"${attribute('content', content)}>`

function alternate({hreflang, href}: Alternate): string | null {
  const address = safeHref(href)
  return address && `<link rel="alternate"${attribute('hreflang', hreflang)}${attribute('href', address)}>`
}

// `toJsonLd` writes none; this is for JSON from elsewhere.
const withoutTags = (json: string): string => json.replaceAll('<', '\\u003c')
