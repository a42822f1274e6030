import type {Entry} from './entry.ts'
import {moment} from './moment.ts'
import type {Site} from './site.ts'
import {addressOf, files, indexUrl} from './tree.ts'
import {escapeXML, xmlHead} from './xml.ts'

export interface SiteMap {
  name: string
  text: string
}

interface Place {
  url: string
  modified: string | null
}

// https://www.sitemaps.org/protocol.html
const mostInOne = 50_000
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** `sitemap.xml`, and what it refers to where one file may not hold them all. None without the site's own address. */
export function sitemaps(entries: readonly Entry[], site: Site): SiteMap[] {
  const index = indexUrl(site)
  if (index === null) return []
  const roles = entries.flatMap(({url, updatedAt}) => (url === null ? [] : [{url, modified: moment(updatedAt)}]))
  const places = [{url: index, modified: latest(roles)}, ...roles]
  if (places.length <= mostInOne) return [{name: files.siteMap, text: urlSet(places)}]

  const parts: (SiteMap & Place)[] = []
  for (let start = 0; start < places.length; start += mostInOne) {
    const part = places.slice(start, start + mostInOne)
    const name = `sitemap-${parts.length + 1}.xml`
    parts.push({name, text: urlSet(part), url: addressOf(site, `/${name}`) ?? '', modified: latest(part)})
  }
  const text = `${xmlHead}<sitemapindex xmlns="${namespace}">\n${parts.map((part) => element('sitemap', part)).join('')}</sitemapindex>\n`
  return [{name: files.siteMap, text}, ...parts.map(({name, text}) => ({name, text}))]
}

const urlSet = (places: readonly Place[]): string =>
  `${xmlHead}<urlset xmlns="${namespace}">\n${places.map((place) => element('url', place)).join('')}</urlset>\n`

const element = (name: 'url' | 'sitemap', {url, modified}: Place): string =>
  `<${name}><loc>${escapeXML(url)}</loc>${modified === null ? '' : `<lastmod>${modified}</lastmod>`}</${name}>\n`

/** Spelled alike, so that the later one is also the greater text. */
const latest = (places: readonly Place[]): string | null =>
  places.reduce<string | null>((last, {modified}) => ((modified ?? '') > (last ?? '') ? modified : last), null)
