import type {RoleDraft} from '../model/role.ts'
import {safeHref} from '../text/safe-href.ts'

const usualPath = '/roles'

/** Where a role's page lives on its site: `/roles/data-engineer`. `null` while it has no slug. */
export const rolePath = (site: RoleDraft['site'], slug: string | null): string | null =>
  slug ? safeHref(`${site?.rolesPath ?? usualPath}/${encodeURIComponent(slug)}`) : null

/** The same in full, where the site's own address is known: `https://example.com/roles/data-engineer`. */
export function roleUrl(role: RoleDraft): string | null {
  const path = rolePath(role.site, role.slug)
  const siteUrl = safeHref(role.site?.siteUrl)
  return path && siteUrl && URL.canParse(path, siteUrl) ? new URL(path, siteUrl).href : null
}
