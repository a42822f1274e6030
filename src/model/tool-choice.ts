import * as z from 'zod/mini'
import {toolProjection, toolShape} from './tool.ts'

export const toolChoiceShape = z.object({
  _key: z.string(),
  anyOf: z.array(toolShape),
})

export const toolChoiceProjection = `{_key, "anyOf": array::compact(anyOf[]->${toolProjection})}` as const

/** Tools that do the same job: knowing any of them will do. */
export type ToolChoice = z.output<typeof toolChoiceShape>
