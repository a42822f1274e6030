import {type Markup, markup} from '../../site/markup.ts'
import type {Entry} from './entry.ts'
import {indexCard} from './index-card.ts'
import {roleWordsFor} from './language.ts'
import type {Site} from './site.ts'

/** All roles by title, for a page in the folder of the roles. */
export function indexList(entries: readonly Entry[], site: Site): Markup {
  const {compare} = new Intl.Collator(roleWordsFor(site.language).language, {numeric: true})
  const sorted = [...entries].sort((a, b) => compare(a.title, b.title) || compare(a.path, b.path))
  return markup`<ul class="roles-list">${sorted.map(indexCard(site))}</ul>`
}

/** The same list for a page in the root of the tree. To write thousands of roles once more would take as long again. */
export function listFromRoot({html}: Markup, {rolesPath}: Site): Markup {
  const fromRoot = markup`<a href="${rolesPath.slice(1)}/`.html
  // Only a tag of ours holds this: in a text, `<` and `"` are escaped.
  return {html: html.replaceAll('<a href="./', () => fromRoot)}
}
