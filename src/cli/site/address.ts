import {type LevelName, levels} from '../../index.ts'
import type {ShownPerspective} from '../commands.ts'

/** What of the site is looked at, besides the path. */
export interface View {
  perspective: ShownPerspective
  level: LevelName | undefined
}

/** Reads the view from an address; `null` for a value the site does not know. */
export function readView(search: URLSearchParams): View | null {
  const perspective = search.get('perspective') ?? 'published'
  const level = search.get('level') ?? undefined
  if (perspective !== 'published' && perspective !== 'drafts') return null
  if (level !== undefined && !Object.hasOwn(levels, level)) return null
  return {perspective, level: level as LevelName | undefined}
}

/** The address of a page of the site in a view. Two slashes in front would lead to another site. */
export function addressOf(path: string, {perspective, level}: View): string {
  const search = new URLSearchParams({...(perspective === 'drafts' && {perspective}), ...(level && {level})}).toString()
  const own = path.replace(/^[/\\]+/, '/')
  return search === '' ? own : `${own}?${search}`
}

export const rolePath = (slug: string, rest = ''): string => `/roles/${encodeURIComponent(slug)}${rest}`
