import {type Markup, markup} from '../../site/markup.ts'
import {siteDocument} from './document.ts'
import type {Entry} from './entry.ts'
import {indexList, listFromRoot} from './index-list.ts'
import {indexSearch} from './index-search.ts'
import {roleWordsFor} from './language.ts'
import type {Site} from './site.ts'
import {type SiteWords, siteWordsFor} from './site-words.ts'
import {addressOf, files, indexUrl, rolesToRoot} from './tree.ts'

/** The list of all roles, for the root of the tree or for `roles/index.html`. Both are the same page to a search engine. */
export function indexPage(
  entries: readonly Entry[],
  site: Site,
  place: 'root' | 'roles',
  list: Markup = indexList(entries, site),
): string {
  const words = siteWordsFor(site.language)
  const roleWords = roleWordsFor(site.language)
  const root = place === 'root' ? '' : rolesToRoot(site)
  const count = countOf(entries.length, words.roles, roleWords.language)
  return siteDocument(site, {
    title: roleWords.allRoles,
    description: words.lead,
    root,
    url: indexUrl(site),
    head: markup`${feedLink(entries, site, root)}<script src="${root}${files.indexScript}" defer></script>`,
    main: markup`<div class="roles-hero"><header class="roles-head">${
      site.organizationName ? markup`<p class="roleprint-eyebrow">${site.organizationName}</p>` : null
    }<h1 class="roleprint-title">${roleWords.allRoles}</h1><p class="roleprint-intro">${words.lead}</p></header>${indexSearch(entries, site)}</div><div class="roles-body">${
      entries.length > 0
        ? markup`<p class="roles-count" role="status" data-found="${words.found.replace('{all}', count)}">${count}</p>${place === 'root' ? listFromRoot(list, site) : list}${more(words)}${nothingFits(words)}`
        : markup`<p class="roles-none">${words.nothingYet}</p>`
    }</div>`,
  })
}

/** For the script, which shows a long list as far as it is looked at. */
const more = ({more}: SiteWords): Markup =>
  markup`<p class="roles-more" hidden><button type="button" class="roleprint-button roleprint-button-quiet">${more}</button></p>`

const nothingFits = ({nothingFits, clear}: SiteWords): Markup =>
  markup`<div class="roles-none" hidden><p>${nothingFits}</p><button type="button" class="roleprint-button">${clear}</button></div>`

const feedLink = (entries: readonly Entry[], site: Site, root: string): Markup | null =>
  addressOf(site, '') !== null && entries.length > 0
    ? markup`<link rel="alternate" type="application/atom+xml" title="${siteWordsFor(site.language).feed}" href="${root}${files.feed}">\n`
    : null

/** "1,204 roles" */
function countOf(amount: number, roles: {one: string; other: string}, language: string): string {
  const form = new Intl.PluralRules(language).select(amount) === 'one' ? roles.one : roles.other
  return form.replace('{count}', new Intl.NumberFormat(language).format(amount))
}
