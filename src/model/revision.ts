import * as z from 'zod/mini'

export const revisionShape = z.object({
  _id: z.string(),
  _type: z.string(),
  _rev: z.nullable(z.string()),
  // Whatever an editor has put there: a slug that is none is told with the role.
  slug: z.nullable(z.unknown()),
  language: z.nullable(z.unknown()),
})

/** Which version of a document there is. `slug` and `language` are those of a role, as they were stored. */
export type Revision = z.output<typeof revisionShape>
