import type {Role, RoleDraft} from '../model/role.ts'
import {roleById} from '../queries.ts'
import {type AskOptions, ask, type PublishedOptions} from './ask.ts'
import type {Source} from './source.ts'

/**
 * The role with this `_id`, in one request, or `null` where this perspective has none: a role that was never published
 * is no mistake of whoever asks. Apart from that it answers and throws as `fetchRole` does.
 */
export async function fetchRoleById(source: Source, id: string, options?: PublishedOptions): Promise<Role | null>
export async function fetchRoleById(source: Source, id: string, options?: AskOptions): Promise<RoleDraft | null>
export async function fetchRoleById(source: Source, id: string, options: AskOptions = {}): Promise<RoleDraft | null> {
  return ask(source, roleById(id), options)
}
