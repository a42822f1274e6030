import {rolePath} from '../../page/role-path.ts'
import {documentTag, rolesTag, roleTag} from '../../page/tags.ts'
import {type Query, rolesUsing, siteSettings} from '../../queries.ts'
import type {Source} from '../../source/source.ts'
import {uncached} from '../http/uncached.ts'
import type {ChangeHint} from './change-hint.ts'

/** A document changed, and what is to be made anew. */
export interface ContentChange {
  /** Its published id. */
  documentId: string
  /** Of the pages of all roles that use it: `/roles/data-engineer`. */
  paths: string[]
  /** `document:<id>`, `role:<slug>` for each of these roles, and `roles`, for lists, where one of them may look different. */
  tags: string[]
}

/** A role as its address is made of it. `language` is `null` where the role is gone. */
export interface AddressedRole {
  slug: string
  language: string | null
}

export type PathOf = (role: AddressedRole) => string | null

const settingsId = 'siteSettings'

/**
 * Asks which roles the document is printed in. Where the site tells no path of its own, the settings are asked for as
 * well. Throws what the source throws.
 */
export async function whatChanged(source: Source, hint: ChangeHint, pathOf: PathOf | null): Promise<ContentChange> {
  const {documentId} = hint
  const fresh = uncached(source)
  // Read as a draft is, though it is published: one role that lacks a title must not keep the others as they were.
  const using = (await answer(fresh, rolesUsing(documentId))) ?? []
  const roles = using.flatMap(({slug, language}) => (slug?.isWellFormed() ? [{slug, language}] : []))
  const isThere = using.some(({_id}) => _id === documentId)
  const gone = hint.type === 'role' && !isThere && hint.slug !== null ? [{slug: hint.slug, language: null}] : []
  const all = [...roles, ...gone]
  const paths = all.map(pathOf ?? (await usualPath(fresh, all.length > 0)))
  const touchesLists = using.length > 0 || hint.type === 'role' || documentId === settingsId
  const tags = [documentTag(documentId), ...all.map(({slug}) => roleTag(slug)), ...(touchesLists ? [rolesTag] : [])]
  return {documentId, paths: [...new Set(paths.filter((path) => path !== null))], tags: [...new Set(tags)]}
}

async function usualPath(source: Source, isNeeded: boolean): Promise<PathOf> {
  const site = isNeeded ? await answer(source, siteSettings()) : null
  return ({slug, language}) => rolePath(site, slug, language)
}

async function answer<Answer>(source: Source, {query, params, parseDraft}: Query<Answer>) {
  return parseDraft(await source.fetch(query, params, {perspective: 'published'}))
}
