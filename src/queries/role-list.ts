import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type RoleListing, roleListingProjection, roleListingShape} from '../model/role-listing.ts'
import {type Query, toQuery} from './query.ts'

export const roleListQuery = defineQuery(
  `*[_type == "role" && defined(slug.current)] | order(title, _id)${roleListingProjection}`,
)

/** Every role that has an address, by title. */
export const roleList = (): Query<RoleListing[]> => toQuery(roleListQuery, {}, z.array(roleListingShape))
