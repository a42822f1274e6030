import {type LevelName, levels, rolePath as libraryPath, type Perspective} from '../../index.ts'

/** What of the site is looked at, besides the path. */
export interface View {
  /** As an address spells it: `published`, `drafts`, or the names of releases with commas between. */
  perspective: string
  context: Context
  /** Those of the releases that hold no document: probably they are called something else. */
  empty: readonly string[]
  level: LevelName | undefined
}

/** How the site is looked at, whatever the address: plainly, or by somebody who follows what is being written. */
export interface Context {
  /** The perspective of an address that names none. */
  usual: string
  /** Pages follow edits, and say in each perspective which it is. */
  isPreview: boolean
  /** Where a text of the page is edited, for whoever came from the Studio. */
  studio: Studio | null
}

/** The Studio that edits what is shown. */
export interface Studio {
  studioUrl: string
  /** By which the styles of its overlays are known: the same for all pages, which are compared as they are. */
  nonce: string
}

export const plainly: Context = {usual: 'published', isPreview: false, studio: null}

// The second is the one that Sanity's Presentation tool sets.
const perspectiveNames = ['perspective', 'sanity-preview-perspective']
// Releases are called `r` and a few letters and digits.
const spelled = /^(?:published|drafts|(?!raw$)r[a-zA-Z0-9]{1,64})$/
const mostStacked = 10

/** Reads the view from an address; `null` for a value the site does not know. */
export function readView(search: URLSearchParams, context: Context): View | null {
  const perspective = perspectiveNames.map((name) => search.get(name)).find((value) => value !== null) ?? context.usual
  const level = search.get('level') ?? undefined
  if (perspective !== context.usual && !isPerspective(perspective)) return null
  if (level !== undefined && !Object.hasOwn(levels, level)) return null
  return {perspective, context, empty: [], level: level as LevelName | undefined}
}

function isPerspective(perspective: string): boolean {
  const names = perspective.split(',')
  return names.length <= mostStacked && names.every((name) => spelled.test(name))
}

/** The perspective to ask in. */
export const askedIn = ({perspective}: View): Perspective =>
  perspective === 'published' || perspective === 'drafts' ? perspective : perspective.split(',')

/** The address of a page of the site in a view. Two slashes in front would lead to another site. */
export function addressOf(path: string, {perspective, context, level}: View): string {
  const search = new URLSearchParams({
    ...(perspective !== context.usual && {perspective}),
    ...(level && {level}),
  }).toString()
  const own = path.replace(/^[/\\]+/, '/')
  return search === '' ? own : `${own}?${search}`
}

export const rolePath = (slug: string, rest = ''): string => `/roles/${encodeURIComponent(slug.toWellFormed())}${rest}`

/** A role as its address is made of it. */
interface Addressed {
  slug: string | null
  language: string | null
}

/** The path of a role where the site may have a language: below its own, if that is another one. */
export const pathOfRole = ({slug, language}: Addressed, siteLanguage: string | null, rest = ''): string =>
  `${libraryPath(siteAt(siteLanguage), slug?.toWellFormed() ?? '', language) ?? rolePath(slug ?? '')}${rest}`

const siteAt = (language: string | null) => ({organizationName: null, siteUrl: null, rolesPath: '/roles', language})
