import type {SanityDocument, Template} from 'sanity'
import {apiVersion} from './content/api-version.ts'

/** A role that begins as a copy of another. Its address and its review are its own. */
export const roleFromRole: Template = {
  id: 'role-from-role',
  title: 'Role from another role',
  schemaType: 'role',
  parameters: [{name: 'roleId', title: 'Role', type: 'string'}],
  value: async ({roleId}: {roleId: string}, {getClient}: {getClient: GetClient}) => {
    const client = getClient({apiVersion}).withConfig({perspective: 'drafts'})
    const role = await client.fetch<SanityDocument | null>('*[_type == "role" && _id == $roleId][0]', {roleId})
    return role ? contentOf(role) : {}
  },
}

type GetClient = (options: {apiVersion: string}) => {
  withConfig(config: {perspective: 'drafts'}): {
    fetch<Result>(query: string, params: Record<string, unknown>): Promise<Result>
  }
}

/** What a copy takes over: all that is written, but what makes a document the one it is. */
export function contentOf(role: Record<string, unknown>): Record<string, unknown> {
  const own = ['slug', 'reviewedOn', 'seoTitle', 'seoDescription']
  return Object.fromEntries(Object.entries(role).filter(([key]) => !key.startsWith('_') && !own.includes(key)))
}
