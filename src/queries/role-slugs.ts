import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {machineText} from '../model/machine-text.ts'
import {type Query, toQuery} from './query.ts'

export const roleSlugsQuery = defineQuery(
  `*[_type == "role" && defined(slug.current)] | order(slug.current).slug.current`,
)

/** The addresses of all roles. */
export const roleSlugs = (): Query<string[]> => toQuery(roleSlugsQuery, {}, z.array(machineText))
