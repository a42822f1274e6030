import {type Markup, markup} from '../../site/markup.ts'
import {openGraphLocale, roleWordsFor} from './language.ts'
import type {Site} from './site.ts'
import {siteWordsFor} from './site-words.ts'
import {files} from './tree.ts'

export interface SiteDocument {
  title: string
  description: string
  /** Where the root of the tree is, seen from the page: `../`, or absolute where the page may be anywhere. */
  root: string
  /** The address that search engines shall know the page by, or `null` while there is none. */
  url: string | null
  /** What else belongs in the head. */
  head: Markup
  main: Markup
}

/** The themed document around a page that belongs to no role. */
export function siteDocument(site: Site, {title, description, root, url, head, main}: SiteDocument): string {
  const words = siteWordsFor(site.language)
  const {language} = roleWordsFor(site.language)
  const fullTitle = site.organizationName ? `${title} · ${site.organizationName}` : title
  const tags = [
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<title>${fullTitle}</title>`,
    markup`<meta name="description" content="${description}">`,
    markup`<meta name="color-scheme" content="light dark">`,
    url && markup`<link rel="canonical" href="${url}">`,
    property('og:type', 'website'),
    property('og:title', title),
    property('og:description', description),
    url && property('og:url', url),
    site.organizationName && property('og:site_name', site.organizationName),
    property('og:locale', openGraphLocale(language) ?? ''),
    markup`<meta name="twitter:card" content="summary">`,
    markup`<link rel="stylesheet" href="${root}${files.themeStyles}">`,
    markup`<link rel="stylesheet" href="${root}${files.siteStyles}">`,
    head,
  ]
  return markup`<!DOCTYPE html>
<html lang="${language}">
<head>
${tags.flatMap((tag) => (tag ? [markup`${tag}\n`] : []))}</head>
<body class="roleprint roleprint-document">
<a class="roleprint-skip" href="#roleprint-content">${words.skipToContent}</a>
<main id="roleprint-content" class="roleprint-main" tabindex="-1">${main}</main>
</body>
</html>
`.html
}

const property = (name: string, content: string): Markup => markup`<meta property="${name}" content="${content}">`
