import type {Entry} from './entry.ts'
import type {Site} from './site.ts'

/** `sitemap.xml`, and what it refers to where one file may not hold them all. None without the site's own address. */
export function sitemaps(_entries: readonly Entry[], _site: Site): {name: string; text: string}[] {
  return []
}
