import type {Role} from '../../../src/index.ts'
import {rolePath, updatedOn} from '../../peers/derived.ts'
import {escapeHTML} from '../../peers/escape.ts'
import {wordsOf} from '../../peers/words-of.ts'
import {byTitle} from './documents.ts'
import {roleUrl} from './role-url.ts'

/** A file of the site that belongs to no role. */
export interface SiteFile {
  path: string
  text: string
}

const inFeed = 50

/** Every file of a site but those of its roles, its styles and its scripts. */
export function siteFiles(roles: readonly Role[]): SiteFile[] {
  const siteUrl = roles[0]?.site?.siteUrl ?? ''
  const sorted = byTitle(roles)
  return [
    {path: 'index.html', text: indexPage(sorted, '')},
    {path: 'roles/index.html', text: indexPage(sorted, '../')},
    {path: '404.html', text: page('This page is not here', '/', '<p><a href="/roles">All roles</a></p>')},
    {path: 'sitemap.xml', text: siteMap(roles, siteUrl)},
    {path: 'feed.xml', text: feed(roles, siteUrl)},
    {path: 'robots.txt', text: `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}/sitemap.xml\n`},
  ]
}

const indexPage = (roles: readonly Role[], root: string): string =>
  page(
    'All roles',
    root,
    `<ul>${roles
      .map((role) => {
        const skills = role.mustHaveSkills.map(({skill}) => skill.name).join(', ')
        return `<li><a href="${root}${rolePath(role, role.slug).slice(1)}/">${escapeHTML(role.title)}</a><p>${escapeHTML(
          role.seoDescription || wordsOf(role).intro(role.title),
        )}</p><p>${escapeHTML(skills)}</p><time datetime="${updatedOn(role)}">${updatedOn(role)}</time></li>\n`
      })
      .join('')}</ul>`,
  )

const page = (title: string, root: string, content: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${root}roleprint.css">
<link rel="alternate" type="application/atom+xml" href="${root}feed.xml">
</head>
<body class="roleprint roleprint-document">
<main class="roleprint-main"><h1 class="roleprint-title">${title}</h1>
${content}
</main>
</body>
</html>
`

const siteMap = (roles: readonly Role[], siteUrl: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${escapeHTML(siteUrl)}/roles</loc></url>
${roles
  .map((role) => `<url><loc>${escapeHTML(roleUrl(role))}</loc><lastmod>${role._updatedAt}</lastmod></url>\n`)
  .join('')}</urlset>
`

function feed(roles: readonly Role[], siteUrl: string): string {
  const latest = roles.toSorted((one, other) => (one._updatedAt > other._updatedAt ? -1 : 1)).slice(0, inFeed)
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escapeHTML(roles[0]?.site?.organizationName ?? '')}</title>
<id>${escapeHTML(siteUrl)}/feed.xml</id>
<updated>${latest[0]?._updatedAt ?? ''}</updated>
${latest
  .map(
    (role) =>
      `<entry><title>${escapeHTML(role.title)}</title><id>${escapeHTML(roleUrl(role))}</id><updated>${role._updatedAt}</updated><link href="${escapeHTML(
        roleUrl(role),
      )}"/><summary>${escapeHTML(role.seoDescription || wordsOf(role).intro(role.title))}</summary></entry>\n`,
  )
  .join('')}</feed>
`
}
