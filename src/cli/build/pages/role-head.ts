import type {Page} from '../../../index.ts'
import {type Markup, markup} from '../../site/markup.ts'
import {openGraphLocale} from './language.ts'
import {siteWordsFor} from './site-words.ts'
import {files} from './tree.ts'

/** What the head of a role's page holds besides what every themed page has. */
export function roleHead({language}: Page, root: string, url: string | null): string {
  const words = siteWordsFor(language)
  const locale = openGraphLocale(language)
  const tags = [
    locale && markup`<meta property="og:locale" content="${locale}">`,
    markup`<meta name="twitter:card" content="summary">`,
    markup`<link rel="stylesheet" href="${root}${files.siteStyles}">`,
    alternate('text/markdown', words.markdown, beside(url, files.markdown)),
    alternate('text/plain', words.plainText, beside(url, files.text)),
    url && alternate('application/atom+xml', words.feed, root + files.feed),
  ]
  return tags.flatMap((tag) => (tag ? [tag.html] : [])).join('\n')
}

const alternate = (type: string, title: string, href: string): Markup =>
  markup`<link rel="alternate" type="${type}" title="${title}" href="${href}">`

/** In full where that is known: `jd.md` would lead elsewhere on a host that serves the page without a slash at its end. */
const beside = (url: string | null, file: string): string => (url ?? '') + file
