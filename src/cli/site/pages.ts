import {levels, type RoleDraft} from '../../index.ts'
import {indexSearch} from '../build/pages/index-search.ts'
import {canonicalTag} from '../build/pages/language.ts'
import {type FormatName, formats} from '../formats.ts'
import type {ListedRole, RoleState} from '../listed-roles.ts'
import {addressOf, pathOfRole, rolePath, type View} from './address.ts'
import {bar, roleBar, titleOf} from './bar.ts'
import {type Markup, markup} from './markup.ts'

/** All roles there are. */
export function indexPage(roles: ListedRole[], view: View, siteLanguage: string | null = null): string {
  const items = roles.map(
    (role) =>
      markup`<li class="site-card" data-levels="${(role.levels ?? []).join(' ')}" data-language="${role.language ?? 'en'}">${roleCard(role, view, siteLanguage)}</li>`,
  )
  const list =
    roles.length > 0 ? markup`<ul class="site-cards roles-list">${items}</ul>` : markup`<p>${emptyText(view)}</p>`
  const count = roles.length === 1 ? '1 role' : `${roles.length} roles`
  return document(
    'Roles',
    bar('/', view),
    markup`<h1>Roles</h1><p class="site-lead">${count}, each as a page, as a job description to copy, and as data.</p>${search(roles, count)}${list}${roles.length > 0 ? afterList : null}`,
    view,
    [],
    roles.length > 1 ? ['/roles.js'] : [],
  )
}

/** The search of the built site's list, with the same script. */
function search(roles: ListedRole[], count: string): Markup | null {
  const entries = roles.map(({levels, language}) => ({levels: levels ?? [], language: language ?? 'en'}))
  const form = indexSearch(entries, {language: 'en'})
  return (
    form && markup`${form}<p class="roles-count site-count" role="status" data-found="{found} of ${count}">${count}</p>`
  )
}

const afterList = markup`<p class="roles-more" hidden><button type="button" class="roleprint-button">Show more roles</button></p><div class="roles-none" hidden><p>No role fits. Try fewer or other words.</p><button type="button" class="roleprint-button">Show all roles</button></div>`

const emptyText = ({perspective}: View): string =>
  perspective === 'published' ? 'No role is published yet. Have a look at the drafts.' : 'There are no roles yet.'

const stateLabels: Readonly<Record<RoleState, string>> = {
  published: '',
  changed: 'Changed',
  'uses-drafts': 'Uses a draft',
  draft: 'Draft',
}

function roleCard(role: ListedRole, view: View, siteLanguage: string | null): Markup {
  const names = (role.levels ?? []).map((level) => levels[level])
  const facts = [
    names.join(' / '),
    role.language && role.language !== 'en' ? `Language: ${role.language}` : '',
    role.reviewedOn ? `Reviewed ${role.reviewedOn}` : '',
  ].filter((fact) => fact !== '')
  const state = stateLabels[role.state]
  const href = addressOf(pathOfRole(role, siteLanguage), view)
  return markup`<h2 class="roles-title"><a href="${href}"${inLanguage(role.language)}>${titleOf(role)}</a>${state ? markup` <span class="site-state">${state}</span>` : null}</h2>${facts.map((fact) => markup`<p class="roles-levels">${fact}</p>`)}`
}

/** One output of a role as text, and the way to its file. */
export function outputPage(role: RoleDraft, format: FormatName, text: string, view: View): string {
  const {label, file} = formats[format]
  const href = addressOf(pathOfRole(role, role.site?.language ?? null, `/${file}`), view)
  const title = `${titleOf(role)}: ${label}`
  return document(
    title,
    roleBar(role, format, view),
    markup`<h1>${title}</h1><p class="site-lead">The same as a file: <a href="${href}">${file}</a></p>${copyButton(text)}<pre class="site-output roleprint-text"${inLanguage(role.language)}><code>${text}</code></pre>`,
    view,
  )
}

/** What a role says finds its own direction, and names its language where that is not the site's. */
const inLanguage = (language: string | null): Markup | null => {
  const tag = canonicalTag(language ?? 'en')
  return tag === null || tag === 'en' ? null : markup` lang="${tag}" dir="auto"`
}

/** The button of the themed page, which its script shows and answers. */
const copyButton = (text: string): Markup =>
  markup`<div class="roleprint-actions site-copy" hidden><button type="button" class="roleprint-button" data-copy="markdown" data-copied="Copied" data-status="Copied to the clipboard." data-failed="Copying is not possible here. The text is selected: press Ctrl+C or ⌘C.">Copy</button><span class="roleprint-status" role="status"></span></div><template class="roleprint-copy-markdown">${text}</template>`

/** Nothing is at this address: what is near, and the way back. */
export function notFoundPage(path: string, nearest: readonly string[], view: View): string {
  const links = nearest.map((slug) => markup`<li><a href="${addressOf(rolePath(slug), view)}">${slug}</a></li>`)
  const drafts = addressOf(path, {...view, perspective: 'drafts'})
  return document(
    'Not found',
    bar(path, view),
    markup`<h1>There is nothing here</h1><p class="site-lead">No page of this site has the address <code>${path}</code>.</p>${
      links.length > 0 ? markup`<p>Were you looking for one of these roles?</p><ul>${links}</ul>` : null
    }<p>${
      view.perspective === 'published'
        ? markup`It may not be published yet: <a href="${drafts}">look among the drafts</a>. `
        : null
    }<a href="${addressOf('/', view)}">All roles</a> are on the first page.</p>`,
    view,
  )
}

/** Something went wrong, in plain words. */
export const messagePage = (path: string, title: string, message: string, view: View): string =>
  document(title, bar(path, view), markup`<h1>${title}</h1><p class="site-message">${message}</p>`, view)

/** What a preview adds to a page: it follows edits, and in the Studio's frame a click on a text opens its field. */
export const ownScripts = ({perspective, context: {isPreview, studio}}: View): Markup => {
  const follow = isPreview ? markup`<script src="/follow.js" type="module"></script>` : markup``
  const overlays = studio
    ? markup`<script src="/overlays.js" type="module" nonce="${studio.nonce}" data-perspective="${perspective}"></script>`
    : null
  return markup`${follow}${overlays}`
}

/** The frame of the themed page, around what only this site has. */
export const document = (
  title: string,
  head: Markup,
  main: Markup,
  view: View,
  styles: string[] = [],
  scripts: string[] = [],
): string =>
  `${
    markup`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · roleprint</title><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/roleprint.css"><link rel="stylesheet" href="/site.css">${styles.map((href) => markup`<link rel="stylesheet" href="${href}">`)}<script src="/roleprint.js" defer></script>${scripts.map((src) => markup`<script src="${src}" defer></script>`)}${ownScripts(view)}</head>
<body class="roleprint roleprint-document"><a class="roleprint-skip" href="#roleprint-content">Skip to content</a>${head}<main id="roleprint-content" class="roleprint-main site-main" tabindex="-1">${main}</main></body>
</html>`.html
  }\n`
