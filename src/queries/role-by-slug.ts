import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type Role, roleProjection, roleShape} from '../model/role.ts'
import {type Query, toQuery} from './query.ts'

export const roleQuery = defineQuery(
  `*[_type == "role" && slug.current == $slug] | order(select(coalesce(language, "en") == *[_type == "siteSettings" && _id == "siteSettings"][0].language => 0, 1), _id)[0]${roleProjection}`,
)

const roleInLanguageQuery = defineQuery(
  `*[_type == "role" && slug.current == $slug && lower(coalesce(language, "en")) == lower($language)] | order(_id)[0]${roleProjection}`,
)

/**
 * One role with all that its page prints, in one request. The answer is `null` where no role has this slug. Where roles in
 * several languages have it, the one in the language of the site settings answers, else the first by `_id`.
 */
export const roleBySlug = (slug: string, language?: string): Query<Role | null> =>
  language === undefined
    ? toQuery(roleQuery, {slug}, z.nullable(roleShape))
    : toQuery(roleInLanguageQuery, {slug, language}, z.nullable(roleShape))
