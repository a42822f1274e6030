import {canonicalTag} from '../locale/words-for.ts'
import type {RoleDraft} from '../model/role.ts'
import {roleUrl} from './role-path.ts'

/** One language of a page, as `<link rel="alternate" hreflang="…" href="…">` names it. */
export interface Alternate {
  /** A language tag in its canonical spelling, `de-CH`; or `x-default`, for readers of every other language. */
  hreflang: string
  /** The page's address in full. */
  href: string
}

/**
 * The same role in several languages, told to search engines: every language once, the page itself among them, so that
 * all of these pages carry the same list, and `x-default` last. Give the site's main language first, for `x-default` is
 * the first role with an address.
 *
 * Left out are a role without an address in full (no slug, or no `siteUrl` in the site settings) or without a language
 * tag, and a role whose language or address an earlier one has already. Fewer than two languages are no alternatives: `[]`.
 */
export function alternates(roles: readonly RoleDraft[]): Alternate[] {
  const found: Alternate[] = []
  for (const role of roles) {
    const hreflang = role.language ? canonicalTag(role.language) : null
    const href = roleUrl(role)
    const isKnown = found.some((other) => other.hreflang === hreflang || other.href === href)
    if (hreflang !== null && href !== null && !isKnown) found.push({hreflang, href})
  }
  const [first, second] = found
  return first && second ? [...found, {hreflang: 'x-default', href: first.href}] : []
}
