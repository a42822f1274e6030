import {cacheLife, cacheTag} from 'next/cache'
import {dependencies, fetchRole, fetchRoles, type Role, RoleNotFoundError, rolesTag, roleTag} from 'roleprint'
import {client} from './client'

/** A published role, kept until one of the documents it prints changes; `null` where nobody has this slug. */
export async function publishedRole(slug: string): Promise<Role | null> {
  'use cache'
  cacheTag(roleTag(slug)) // also of a role that is not there yet
  const role = await fetchRole(client, slug).catch(nullWhereNotFound)
  if (!role) {
    cacheLife('minutes') // anybody can make up a slug
    return null
  }
  cacheLife('max')
  cacheTag(...dependencies(role).tags)
  return role
}

export async function publishedRoles() {
  'use cache'
  cacheLife('max')
  cacheTag(rolesTag)
  return fetchRoles(client)
}

export function nullWhereNotFound(error: unknown): null {
  if (error instanceof RoleNotFoundError) return null
  throw error
}
