import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {documentTypes} from '../model/documents.ts'
import {type Revision, revisionShape} from '../model/revision.ts'
import {type Query, toQuery} from './query.ts'

export const revisionsQuery = defineQuery(
  `*[_type in $types] | order(_id){_id, _type, _rev, "slug": select(_type == "role" => slug.current), "language": select(_type == "role" => language)}`,
)

/** Which version there is of every document that a role can be made of, by `_id`. */
export const revisions = (): Query<Revision[]> =>
  toQuery(revisionsQuery, {types: documentTypes}, z.array(revisionShape))
