// A document may be read as published, as a draft or as a version in a release; references name the published one.
const publishedId = (id: string) => id.replace(/^(?:drafts|versions\.[^.]+)\./, '')

/** A role is not among its own related roles. */
export function relatedRolesProblem(
  related: ({_ref?: unknown} | null)[] | null | undefined,
  documentId: string | undefined,
): string | true {
  if (!Array.isArray(related) || !documentId) return true
  const self = publishedId(documentId)
  return !related.some((role) => role?._ref === self) || 'This is the role itself. Choose other roles.'
}
