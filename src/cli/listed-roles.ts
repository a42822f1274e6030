import {type Draft, fetchRoles, type Perspective, type RoleListing, type Source} from '../index.ts'

export type RoleState = 'published' | 'changed' | 'draft'

export type ListedRole = Draft<RoleListing> & {state: RoleState}

/** The roles of a perspective, and how far each is: published, published with a changed draft, or only a draft. */
export async function listedRoles(source: Source, perspective: Perspective): Promise<ListedRole[]> {
  // As a stack of one, `published` is read as forgivingly as drafts: one broken role must not hide the others.
  const roles = await fetchRoles(source, {perspective: perspective === 'published' ? ['published'] : perspective})
  const isDraft = ({originalId}: Draft<RoleListing>): boolean => originalId?.startsWith('drafts.') ?? false
  if (!roles.some(isDraft)) return roles.map((role) => ({...role, state: 'published'}))
  const stored = new Set((await fetchRoles(source, {perspective: 'raw'})).map(({_id}) => _id))
  return roles.map((role) => ({
    ...role,
    state: !isDraft(role) ? 'published' : stored.has(role._id) ? 'changed' : 'draft',
  }))
}
