import * as z from 'zod/mini'
import {machineText, oneOf} from './machine-text.ts'
import {levels} from './vocabulary.ts'

export const roleListingShape = z.object({
  _id: z.string(),
  originalId: z.string(),
  _updatedAt: machineText,
  title: z.string(),
  slug: machineText,
  language: machineText,
  levels: z.nullable(z.array(oneOf(levels))),
  reviewedOn: z.nullable(machineText),
})

export const roleListingProjection = `{
  _id,
  "originalId": coalesce(_originalId, _id),
  _updatedAt,
  title,
  "slug": slug.current,
  "language": coalesce(language, "en"),
  "levels": levels[].level,
  reviewedOn
}`

/** A role as a list shows it. `originalId` begins with `drafts.` where a draft answered. */
export type RoleListing = z.output<typeof roleListingShape>
