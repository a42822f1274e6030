import type {StoredDocument} from 'roleprint/local'

/** The id under which documents refer to each other, whatever version of the document is held. */
export const publishedId = (id: string): string => id.replace(/^(?:drafts|versions\.[^.]+)\./, '')

export const draftId = (id: string): string => `drafts.${publishedId(id)}`

/** The ids a value refers to, each once. */
export function referencesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, found)
  else if (typeof value === 'object' && value !== null) {
    const {_ref, ...rest} = value as {_ref?: unknown}
    if (typeof _ref === 'string') found.add(_ref)
    for (const part of Object.values(rest)) referencesIn(part, found)
  }
  return found
}

/**
 * What must be read to print these documents: all they refer to, and the site's settings. Of a related role only the
 * title is printed, so what that one refers to is not followed.
 */
export const neededBy = (documents: readonly (StoredDocument | null)[]): string[] => [
  ...new Set(['siteSettings', ...documents.flatMap((document) => [...referencesIn(document)])]),
]
