import {levels, type RoleDraft, roleIssues} from '../../index.ts'
import {type FormatName, formatNames, formats} from '../formats.ts'
import {addressOf, rolePath, type View} from './address.ts'
import {type Markup, markup} from './markup.ts'

/** The head of every page of the site: the way home, which perspective is shown, and what belongs to the page. */
export const bar = (path: string, view: View, own: Markup | null = null): Markup =>
  markup`<header class="site-bar"><div class="site-row"><a class="site-home" href="${addressOf('/', {...view, level: undefined})}">Roles</a>${perspectiveSwitch(path, view)}</div>${own}${view.perspective === 'drafts' ? draftsBanner : null}</header>`

/** The same for the pages of one role, with a tab for each thing that is printed from it. */
export function roleBar(role: RoleDraft, shown: FormatName, view: View): Markup {
  const path = tabPath(role, shown)
  return bar(path, view, markup`${tabs(role, shown, view)}${levelChoice(role, shown, view)}${toMend(role)}`)
}

export const titleOf = (role: {title: string | null}): string => role.title ?? 'Untitled role'

const tabPath = ({slug}: RoleDraft, format: FormatName): string =>
  rolePath(slug ?? '', format === 'page' ? '' : `/${format}`)

const draftsBanner = markup`<p class="site-banner"><strong>Drafts.</strong> This is what is being written, not what is published.</p>`

const perspectiveSwitch = (path: string, view: View): Markup => {
  const links = [
    {label: 'Published', perspective: 'published'},
    {label: 'Drafts', perspective: 'drafts'},
  ] as const
  return choice(
    'site-switch',
    'Perspective',
    links.map(({label, perspective}) => ({
      label,
      href: addressOf(path, {...view, perspective}),
      isCurrent: perspective === view.perspective,
    })),
  )
}

const tabs = (role: RoleDraft, shown: FormatName, view: View): Markup =>
  choice(
    'site-tabs',
    `Outputs of ${titleOf(role)}`,
    formatNames.map((name) => ({
      label: formats[name].label,
      href: addressOf(tabPath(role, name), formats[name].hasLevels ? view : {...view, level: undefined}),
      isCurrent: name === shown,
    })),
  )

function levelChoice(role: RoleDraft, shown: FormatName, view: View): Markup | null {
  const described = (role.levels ?? []).flatMap(({level}) => level ?? [])
  if (!formats[shown].hasLevels || described.length === 0) return null
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

function toMend(role: RoleDraft): Markup | null {
  const issues = roleIssues(role)
  if (issues.length === 0) return null
  const items = issues.map(({path, message}) => markup`<li><code>${path}</code> ${message}</li>`)
  const count = issues.length === 1 ? 'One thing' : `${issues.length} things`
  return markup`<details class="site-issues"><summary>${count} to mend in this role</summary><ul>${items}</ul></details>`
}

const choice = (name: string, label: string, links: {label: string; href: string; isCurrent: boolean}[]): Markup =>
  markup`<nav class="${name}" aria-label="${label}"><ul class="site-choice">${links.map(
    ({label, href, isCurrent}) =>
      markup`<li><a href="${href}"${isCurrent ? markup` aria-current="page"` : null}>${label}</a></li>`,
  )}</ul></nav>`
