import type {StoredDocument} from 'roleprint/local'
import {draftId, neededBy} from '../content/document-ids.ts'

interface Asker {
  fetch<Result>(query: string, params: Record<string, unknown>, options: {perspective: 'raw'}): Promise<Result>
}

/** A shared document that is not published as it stands. */
export interface UsedDraft {
  id: string
  type: string
  name: string
  isNew: boolean
}

const draftsQuery = `*[_id in $draftIds]{
  _id, _type, "name": coalesce(name, statement, title),
  "isNew": count(*[_id == string::split(^._id, "drafts.")[1]]) == 0
}`

/** The drafts among what a role prints: they are to be published with it. Other roles are not, they are only linked. */
export async function usedDraftsOf(role: StoredDocument, client: Asker): Promise<UsedDraft[]> {
  const draftIds = neededBy([role]).map(draftId)
  const found = await client.fetch<{_id: string; _type: string; name: string | null; isNew: boolean}[]>(
    draftsQuery,
    {draftIds},
    {perspective: 'raw'},
  )
  return found
    .filter(({_type}) => _type !== 'role')
    .map(({_id, _type, name, isNew}) => ({
      id: _id.slice('drafts.'.length),
      type: _type,
      name: name ?? 'Untitled',
      isNew,
    }))
}
