import type {Nested} from '../model/documents.ts'
import type {RoleDraft} from '../model/role.ts'
import {line} from '../text/line.ts'
import {cleanStega} from '../text/stega.ts'
import type {Cause} from './role-diff.ts'

export const causeOf = ({id, type, content}: Nested, field: string | null = null): Cause => ({
  documentId: id,
  documentType: type,
  name: nameOf(content) ?? id,
  field,
})

export const roleCause = (role: RoleDraft, field: string | null = null): Cause =>
  causeOf({id: role._id ?? '', type: 'role', content: role}, field)

const naming = ['name', 'title', 'statement', 'organizationName']

/** What people call a document, whatever its type. */
function nameOf(content: Nested['content']): string | null {
  for (const field of naming) {
    const name = cleanStega(line(content[field]))
    if (name) return name
  }
  return null
}

/** The documents behind a line, each once. Two fields of one document are no longer one field. */
export function mergeCauses(causes: readonly Cause[]): Cause[] {
  const merged = new Map<string, Cause>()
  for (const cause of causes) {
    const known = merged.get(cause.documentId)
    merged.set(cause.documentId, !known || known.field === cause.field ? cause : {...cause, field: null})
  }
  return [...merged.values()]
}
