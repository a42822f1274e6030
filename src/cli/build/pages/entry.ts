import {type LevelName, type Page, type Role, rolePage, rolePath, roleUrl} from '../../../index.ts'
import {canonicalTag} from './language.ts'
import {plain} from './plain.ts'
import {folderUrl} from './tree.ts'

/** What the index, the site map and the feed know of a role. Plain JSON, and small: a site has thousands. */
export interface Entry {
  id: string
  slug: string
  title: string
  /** BCP 47 language tag: the role's own, also where nobody has written the words of a page in it. */
  language: string
  levels: LevelName[]
  /** Names of must-have skills, to be found by. */
  skills: string[]
  /** What else it is found by and does not show: other names of these skills, further skills and tools, up to a length. */
  also: string
  description: string
  /** Of the newest of the documents it is made of. */
  updatedAt: string
  reviewedOn: string | null
  /** `/roles/data-engineer` */
  path: string
  /** The same in full, or `null` while the site has no address. */
  url: string | null
}

const mostSkills = 12
const mostAlso = 140

/** `page` is the role's page, where it has been made already. */
export function entryOf(role: Role, page: Page = rolePage(role)): Entry {
  const names = role.mustHaveSkills.map(({skill}) => plain(skill.name))
  return {
    id: role._id,
    slug: role.slug,
    title: plain(role.title),
    language: canonicalTag(role.language) ?? page.language,
    levels: [...new Set((role.levels ?? []).map(({level}) => level))],
    skills: [...new Set(names.filter(Boolean))].slice(0, mostSkills),
    also: alsoOf(role, names),
    description: page.description,
    updatedAt: role.modifiedAt ?? role._updatedAt,
    reviewedOn: role.reviewedOn,
    path: rolePath(role.site, role.slug, role.language) ?? '/',
    url: folderUrl(roleUrl(role)),
  }
}

function alsoOf({mustHaveSkills, niceToHaveSkills, tools}: Role, shown: readonly string[]): string {
  const further = [
    ...mustHaveSkills.flatMap(({skill}) => skill.aliases ?? []),
    ...(niceToHaveSkills ?? []).flatMap(({skill}) => [skill.name, ...(skill.aliases ?? [])]),
    ...(tools ?? []).flatMap(({anyOf}) => anyOf.map(({name}) => name)),
  ].map(plain)
  const words = [...new Set(further)].filter((name) => name !== '' && !shown.includes(name)).join(' ')
  return words.length <= mostAlso ? words : words.slice(0, mostAlso).replace(/\s+\S*$/, '')
}
