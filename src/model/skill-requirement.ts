import * as z from 'zod/mini'
import {skillProjection, skillShape} from './skill.ts'

export const skillRequirementShape = z.object({
  _key: z.string(),
  statement: z.nullable(z.string()),
  skill: skillShape,
})

// A requirement whose skill is gone is left out here and named among the dangling references.
export const skillRequirementProjection = `[defined(skill->_id)]{_key, statement, skill->${skillProjection}}` as const

/** A skill as one role asks for it. Its own `statement`, where there is one, stands before the skill's. */
export type SkillRequirement = z.output<typeof skillRequirementShape>
