import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type Role, roleProjection, roleShape} from '../model/role.ts'
import {type Query, toQuery} from './query.ts'

export const roleQuery = defineQuery(`*[_type == "role" && slug.current == $slug] | order(_id)[0]${roleProjection}`)

/** One role with all that its page prints, in one request. The answer is `null` where no role has this slug. */
export const roleBySlug = (slug: string): Query<Role | null> => toQuery(roleQuery, {slug}, z.nullable(roleShape))
