import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type Role, roleProjection, roleShape} from '../model/role.ts'
import {type Query, toQuery} from './query.ts'

export const rolesByIdQuery = defineQuery(`*[_type == "role" && _id in $ids] | order(_id)${roleProjection}`)

/**
 * The roles with these `_id`s, about a hundred at a time. Whoever does not want one broken role to hide the others parses
 * each with `roleById`.
 */
export const rolesById = (ids: readonly string[]): Query<Role[]> => toQuery(rolesByIdQuery, {ids}, z.array(roleShape))
