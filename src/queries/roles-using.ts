import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type RoleListing, roleListingProjection, roleListingShape} from '../model/role-listing.ts'
import {type Query, toQuery} from './query.ts'

export const rolesUsingQuery = defineQuery(
  `*[_type == "role" && (_id == $id || references($id) || $id == "siteSettings")] | order(title, _id)${roleListingProjection}`,
)

/** Every role that uses the document with this `_id`: itself, if it is one, and all roles for the site settings. */
export const rolesUsing = (id: string): Query<RoleListing[]> =>
  toQuery(rolesUsingQuery, {id}, z.array(roleListingShape))
