import type {SiteSettings} from '../../index.ts'
import {type ShippedName, shippedFile} from '../shipped-file.ts'
import type {SiteFile} from './commit.ts'
import type {Entry} from './pages/entry.ts'
import {feed} from './pages/feed.ts'
import {indexList} from './pages/index-list.ts'
import {indexPage} from './pages/index-page.ts'
import {notFoundPage} from './pages/not-found-page.ts'
import {robots} from './pages/robots.ts'
import {siteOf} from './pages/site.ts'
import {sitemaps} from './pages/sitemaps.ts'

const shipped = ['roleprint.css', 'roleprint.js', 'roles.css', 'roles.js'] as const

/** Everything of a site but the files of its roles. */
export async function siteFiles(entries: readonly Entry[], settings: SiteSettings | null): Promise<SiteFile[]> {
  const site = siteOf(settings, entries)
  const news = feed(entries, site)
  const list = indexList(entries, site)
  return [
    {name: 'index.html', text: () => indexPage(entries, site, 'root', list)},
    {name: `${site.rolesPath.slice(1)}/index.html`, text: () => indexPage(entries, site, 'roles', list)},
    {name: '404.html', text: () => notFoundPage(site)},
    {name: 'robots.txt', text: () => robots(site)},
    ...sitemaps(entries, site).map(({name, text}) => ({name, text: () => text})),
    ...(news === null ? [] : [{name: 'feed.xml', text: () => news}]),
    ...(await Promise.all(shipped.map(shippedAs))),
  ]
}

async function shippedAs(name: ShippedName): Promise<SiteFile> {
  const text = await shippedFile(name)
  return {name, text: () => text}
}
