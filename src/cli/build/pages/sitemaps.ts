import type {Alternate} from '../../../index.ts'
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
  /** The same role in each of its languages, this one among them. */
  alternates?: Alternate[]
  modified: string | null
}

// https://www.sitemaps.org/protocol.html
const mostInOne = 50_000
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** `sitemap.xml`, and what it refers to where one file may not hold them all. None without the site's own address. */
export function sitemaps(entries: readonly Entry[], site: Site): SiteMap[] {
  const index = indexUrl(site)
  if (index === null) return []
  const languages = alternatesOf(entries, site)
  const roles = entries.flatMap(({url, updatedAt, slug}) =>
    url === null ? [] : [{url, modified: moment(updatedAt), alternates: languages.get(slug) ?? []}],
  )
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

/** Roles with one slug are one role in several languages, where each language has addresses of its own. */
function alternatesOf(entries: readonly Entry[], {rolesPath}: Site): Map<string, Alternate[]> {
  // An address is in one language, so a role has as many of them as languages.
  const places = new Map(entries.map((entry) => [entry.path, entry]))
  const several = [...Map.groupBy(places.values(), ({slug}) => slug)].filter(([, roles]) => roles.length > 1)
  return new Map(
    several.map(([slug, roles]) => {
      // The site's own language first, which is also that of everybody else.
      const sorted = roles.toSorted((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
      const found = sorted.flatMap(({language, url}) => (url === null ? [] : [{hreflang: language, href: url}]))
      const [first] = found
      const isOwn = sorted[0]?.path === `${rolesPath}/${slug}`
      return [slug, first && isOwn ? [...found, {hreflang: 'x-default', href: first.href}] : found]
    }),
  )
}

const urlSet = (places: readonly Place[]): string =>
  `${xmlHead}<urlset xmlns="${namespace}"${places.some(({alternates}) => alternates?.length) ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : ''}>\n${places.map((place) => element('url', place)).join('')}</urlset>\n`

const element = (name: 'url' | 'sitemap', {url, modified, alternates = []}: Place): string =>
  `<${name}><loc>${escapeXML(url)}</loc>${modified === null ? '' : `<lastmod>${modified}</lastmod>`}${alternates.map(alternate).join('')}</${name}>\n`

const alternate = ({hreflang, href}: Alternate): string =>
  `<xhtml:link rel="alternate" hreflang="${escapeXML(hreflang)}" href="${escapeXML(href)}"/>`

/** Spelled alike, so that the later one is also the greater text. */
const latest = (places: readonly Place[]): string | null =>
  places.reduce<string | null>((last, {modified}) => ((modified ?? '') > (last ?? '') ? modified : last), null)
