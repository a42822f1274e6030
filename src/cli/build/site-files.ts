import {dirname} from 'node:path'
import type {SiteSettings} from '../../index.ts'
import {type ShippedName, shippedFile} from '../shipped-file.ts'
import type {SiteFile} from './commit.ts'
import type {Entry} from './pages/entry.ts'
import {feed} from './pages/feed.ts'
import {indexList} from './pages/index-list.ts'
import {indexPage} from './pages/index-page.ts'
import {notFoundPage} from './pages/not-found-page.ts'
import {robots} from './pages/robots.ts'
import {type Site, siteOf} from './pages/site.ts'
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
    ...listsByLanguage(entries, site),
    {name: '404.html', text: () => notFoundPage(site)},
    {name: 'robots.txt', text: () => robots(site)},
    ...sitemaps(entries, site).map(({name, text}) => ({name, text: () => text})),
    ...(news === null ? [] : [{name: 'feed.xml', text: () => news}]),
    ...(await Promise.all(shipped.map(shippedAs))),
  ]
}

/** Roles in another language than the site's live in a folder of their own, which has a list of them. */
function listsByLanguage(entries: readonly Entry[], site: Site): SiteFile[] {
  const folders = Map.groupBy(entries, ({path}) => dirname(path))
  folders.delete(site.rolesPath)
  return [...folders].map(([rolesPath, entries]) => {
    const own = {...site, rolesPath, language: entries[0]?.language ?? site.language}
    return {name: `${rolesPath.slice(1)}/index.html`, text: () => indexPage(entries, own, 'roles')}
  })
}

async function shippedAs(name: ShippedName): Promise<SiteFile> {
  const text = await shippedFile(name)
  return {name, text: () => text}
}
