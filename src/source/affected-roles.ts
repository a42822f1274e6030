import type {Draft} from '../model/draft.ts'
import type {RoleListing} from '../model/role-listing.ts'
import {rolesUsing} from '../queries.ts'
import {type AskOptions, ask, type PublishedOptions} from './ask.ts'
import type {Source} from './source.ts'

const version = /^(?:drafts|versions\.[^.]+)\./

/**
 * The roles an edit of this document may change in print, by title, in one request: those that refer to it, itself if it
 * is a role, and all for the site settings. The id may be that of a draft. A role may use a document without
 * printing what was edited (it can word a skill in its own way): `diffRole` tells. Throws as `fetchRole` does.
 */
export async function affectedRoles(
  source: Source,
  documentId: string,
  options?: PublishedOptions,
): Promise<RoleListing[]>
export async function affectedRoles(
  source: Source,
  documentId: string,
  options?: AskOptions,
): Promise<Draft<RoleListing>[]>
export async function affectedRoles(
  source: Source,
  documentId: string,
  options: AskOptions = {},
): Promise<Draft<RoleListing>[]> {
  return (await ask(source, rolesUsing(documentId.replace(version, '')), options)) ?? []
}
