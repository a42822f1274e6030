import {markup} from '../../site/markup.ts'
import {siteDocument} from './document.ts'
import type {Site} from './site.ts'
import {siteWordsFor} from './site-words.ts'
import {rootOnHost} from './tree.ts'

/** `404.html`. It is served at any depth, so everything it refers to is said from the root. */
export function notFoundPage(site: Site): string {
  const words = siteWordsFor(site.language)
  const root = rootOnHost(site)
  return siteDocument(site, {
    title: words.notFound,
    description: words.notFoundLead,
    root,
    url: null,
    head: markup`<meta name="robots" content="noindex">`,
    main: markup`<div class="roles-hero"><header class="roles-head">${
      site.organizationName ? markup`<p class="roleprint-eyebrow">${site.organizationName}</p>` : null
    }<h1 class="roleprint-title">${words.notFound}</h1><p class="roleprint-intro">${words.notFoundLead}</p></header><p class="roles-way"><a class="roleprint-button" href="${root}${site.rolesPath.slice(1)}/">${words.allRoles}</a></p></div>`,
  })
}
