import type {Site} from './site.ts'

/** The name of each file that pages refer to. */
export const files = {
  page: 'index.html',
  markdown: 'jd.md',
  text: 'jd.txt',
  themeStyles: 'roleprint.css',
  themeScript: 'roleprint.js',
  siteStyles: 'roles.css',
  indexScript: 'roles.js',
  feed: 'feed.xml',
  siteMap: 'sitemap.xml',
} as const

/** From the list of the roles to the root of the tree: one step up for `/roles`, two for `/en/jobs`. */
export const rolesToRoot = ({rolesPath}: Pick<Site, 'rolesPath'>): string =>
  '../'.repeat(rolesPath.split('/').filter(Boolean).length)

/** The address of a file of the tree, or `null` while the site has none. */
export const addressOf = ({siteUrl}: Site, path: string): string | null => (siteUrl === null ? null : siteUrl + path)

/** The list of the roles in full. It stands in two places, of which this one counts. */
export const indexUrl = (site: Site): string | null => addressOf(site, `${site.rolesPath}/`)

/** The address of a folder's page. With the slash, every host of files answers it at once; without, most lead there first. */
export const folderUrl = (url: string | null): string | null => url && `${url.replace(/\/$/, '')}/`

/** The root of the tree as an address on its host, for a page that may be served at any depth. */
export const rootOnHost = ({siteUrl}: Site): string =>
  siteUrl === null ? '/' : `${new URL(siteUrl).pathname}/`.replace(/\/+/g, '/')
