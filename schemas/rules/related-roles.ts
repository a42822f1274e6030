// A document may be read as published, as a draft or as a version in a release; references name the published one.
const publishedId = (id: string) => id.replace(/^(?:drafts|versions\.[^.]+)\./, '')

/** A role is not among its own related roles. */
export function relatedRolesProblem(
  related: ({_ref?: unknown} | null)[] | null | undefined,
  {document}: {document?: {_id?: unknown} | undefined},
): string | true {
  if (!Array.isArray(related) || typeof document?._id !== 'string') return true
  const self = publishedId(document._id)
  return !related.some((role) => role?._ref === self) || 'This is the role itself. Choose other roles.'
}
