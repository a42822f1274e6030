import type {Draft} from '../model/draft.ts'
import type {RoleListing} from '../model/role-listing.ts'
import {roleList} from '../queries.ts'
import {type AskOptions, ask, type PublishedOptions} from './ask.ts'
import type {Source} from './source.ts'

/** All roles that have an address, by title: enough for an index. Throws as `fetchRole` does. */
export async function fetchRoles(source: Source, options?: PublishedOptions): Promise<RoleListing[]>
export async function fetchRoles(source: Source, options?: AskOptions): Promise<Draft<RoleListing>[]>
export async function fetchRoles(source: Source, options: AskOptions = {}): Promise<Draft<RoleListing>[]> {
  return (await ask(source, roleList(), options)) ?? []
}
