import * as z from 'zod/mini'

export const toolShape = z.object({
  _id: z.string(),
  name: z.string(),
  aliases: z.nullable(z.array(z.string())),
})

export const toolProjection = `{_id, name, aliases}`

/** A tool or technology. */
export type Tool = z.output<typeof toolShape>
