import * as z from 'zod/mini'
import {oneOf} from './machine-text.ts'
import {levels} from './vocabulary.ts'

export const levelShape = z.object({
  _key: z.string(),
  level: oneOf(levels),
  minYears: z.number(),
  maxYears: z.nullable(z.number()),
  focus: z.array(z.string()),
})

export const levelProjection = `{_key, level, minYears, maxYears, focus}`

/** What shifts in the role at one level. `maxYears: null` is an open range: 6+ years. */
export type Level = z.output<typeof levelShape>
