import {documentFindings} from 'roleprint/checks'
import type {StoredDocument} from 'roleprint/local'
import {draftId, neededBy, publishedId} from '../content/document-ids.ts'
import {type RoleUser, usersQuery} from '../usage/usage-counts.ts'

interface Asker {
  fetch<Result>(
    query: string,
    params: Record<string, unknown>,
    options: {perspective: 'raw' | 'drafts'},
  ): Promise<Result>
}

/** A shared document that is not published as it stands. */
export interface UsedDraft {
  id: string
  type: string
  name: string
  isNew: boolean
  /** The titles of the other roles that print it. */
  roles: string[]
  /** What keeps it from being published. */
  errors: string[]
}

const draftsQuery = `{
  "drafts": *[_id in $draftIds && _type != "role"],
  "published": *[_id in $ids]._id
}`

const othersQuery = '*[_id in $ids]'

/** The drafts among what a role prints: they are to be published with it. Other roles are not, they are only linked. */
export async function usedDraftsOf(role: StoredDocument, client: Asker): Promise<UsedDraft[]> {
  // The site's settings are nobody's part: they are published by themselves.
  const ids = neededBy([role]).filter((id) => id !== 'siteSettings')
  const params = {ids, draftIds: ids.map(draftId)}
  const {drafts, published} = await client.fetch<Versions>(draftsQuery, params, {perspective: 'raw'})
  const others = await client.fetch<StoredDocument[]>(othersQuery, {ids: neededBy(drafts)}, {perspective: 'drafts'})
  const users = await client.fetch<RoleUser[]>(usersQuery, {ids}, {perspective: 'raw'})
  return drafts.map((draft) => {
    const id = publishedId(draft._id)
    const roles = titlesOf(
      users.filter(({_id, used}) => used?.includes(id) && publishedId(_id) !== publishedId(role._id)),
    )
    const findings = documentFindings({...draft, _id: id}, others)
    const errors = findings.filter(({severity}) => severity === 'error').map(({message}) => message)
    return {id, type: draft._type, name: nameOf(draft), isNew: !published.includes(id), roles, errors}
  })
}

interface Versions {
  drafts: StoredDocument[]
  published: string[]
}

/** One for each role, as its draft has it where there is one. */
const titlesOf = (roles: RoleUser[]): string[] => {
  const titles = roles
    .toSorted((one, other) => Number(one._id.startsWith('drafts.')) - Number(other._id.startsWith('drafts.')))
    .map(({_id, title}) => [publishedId(_id), title || 'Untitled role'] as const)
  return [...new Map(titles).values()].sort()
}

const nameOf = ({name, statement, title}: StoredDocument): string =>
  [name, statement, title].find((text) => typeof text === 'string' && text.trim() !== '')?.toString() ?? 'Untitled'
