export type Slug = string | null | false

/** The language as it was stored, where it is one. */
export const languageOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export function slugOf(value: unknown): Slug {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'string' ? value : false
}

/** A document that roles are made of, as far as a build must know it before it is read. */
export interface Listed {
  id: string
  /** Differs where the document does. */
  rev: string
  /** The address of a role: `null` where there is none, `false` where it is no text. Left out for every other type. */
  slug?: Slug
  /** The language of a role as it was stored; `null` where it is no text. */
  language?: string | null
}

/** All published documents that roles are made of, by id. */
export type Catalog = ReadonlyMap<string, Listed>

export const catalogOf = (documents: Iterable<Listed>): Catalog =>
  new Map([...documents].sort((one, other) => (one.id < other.id ? -1 : 1)).map((each) => [each.id, each]))

export const isRole = (document: Listed): boolean => 'slug' in document

/** The ids of all roles, in order. */
export const rolesIn = (catalog: Catalog): Listed[] => [...catalog.values()].filter(isRole)
