import * as z from 'zod/mini'
import {machineText} from './machine-text.ts'

export const relatedRoleShape = z.object({
  _id: z.string(),
  title: z.string(),
  slug: machineText,
  language: machineText,
})

export const relatedRoleProjection = `{_id, title, "slug": slug.current, "language": coalesce(language, "en")}`

/** A role another role points to: enough for a link. */
export type RelatedRole = z.output<typeof relatedRoleShape>
