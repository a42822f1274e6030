import type {Site} from './site.ts'
import {addressOf, files} from './tree.ts'

/** `robots.txt`: everything may be read, and here is the list of it. */
export function robots(site: Site): string {
  const siteMap = addressOf(site, `/${files.siteMap}`)
  return `User-agent: *\nAllow: /\n${siteMap === null ? '' : `\nSitemap: ${siteMap}\n`}`
}
