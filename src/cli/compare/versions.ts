import {
  fetchRole,
  fetchRoleById,
  type Perspective,
  type RoleDraft,
  RoleNotFoundError,
  type Source,
} from '../../index.ts'
import type {VersionsCommand} from '../command-type.ts'
import {sourceOfFiles} from '../content.ts'

/** Where a version is asked for. */
export interface Place {
  source: Source
  perspective: Perspective
}

export interface Places {
  from: Place
  to: Place
}

export interface Versions {
  before: RoleDraft | null
  after: RoleDraft | null
}

/** The two places that a command names. Throws `FileError` or `NdjsonError`. */
export async function placesOf(source: Source, {against, from, to}: VersionsCommand): Promise<Places> {
  const other = against === null ? source : await sourceOfFiles(against)
  return {
    from: {source, perspective: perspectiveOf(from)},
    to: {source: other, perspective: perspectiveOf(to)},
  }
}

// As a stack of one, what is published may lack something: a comparison shows what is there.
const perspectiveOf = (name: string): Perspective => (name === 'drafts' ? name : name.split(','))

/**
 * Both versions of the role that has this slug in one of them. They are of one document, so a role is found whose slug
 * has changed; and one of them is missing where the role is new or gone. Throws `RoleNotFoundError` where neither has the
 * slug, and `SourceError`.
 */
export async function versionsOf(slug: string, {from, to}: Places, language?: string): Promise<Versions> {
  const after = await bySlug(slug, to, language)
  if (!(after instanceof RoleNotFoundError)) return {before: await byId(after, from), after}
  const before = await bySlug(slug, from, language)
  if (before instanceof RoleNotFoundError) throw new RoleNotFoundError(slug, nearest(after, before), language)
  return {before, after: await byId(before, to)}
}

async function bySlug(
  slug: string,
  {source, perspective}: Place,
  language: string | undefined,
): Promise<RoleDraft | RoleNotFoundError> {
  try {
    return await fetchRole(source, slug, {perspective, language})
  } catch (error) {
    if (error instanceof RoleNotFoundError) return error
    throw error
  }
}

const byId = async ({_id}: RoleDraft, {source, perspective}: Place): Promise<RoleDraft | null> =>
  _id === null ? null : fetchRoleById(source, _id, {perspective})

const mostSuggested = 3

/** The nearest slugs of both, each list beginning with its nearest. */
const nearest = (one: RoleNotFoundError, other: RoleNotFoundError): string[] => {
  const both = Array.from({length: mostSuggested}, (_, place) => [one.nearest[place], other.nearest[place]])
  return [...new Set(both.flat().filter((slug) => slug !== undefined))].slice(0, mostSuggested)
}

/** Those of the releases a place names that hold no document there: probably they are called something else. */
export async function emptyReleases({source, perspective}: Place): Promise<string[]> {
  const names = [perspective].flat().filter((name) => name !== 'published' && name !== 'drafts')
  const counts = await Promise.all(names.map((name) => countIn(source, name)))
  return names.filter((_, index) => counts[index] === 0)
}

const countQuery = 'count(*[string::startsWith(_id, $prefix)])'

const countIn = (source: Source, release: string): Promise<unknown> =>
  source.fetch(countQuery, {prefix: `versions.${release}.`}, {perspective: 'raw'}).catch(() => null)
