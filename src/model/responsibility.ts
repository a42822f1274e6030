import * as z from 'zod/mini'

export const responsibilityShape = z.object({
  _id: z.string(),
  statement: z.string(),
  area: z.nullable(z.string()),
})

export const responsibilityProjection = `{_id, statement, area}`

/** Something the person in the role does. Shared by every role that refers to it. */
export type Responsibility = z.output<typeof responsibilityShape>
