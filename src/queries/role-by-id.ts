import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type Role, roleProjection, roleShape} from '../model/role.ts'
import {type Query, toQuery} from './query.ts'

export const roleByIdQuery = defineQuery(`*[_type == "role" && _id == $id][0]${roleProjection}`)

/**
 * The same by `_id`, for a draft may have no slug yet. In every perspective but `raw` that is the id without `drafts.`,
 * whichever version answers.
 */
export const roleById = (id: string): Query<Role | null> => toQuery(roleByIdQuery, {id}, z.nullable(roleShape))
