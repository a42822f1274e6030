import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {documentTypes} from './model/documents.ts'
import {type Draft, readDraft} from './model/draft.ts'
import {machineText} from './model/machine-text.ts'
import {parsePublished} from './model/parse.ts'
import {type Revision, revisionShape} from './model/revision.ts'
import {type Role, roleProjection, roleShape} from './model/role.ts'
import {type RoleListing, roleListingProjection, roleListingShape} from './model/role-listing.ts'
import {type SiteSettings, siteSettingsProjection, siteSettingsShape} from './model/site-settings.ts'

/** A question and the shape of its answer, as one value. Ask it by any means, then `parse` what came back. */
export interface Query<Answer> {
  readonly query: string
  readonly params: Record<string, unknown>
  /** For the `published` perspective: the answer, or `InvalidAnswerError` with every issue. */
  parse(answer: unknown): Answer
  /** For every other perspective: accepts anything, and puts `null` where there is nothing of use. */
  parseDraft(answer: unknown): Draft<Answer> | null
}

export const roleQuery = defineQuery(`*[_type == "role" && slug.current == $slug] | order(_id)[0]${roleProjection}`)
export const roleByIdQuery = defineQuery(`*[_type == "role" && _id == $id][0]${roleProjection}`)
export const roleListQuery = defineQuery(
  `*[_type == "role" && defined(slug.current)] | order(title, _id)${roleListingProjection}`,
)
export const rolesUsingQuery = defineQuery(
  `*[_type == "role" && (_id == $id || references($id) || $id == "siteSettings")] | order(title, _id)${roleListingProjection}`,
)
export const roleSlugsQuery = defineQuery(
  `*[_type == "role" && defined(slug.current)] | order(slug.current).slug.current`,
)
export const rolesByIdQuery = defineQuery(`*[_type == "role" && _id in $ids] | order(_id)${roleProjection}`)
export const revisionsQuery = defineQuery(
  `*[_type in $types] | order(_id){_id, _type, _rev, "slug": select(_type == "role" => slug.current)}`,
)
export const siteSettingsQuery = defineQuery(
  `*[_type == "siteSettings" && _id == "siteSettings"][0]${siteSettingsProjection}`,
)

const roleAnswer = z.nullable(roleShape)
const roleListAnswer = z.array(roleListingShape)
const roleSlugsAnswer = z.array(machineText)
const revisionsAnswer = z.array(revisionShape)
const siteSettingsAnswer = z.nullable(siteSettingsShape)

/** One role with all that its page prints, in one request. The answer is `null` where no role has this slug. */
export const roleBySlug = (slug: string): Query<Role | null> => toQuery(roleQuery, {slug}, roleAnswer)

/**
 * The same by `_id`, for a draft may have no slug yet. In every perspective but `raw` that is the id without `drafts.`,
 * whichever version answers.
 */
export const roleById = (id: string): Query<Role | null> => toQuery(roleByIdQuery, {id}, roleAnswer)

/** Every role that has an address, by title. */
export const roleList = (): Query<RoleListing[]> => toQuery(roleListQuery, {}, roleListAnswer)

/** Every role that uses the document with this `_id`: itself, if it is one, and all roles for the site settings. */
export const rolesUsing = (id: string): Query<RoleListing[]> => toQuery(rolesUsingQuery, {id}, roleListAnswer)

/** The addresses of all roles. */
export const roleSlugs = (): Query<string[]> => toQuery(roleSlugsQuery, {}, roleSlugsAnswer)

/**
 * The roles with these `_id`s, about a hundred at a time. Whoever does not want one broken role to hide the others parses
 * each with `roleById`.
 */
export const rolesById = (ids: readonly string[]): Query<Role[]> => toQuery(rolesByIdQuery, {ids}, z.array(roleShape))

/** Which version there is of every document that a role can be made of, by `_id`. */
export const revisions = (): Query<Revision[]> => toQuery(revisionsQuery, {types: documentTypes}, revisionsAnswer)

/** The site's own address and the path of its roles. The answer is `null` where nobody has written any settings. */
export const siteSettings = (): Query<SiteSettings | null> => toQuery(siteSettingsQuery, {}, siteSettingsAnswer)

const toQuery = <Answer>(
  query: string,
  params: Record<string, unknown>,
  shape: z.ZodMiniType<Answer>,
): Query<Answer> => ({
  query,
  params,
  parse: (answer) => parsePublished(shape, answer),
  parseDraft: (answer) => readDraft(shape, answer),
})
