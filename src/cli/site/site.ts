import {
  type Block,
  fetchRole,
  InvalidAnswerError,
  LevelNotFoundError,
  type Page,
  type RoleDraft,
  RoleNotFoundError,
  rolePage,
  roleUrl,
  SourceError,
  toDocument,
  toJsonLd,
} from '../../index.ts'
import type {Content} from '../content.ts'
import {explain} from '../explain.ts'
import {type FormatName, formatNames, formats, printAs} from '../formats.ts'
import {listedRoles} from '../listed-roles.ts'
import {shippedFile} from '../shipped-file.ts'
import {addressOf, readView, type View} from './address.ts'
import {roleBar} from './bar.ts'
import {icon} from './icon.ts'
import {indexPage, messagePage, notFoundPage, outputPage} from './pages.ts'
import type {Answer, SiteRequest} from './server.ts'

/** The sample site: answers each address with a page, a file or a kind word. Never throws. */
export const createSite =
  (content: Content) =>
  async ({path, search}: SiteRequest): Promise<Answer> => {
    const view = readView(search)
    if (!view) return html(400, messagePage(path, 'There is no such view', unknownView, published))
    try {
      return (await fileAt(path)) ?? (await pageAt(content, path, view))
    } catch (error) {
      return failure(content, error, path, view)
    }
  }

const published: View = {perspective: 'published', level: undefined}
const unknownView = 'The perspective is published or drafts, and the level junior, mid, senior, lead or principal.'

const html = (status: number, body: string): Answer => ({status, mediaType: 'text/html', body})

async function fileAt(path: string): Promise<Answer | null> {
  switch (path) {
    case '/roleprint.css':
      return {status: 200, mediaType: 'text/css', body: await shippedFile('roleprint.css')}
    case '/site.css':
      return {status: 200, mediaType: 'text/css', body: await shippedFile('site.css')}
    case '/roleprint.js':
      return {status: 200, mediaType: 'text/javascript', body: await shippedFile('roleprint.js')}
    case '/favicon.ico':
      return {status: 200, mediaType: 'image/svg+xml', body: icon}
    default:
      return null
  }
}

async function pageAt({source}: Content, path: string, view: View): Promise<Answer> {
  if (path === '/' || path === '/roles') return html(200, indexPage(await listedRoles(source, view.perspective), view))
  const {slug, rest} = readRolePath(path)
  const print = answers(rest)
  const role = await fetchRole(source, slug, view)
  return print ? print(role, view) : html(404, notFoundPage(path, [slug], view))
}

/** The slug an address is about. Where it is about none, its last part is taken for one: it may be near to one. */
function readRolePath(path: string): {slug: string; rest: string | null} {
  const [, slug, rest = ''] = /^\/roles\/([^/]+)(?:\/([^/]*))?$/.exec(path) ?? []
  if (slug !== undefined) return {slug: decoded(slug), rest}
  return {slug: decoded(path.split('/').findLast((part) => part !== '') ?? ''), rest: null}
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

type Print = (role: RoleDraft, view: View) => Answer

/** What stands under a role's address: its page, a tab for each other output, and the outputs' files. */
function answers(rest: string | null): Print | null {
  if (rest === '' || rest === formats.page.file) return themedPage
  const others = formatNames.filter((name) => name !== 'page')
  const tab = others.find((name) => name === rest)
  if (tab) return (role, view) => html(200, outputPage(role, tab, shownText(tab, role, view), view))
  const file = others.find((name) => formats[name].file === rest)
  if (!file) return null
  const {mediaType} = formats[file]
  return (role, {level}) => ({
    status: 200,
    mediaType,
    body: printAs(file, role, formats[file].hasLevels ? level : undefined),
  })
}

const themedPage: Print = (role, view) =>
  html(
    200,
    toDocument(pageOnThisSite(role, view), {
      stylesheet: '/roleprint.css',
      script: '/roleprint.js',
      jsonLd: toJsonLd(role),
      url: roleUrl(role),
      before: `<link rel="stylesheet" href="/site.css">${roleBar(role, 'page', view).html}`,
    }),
  )

/** The roles live in `/roles` here, whatever the site they are written for, and a link keeps the view. */
function pageOnThisSite(role: RoleDraft, view: View): Page {
  const site = role.site && {...role.site, rolesPath: '/roles'}
  const page = rolePage({...role, site})
  const here = (block: Block): Block =>
    block.kind === 'links'
      ? {...block, links: block.links.map(({text, href}) => ({text, href: href && addressOf(href, view)}))}
      : block
  const sections = page.sections.map((section) =>
    section.name === 'related-roles' ? {...section, blocks: section.blocks.map(here)} : section,
  )
  return {...page, sections}
}

/** The structured data is one long line, which nobody can read. */
function shownText(format: FormatName, role: RoleDraft, {level}: View): string {
  const text = printAs(format, role, level)
  return format === 'jsonld' ? JSON.stringify(JSON.parse(text), null, 2) : text
}

function failure({lake}: Content, error: unknown, path: string, view: View): Answer {
  if (error instanceof RoleNotFoundError) return html(404, notFoundPage(path, error.nearest, view))
  const {message} = explain(error, lake)
  if (error instanceof LevelNotFoundError)
    return html(404, messagePage(path, 'This level is not described', message, view))
  if (error instanceof InvalidAnswerError)
    return html(500, messagePage(path, 'This cannot be printed yet', message, view))
  if (error instanceof SourceError) return html(502, messagePage(path, 'The content cannot be read', message, view))
  return html(500, messagePage(path, 'Something went wrong', message, view))
}
