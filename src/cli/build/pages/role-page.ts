import {posix} from 'node:path'
import {
  type Block,
  type DocumentOptions,
  type Page,
  type Role,
  rolePage,
  rolePath,
  roleUrl,
  type SiteSettings,
  toDocument,
  toJsonLd,
} from '../../../index.ts'
import {plain} from './plain.ts'
import {roleBar} from './role-bar.ts'
import {roleHead} from './role-head.ts'
import {webAddress} from './site.ts'
import {files, folderUrl} from './tree.ts'

export interface RolePageOfOptions {
  /** The role's page, where it has been made already. */
  page?: Page
  /** The same role in other languages. */
  alternates?: DocumentOptions['alternates']
}

/** Links to other roles by file, as that to the list: they hold on any host, in a folder of it, and on a disk. */
const withLinksBeside = (page: Page, own: string): Page => ({
  ...page,
  sections: page.sections.map((section) =>
    section.name === 'related-roles' ? {...section, blocks: section.blocks.map(linkedFrom(own))} : section,
  ),
})

const linkedFrom =
  (own: string) =>
  (block: Block): Block =>
    block.kind === 'links'
      ? {
          ...block,
          links: block.links.map(({text, href}) => ({
            text,
            href: href && `${posix.relative(own, href)}/${files.page}`,
          })),
        }
      : block

/** The site as its structured data names it: the home page and the list of roles are folders too. */
const inFolders = (site: SiteSettings): SiteSettings => ({
  ...site,
  siteUrl: folderUrl(webAddress(site.siteUrl)),
  rolesPath: `${site.rolesPath}/`,
})

/** The document of one role, for `roles/<slug>/index.html`. */
export function rolePageOf(role: Role, {page = rolePage(role), alternates = []}: RolePageOfOptions = {}): string {
  const own = rolePath(role.site, role.slug, role.language) ?? '/'
  const root = '../'.repeat(own.split('/').length - 1)
  const url = folderUrl(roleUrl(role))
  return toDocument(withLinksBeside(page, own), {
    stylesheet: root + files.themeStyles,
    script: root + files.themeScript,
    url,
    siteName: plain(role.site?.organizationName ?? '') || null,
    alternates,
    jsonLd: toJsonLd({...role, site: role.site && inFolders(role.site)}, {url, page}),
    head: roleHead(page, root, url),
    before: roleBar(role, page.language, posix.relative(own, role.site?.rolesPath ?? '/roles')),
  })
}
