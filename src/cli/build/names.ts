import {languageSlugProblem, rolesPathProblem, siteUrlProblem, slugProblem} from '../../checks.ts'
import {rolePath, type SiteSettings} from '../../index.ts'
import type {Slug} from './catalog.ts'
import type {Entry} from './pages/entry.ts'

// Windows keeps these for devices, whatever their ending.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Why a slug cannot be the name of a folder, or `null` where it can. */
export function slugFault(slug: Slug): string | null {
  if (slug === null) return 'is missing; give the role an address and publish'
  if (slug === false) return 'is no text'
  const problem = slugProblem({current: slug})
  const language = languageSlugProblem({current: slug})
  if (language !== true) return `cannot be an address: ${language}`
  if (problem !== true) return `"${short(slug)}" cannot be an address: ${problem}`
  return reserved.test(slug) ? 'cannot be the name of a folder on Windows; choose another' : null
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Why a path cannot hold the role pages, or `null` where it can. */
export function rolesPathFault(path: string): string | null {
  const problem = rolesPathProblem(path)
  return problem === true && path !== ''
    ? null
    : `cannot be the path of the role pages. ${problem === true ? 'It is empty.' : problem}`
}

/** Why addresses are made of a part of the site's own only, or `null` where they are made of all of it. */
export function siteUrlFault(address: string | null): string | null {
  const problem = siteUrlProblem(address)
  return problem === true ? null : `The site address in the site settings ("${address}") is used in part. ${problem}`
}

/** Where a role's files stand in the tree: `/roles/nurse`. A role without a language is in English. */
export const pathOfRole = (settings: SiteSettings | null, slug: string, language: string | null): string =>
  rolePath(settings, slug, language ?? 'en') ?? '/'

/** The name under which a role's files wait: its slug, with the language where that is a part of the address too. */
export const waitingName = ({slug, language, path}: Pick<Entry, 'slug' | 'language' | 'path'>): string =>
  path.endsWith(`/${language}/${slug}`) ? `${slug}@${language}` : slug
