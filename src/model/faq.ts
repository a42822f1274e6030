import * as z from 'zod/mini'
import {oneOf} from './machine-text.ts'
import {portableTextShape} from './portable-text.ts'
import {faqAudiences} from './vocabulary.ts'

export const faqShape = z.object({
  _key: z.string(),
  question: z.string(),
  answer: portableTextShape,
  audience: oneOf(faqAudiences),
})

export const faqProjection = `{_key, question, answer, "audience": coalesce(audience, "page")}`

/** A question an editor has answered, and where it is printed. */
export type Faq = z.output<typeof faqShape>
