import * as z from 'zod/mini'
import {oneOf} from './machine-text.ts'
import {skillCategories} from './vocabulary.ts'

export const skillShape = z.object({
  _id: z.string(),
  name: z.string(),
  statement: z.nullable(z.string()),
  category: z.nullable(oneOf(skillCategories)),
  aliases: z.nullable(z.array(z.string())),
})

export const skillProjection = `{_id, name, statement, category, aliases}`

/** A skill. Shared by every role that asks for it. */
export type Skill = z.output<typeof skillShape>
