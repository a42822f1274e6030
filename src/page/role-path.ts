import {canonicalTag} from '../locale/words-for.ts'
import type {RoleDraft} from '../model/role.ts'
import {safeHref} from '../text/safe-href.ts'

const usualPath = '/roles'

/**
 * Where a role's page lives on its site: `/roles/data-engineer`, or `/roles/de/data-engineer` in another language than that
 * of the site settings. `null` while it has no slug, or one no address can hold.
 */
export const rolePath = (
  site: RoleDraft['site'],
  slug: string | null,
  language: string | null = null,
): string | null =>
  slug?.isWellFormed() && slug
    ? safeHref(`${site?.rolesPath ?? usualPath}${languagePart(site, language)}/${encodeURIComponent(slug)}`)
    : null

function languagePart(site: RoleDraft['site'], language: string | null): string {
  const own = canonicalTag(site?.language ?? '')
  const other = canonicalTag(language ?? '')
  return own && other && own !== other ? `/${other}` : ''
}

/** The same in full, where the site's own address is known: `https://example.com/roles/data-engineer`. */
export const roleUrl = (role: RoleDraft): string | null =>
  addressOn(role.site, rolePath(role.site, role.slug, role.language))

/** A path as an address on this site, or `null` while the site has none. What follows a `?` or `#` is no part of the site's. */
export function addressOn(site: RoleDraft['site'], path: string | null): string | null {
  const siteUrl = safeHref(site?.siteUrl)
  const address = path === null || siteUrl === null ? '' : siteUrl.replace(/(?<!\/)\/*(?:[?#].*)?$/, '') + path
  return URL.canParse(address) ? address : null
}

/** Where the list of all roles lives on this site: `/roles`. */
export const rolesListPath = (site: RoleDraft['site']): string | null => safeHref(site?.rolesPath ?? usualPath)
