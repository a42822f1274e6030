import {type Draft, documentTypes, fetchRoles, type Perspective, type RoleListing, type Source} from '../index.ts'

export type RoleState = 'published' | 'changed' | 'uses-drafts' | 'draft'

export type ListedRole = Draft<RoleListing> & {state: RoleState}

/**
 * The roles of a perspective, and how far each is: published, published with a changed draft, published and made of
 * something that has a draft, or only a draft.
 */
export async function listedRoles(source: Source, perspective: Perspective): Promise<ListedRole[]> {
  // As a stack of one, `published` is read as forgivingly as drafts: one broken role must not hide the others.
  const roles = await fetchRoles(source, {perspective: perspective === 'published' ? ['published'] : perspective})
  if (perspective !== 'drafts') return roles.map((role) => ({...role, state: 'published'}))
  const stored = new Set((await fetchRoles(source, {perspective: 'raw'})).map(({_id}) => _id))
  const using = new Set(await rolesUsingDrafts(source))
  const stateOf = ({_id, originalId}: Draft<RoleListing>): RoleState => {
    if (originalId?.startsWith('drafts.')) return stored.has(_id) ? 'changed' : 'draft'
    return using.has(_id) ? 'uses-drafts' : 'published'
  }
  return roles.map((role) => ({...role, state: stateOf(role)}))
}

const draftsQuery = '*[_id in path("drafts.**") && _type in $types]._id'
const usingQuery = '*[_type == "role" && (references($ids) || "siteSettings" in $ids)]._id'

/** The ids of roles that are made of a document with a draft. */
async function rolesUsingDrafts(source: Source): Promise<unknown[]> {
  const drafts = await ask(source, draftsQuery, {types: documentTypes}, 'raw')
  const ids = drafts.flatMap((id) => (typeof id === 'string' ? id.replace(/^drafts\./, '') : []))
  return ids.length === 0 ? [] : ask(source, usingQuery, {ids}, 'drafts')
}

async function ask(source: Source, query: string, params: object, perspective: Perspective): Promise<unknown[]> {
  const answer = await source.fetch(query, {...params}, {perspective})
  return Array.isArray(answer) ? answer : []
}
