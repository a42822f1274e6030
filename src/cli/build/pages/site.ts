import type {SiteSettings} from '../../../index.ts'
import type {Entry} from './entry.ts'
import {canonicalTag} from './language.ts'
import {plain} from './plain.ts'

/** What all pages of a site share. */
export interface Site {
  organizationName: string | null
  /** Without a slash at its end; `null` while nobody has written it, or where it is no web address. */
  siteUrl: string | null
  rolesPath: string
  /** Of the pages that belong to no role: that of the settings, else the one most roles are written in. */
  language: string
}

export function siteOf(settings: SiteSettings | null, entries: readonly Pick<Entry, 'language'>[]): Site {
  return {
    organizationName: plain(settings?.organizationName ?? '') || null,
    siteUrl: webAddress(settings?.siteUrl ?? null),
    rolesPath: settings?.rolesPath ?? '/roles',
    language: canonicalTag(settings?.language ?? '') ?? mostCommon(entries.map(({language}) => language)) ?? 'en',
  }
}

/** The address of a site, without a slash, a query or a fragment at its end. */
export function webAddress(address: string | null): string | null {
  const url = URL.parse(address ?? '')
  return url && /^https?:$/.test(url.protocol) ? url.href.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '') : null
}

/** Of two that are as common as each other, the one that comes first in the alphabet, so that a build is repeatable. */
function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return first ? first[0] : null
}
