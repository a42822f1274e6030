import {type RoleDraft, roleById} from 'roleprint'
import {localSource, type StoredDocument} from 'roleprint/local'

/** A role as it is published and as its draft has it; `null` where there is no such version. */
export interface RoleVersions {
  published: RoleDraft | null
  draft: RoleDraft | null
}

/** Reads a role from documents at hand, by the same query and shape as every site. */
export async function versionsOf(id: string, documents: readonly StoredDocument[]): Promise<RoleVersions> {
  const source = localSource(documents)
  const {query, params, parseDraft} = roleById(id)
  const [published, draft] = await Promise.all(
    (['published', 'drafts'] as const).map(async (perspective) =>
      parseDraft(await source.fetch(query, params, {perspective})),
    ),
  )
  return {published: published ?? null, draft: draft ?? null}
}
