import {type Issue, levels, type RoleDraft, roleIssues} from '../../index.ts'
import {editAttribute} from '../../preview.ts'
import {type FormatName, formatNames, formats} from '../formats.ts'
import {addressOf, pathOfRole, type View} from './address.ts'
import {type Markup, markup} from './markup.ts'

/** What of a role is shown: one of its outputs, or both versions side by side. */
export type Shown = FormatName | typeof comparePath

export const comparePath = 'compare'

/** The head of every page of the site: the way home, which perspective is shown, and what belongs to the page. */
export const bar = (path: string, view: View, own: Markup | null = null): Markup =>
  frame(view, switchOf(path, view), own)

/**
 * The same for the pages of one role, with a tab for each thing that is printed from it. `left` names what could not be
 * printed.
 */
export function roleBar(role: RoleDraft, shown: Shown, view: View, left: readonly string[] = []): Markup {
  const parts = [tabs(role, shown, view), levelChoice(role, shown, view), faults(left), toMend(role, view)]
  return frame(view, roleSwitch(role, shown, view), markup`${parts.map((part) => part ?? markup``)}`, shown)
}

const frame = (view: View, choices: Markup, own: Markup | null, shown: Shown = 'page'): Markup =>
  markup`<header class="site-bar"><div class="site-row"><a class="site-home" href="${addressOf('/', {...view, level: undefined})}">Roles</a>${choices}</div>${own}${banner(view, shown)}</header>`

export const titleOf = (role: {title: string | null}): string => role.title ?? 'Untitled role'

const tabPath = (role: RoleDraft, shown: Shown): string =>
  pathOfRole(role, role.site?.language ?? null, shown === 'page' ? '' : `/${shown}`)

/** Which perspective this is, in words; without one on the plain site where it is the usual one. */
function banner(view: View, shown: Shown): Markup | null {
  const {perspective, context} = view
  const isCompared = shown === comparePath
  if (!context.isPreview && perspective === 'published' && !isCompared) return null
  const kind = isCompared ? ' site-banner-compare' : perspective === 'published' ? ' site-banner-published' : ''
  const [name, words] = isCompared
    ? ['Side by side', comparedWords(view)]
    : [named(perspective), perspectiveWords(view)]
  const live = context.isPreview ? markup` <span class="site-live" role="status"></span>` : null
  return markup`<p class="site-banner${kind}"><strong>${name}.</strong> ${words}${emptyWords(view)}${live}</p>`
}

const perspectiveWords = ({perspective}: View): string => {
  if (perspective === 'published') return 'This is what everybody sees.'
  const what = perspective === 'drafts' ? 'being written' : 'to be published with it'
  return `This is what is ${what}, not what is published.`
}

const comparedWords = ({perspective}: View): string =>
  perspective === 'published' || perspective === 'drafts'
    ? 'What is published, beside what is being written.'
    : `What is published, beside ${named(perspective)}.`

const emptyWords = ({empty}: View): string =>
  empty.length === 0 ? '' : ` ${empty.join(', ')} holds no document: check how the release is written.`

export const named = (perspective: string): string =>
  ({published: 'Published', drafts: 'Drafts'})[perspective] ?? `Release ${perspective}`

/** The perspectives a page can be seen in: the two everybody has, and one that is looked at by its name. */
const perspectives = ({perspective}: View): string[] => [...new Set(['published', 'drafts', perspective])]

const switchOf = (path: string, view: View): Markup =>
  choice(
    'site-switch',
    'Perspective',
    perspectives(view).map((perspective) => ({
      label: named(perspective),
      href: addressOf(path, {...view, perspective}),
      isCurrent: perspective === view.perspective,
    })),
  )

function roleSwitch(role: RoleDraft, shown: Shown, view: View): Markup {
  const other = shown === comparePath ? 'page' : shown
  const links = perspectives(view).map((perspective) => ({
    label: named(perspective),
    href: addressOf(tabPath(role, other), {...view, perspective}),
    isCurrent: shown !== comparePath && perspective === view.perspective,
  }))
  const compare = {
    label: 'Side by side',
    href: addressOf(tabPath(role, comparePath), {...view, level: undefined}),
    isCurrent: shown === comparePath,
  }
  return choice('site-switch', 'Perspective', [...links, compare])
}

const tabs = (role: RoleDraft, shown: Shown, view: View): Markup =>
  choice(
    'site-tabs',
    `Outputs of ${titleOf(role)}`,
    formatNames.map((name) => ({
      label: formats[name].label,
      href: addressOf(tabPath(role, name), formats[name].hasLevels ? view : {...view, level: undefined}),
      isCurrent: name === shown,
    })),
  )

function levelChoice(role: RoleDraft, shown: Shown, view: View): Markup | null {
  const described = (role.levels ?? []).flatMap(({level}) => level ?? [])
  if (shown === comparePath || !formats[shown].hasLevels || described.length === 0) return null
  return choice(
    'site-switch',
    'Level',
    [undefined, ...described].map((level) => ({
      label: level ? levels[level] : 'All levels',
      href: addressOf(tabPath(role, shown), {...view, level}),
      isCurrent: level === view.level,
    })),
  )
}

const faults = (left: readonly string[]): Markup | null =>
  left.length === 0
    ? null
    : markup`<p class="site-banner" role="alert"><strong>Not all of this draft can be printed.</strong> Left out: ${left.join(', ')}. Look at what these fields hold; if it is what you mean, this is a fault of roleprint.</p>`

function toMend(role: RoleDraft, view: View): Markup | null {
  const issues = roleIssues(role)
  if (issues.length === 0) return null
  const items = issues.map(
    (issue) => markup`<li${opens(issue, role, view)}><code>${issue.path}</code> ${issue.message}</li>`,
  )
  const count = issues.length === 1 ? 'One thing' : `${issues.length} things`
  return markup`<details class="site-issues"><summary>${count} to mend in this role</summary><ul>${items}</ul></details>`
}

/** For whoever came from the Studio, what is missing leads to the field where it belongs. */
function opens({path, documentId}: Issue, role: RoleDraft, {context: {studio}}: View): Markup | null {
  const [field] = /^[a-zA-Z]+/.exec(path) ?? []
  if (!studio || !field || !documentId || documentId !== role._id) return null
  return markup` data-sanity="${editAttribute({id: documentId, type: 'role', path: [field]}, studio)}"`
}

const choice = (name: string, label: string, links: {label: string; href: string; isCurrent: boolean}[]): Markup =>
  markup`<nav class="${name}" aria-label="${label}"><ul class="site-choice">${links.map(
    ({label, href, isCurrent}) =>
      markup`<li><a href="${href}"${isCurrent ? markup` aria-current="page"` : null}>${label}</a></li>`,
  )}</ul></nav>`
