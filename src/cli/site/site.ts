import {languageSlugProblem} from '../../checks.ts'
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
  type Source,
  SourceError,
  siteSettings,
  toDocument,
  toJsonLd,
} from '../../index.ts'
import {markFields} from '../../preview.ts'
import {emptyReleases} from '../compare/versions.ts'
import type {Content} from '../content.ts'
import {explain} from '../explain.ts'
import {type FormatName, formatNames, formats, printAs} from '../formats.ts'
import {listedRoles} from '../listed-roles.ts'
import {shippedFile} from '../shipped-file.ts'
import {addressOf, askedIn, type Context, pathOfRole, plainly, readView, type View} from './address.ts'
import {comparePath, roleBar} from './bar.ts'
import {bothVersions, comparisonPage} from './compare.ts'
import {despiteFaults} from './despite-faults.ts'
import {icon} from './icon.ts'
import {markup} from './markup.ts'
import {indexPage, messagePage, notFoundPage, outputPage, ownScripts} from './pages.ts'
import {notRead} from './server.ts'

/** Answers each address with a page, a file or a kind word. Never throws. */
export const createSite =
  (content: Content) =>
  async (request: Request, context: Context = plainly): Promise<Response> => {
    const {pathname: path, searchParams} = new URL(request.url)
    if (request.method !== 'GET' && request.method !== 'HEAD') return notRead()
    const view = readView(searchParams, context)
    const plain: View = {perspective: 'published', context, empty: [], level: undefined}
    if (!view) return html(400, messagePage(path, 'There is no such view', unknownView, plain))
    try {
      return (await fileAt(path)) ?? (await pageAt(content, path, {...view, empty: await emptyIn(content, view)}))
    } catch (error) {
      return failure(content, error, path, view)
    }
  }

const emptyIn = ({source}: Content, view: View): Promise<string[]> =>
  emptyReleases({source, perspective: askedIn(view)})

const unknownView =
  'The perspective is published, drafts or the name of a release, and the level junior, mid, senior, lead or principal.'

const answer = (status: number, mediaType: string, body: string): Response =>
  new Response(body, {status, headers: {'Content-Type': `${mediaType}; charset=utf-8`}})

const html = (status: number, body: string): Response => answer(status, 'text/html', body)

const files = {
  '/roleprint.css': ['roleprint.css', 'text/css'],
  '/roleprint-compare.css': ['roleprint-compare.css', 'text/css'],
  '/site.css': ['site.css', 'text/css'],
  '/roleprint.js': ['roleprint.js', 'text/javascript'],
  '/roles.js': ['roles.js', 'text/javascript'],
  '/follow.js': ['follow.js', 'text/javascript'],
  '/overlays.js': ['overlays.js', 'text/javascript'],
} as const

async function fileAt(path: string): Promise<Response | null> {
  if (path === '/favicon.ico') return answer(200, 'image/svg+xml', icon)
  if (!Object.hasOwn(files, path)) return null
  const [file, mediaType] = files[path as keyof typeof files]
  return answer(200, mediaType, await shippedFile(file))
}

async function pageAt({source}: Content, path: string, view: View): Promise<Response> {
  if (path === '/' || path === '/roles') {
    const [roles, language] = [await listedRoles(source, askedIn(view)), await siteLanguage(source, view)]
    return html(200, indexPage(roles, view, language))
  }
  const {slug, rest, language} = readRolePath(path)
  if (rest === comparePath) return html(200, comparisonPage(await bothVersions(source, slug, view, language), view))
  const print = answers(rest)
  const role = await fetchRole(source, slug, {perspective: askedIn(view), language}).catch(async (error: unknown) => {
    const moved = error instanceof RoleNotFoundError ? await movedTo(source, slug, view, language) : null
    if (moved === null) throw error
    return moved
  })
  if ('movedTo' in role) return redirect(addressOf(role.movedTo + (rest ? `/${rest}` : ''), view))
  return print ? print(role, view) : html(404, notFoundPage(path, [slug], view))
}

const redirect = (to: string): Response => new Response(null, {status: 307, headers: {Location: to}})

/** The path a role has in this view, where the one that is asked for is its slug in another: an address that was edited. */
async function movedTo(
  source: Source,
  slug: string,
  view: View,
  language: string | undefined,
): Promise<{movedTo: string} | null> {
  try {
    const {before, after} = await bothVersions(source, slug, view, language)
    const role = view.perspective === 'published' ? before : after
    return role?.slug && role.slug !== slug ? {movedTo: pathOfRole(role, role.site?.language ?? null)} : null
  } catch (error) {
    if (error instanceof RoleNotFoundError) return null
    throw error
  }
}

/** The slug an address is about. Where it is about none, its last part is taken for one: it may be near to one. */
function readRolePath(path: string): {slug: string; rest: string | null; language?: string} {
  const [, first, second = '', third] = /^\/roles\/([^/]+)(?:\/([^/]*))?(?:\/([^/]*))?$/.exec(path) ?? []
  if (first !== undefined && second !== '' && (third !== undefined || isLanguage(first, second)))
    return {language: decoded(first), slug: decoded(second), rest: third ?? ''}
  if (first !== undefined) return {slug: decoded(first), rest: second}
  return {slug: decoded(path.split('/').findLast((part) => part !== '') ?? ''), rest: null}
}

/** Whether an address goes on with a slug. A draft may still be called like a language: what is an output of a role stays one. */
const isLanguage = (first: string, second: string): boolean =>
  languageSlugProblem({current: first.toLowerCase()}) !== true && second !== comparePath && answers(second) === null

async function siteLanguage(source: Source, view: View): Promise<string | null> {
  const {query, params, parseDraft} = siteSettings()
  return parseDraft(await source.fetch(query, params, {perspective: askedIn(view)}))?.language ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

type Print = (role: RoleDraft, view: View) => Response

/** What stands under a role's address: its page, a tab for each other output, and the outputs' files. */
function answers(rest: string | null): Print | null {
  if (rest === '' || rest === formats.page.file) return themedPage
  const others = formatNames.filter((name) => name !== 'page')
  const tab = others.find((name) => name === rest)
  if (tab) return (role, view) => html(200, outputPage(role, tab, shownText(tab, role, view), view))
  const file = others.find((name) => formats[name].file === rest)
  if (!file) return null
  const {mediaType} = formats[file]
  return (role, {level}) => answer(200, mediaType, printAs(file, role, formats[file].hasLevels ? level : undefined))
}

function themedPage(role: RoleDraft, view: View): Response {
  const print = (printed: RoleDraft, left: readonly string[] = []): string =>
    toDocument(pageOnThisSite(editable(printed, view), view), {
      stylesheet: '/roleprint.css',
      script: '/roleprint.js',
      jsonLd: toJsonLd(printed),
      url: roleUrl(printed),
      before: markup`<link rel="stylesheet" href="/site.css">${ownScripts(view)}${roleBar(printed, 'page', view, left)}`
        .html,
    })
  // Whoever writes sees all that can be shown.
  return html(200, view.perspective === 'published' ? print(role) : despiteFaults(role, print))
}

/** Whoever came from the Studio finds the field behind each text. What is published is not edited. */
const editable = (role: RoleDraft, {perspective, context: {studio}}: View): RoleDraft =>
  studio && perspective !== 'published' ? markFields(role, studio) : role

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

function failure({lake}: Content, error: unknown, path: string, view: View): Response {
  if (error instanceof RoleNotFoundError) return html(404, notFoundPage(path, error.nearest, view))
  const {message} = explain(error, lake)
  if (error instanceof LevelNotFoundError)
    return html(404, messagePage(path, 'This level is not described', message, view))
  if (error instanceof InvalidAnswerError)
    return html(500, messagePage(path, 'This cannot be printed yet', message, view))
  if (error instanceof SourceError) return html(502, messagePage(path, 'The content cannot be read', message, view))
  return html(500, messagePage(path, 'Something went wrong', message, view))
}
