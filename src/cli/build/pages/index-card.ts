import {type Markup, markup} from '../../site/markup.ts'
import type {Entry} from './entry.ts'
import {nameOf, roleWordsFor} from './language.ts'
import {once} from './once.ts'
import type {Site} from './site.ts'
import {siteWordsFor} from './site-words.ts'
import {files} from './tree.ts'

/** Prints one role of the list in the folder of the roles, with what it is found by: its title, its skills and its levels. */
export function indexCard(site: Site): (entry: Entry) => Markup {
  const {language, levels} = roleWordsFor(site.language)
  const {updated} = siteWordsFor(site.language)
  const days = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'})
  const list = new Intl.ListFormat(language, {type: 'unit', style: 'short'})
  const day = once(
    (datetime) =>
      markup`<span>${updated} <time datetime="${datetime}">${days.format(Date.parse(datetime))}</time></span>`,
  )
  return (entry) => {
    // A text says what language it is in where that is not the page's.
    const isOwn = entry.language === language
    const own = isOwn ? markup` dir="auto"` : markup` dir="auto" lang="${entry.language}"`
    const datetime = dayOf(entry.reviewedOn) ?? dayOf(entry.updatedAt)
    const names = entry.levels.map((level) => levels[level]).join(' · ')
    return markup`
<li class="roles-card" data-levels="${entry.levels.join(' ')}" data-language="${entry.language}"${entry.also ? markup` data-also="${entry.also}"` : null}><h2 class="roles-title"><a href="${hrefOf(entry, site)}"${own}>${entry.title || entry.slug}</a></h2>${
      entry.skills.length > 0 ? markup`<p class="roles-skills"${own}>${list.format(entry.skills)}</p>` : null
    }<p class="roles-facts">${names ? markup`<span class="roles-levels">${names}</span>` : null}${datetime && day(datetime)}${
      isOwn ? null : markup`<span lang="${entry.language}">${nameOf(entry.language)}</span>`
    }</p></li>`
  }
}

/** By file, since a folder opens as a list of its files when there is no server. */
const hrefOf = ({path, slug}: Entry, {rolesPath}: Site): string => {
  const below = path.startsWith(`${rolesPath}/`) ? path.slice(rolesPath.length + 1) : null
  return `./${below ?? encodeURIComponent(slug.toWellFormed())}/${files.page}`
}

const dayOf = (date: string | null): string | null => {
  const day = date?.slice(0, 10) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
}
