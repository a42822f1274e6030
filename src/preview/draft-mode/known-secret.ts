import {SECRET_TTL, schemaIdSingleton, schemaType, schemaTypeSingleton, tag} from '@sanity/preview-url-secret/constants'
import * as z from 'zod/mini'
import {SourceError} from '../../errors.ts'
import type {Source} from '../../source/source.ts'
import {isSameText} from '../http/same-text.ts'
import {uncached} from '../http/uncached.ts'

const mostSecrets = 1000

// The lake's own clock decides what is too old. What was sent is not part of the question, so no log there has it.
const query = `{
  "personal": *[_type == "${schemaType}" && dateTime(_updatedAt) > dateTime(now()) - ${SECRET_TTL}]
    | order(_updatedAt desc)[0...${mostSecrets}].secret,
  "shared": *[_id == "${schemaIdSingleton}" && _type == "${schemaTypeSingleton}"][0...1].secret
}`

const answerShape = z.object({personal: z.array(z.nullable(z.string())), shared: z.array(z.nullable(z.string()))})

/**
 * Whose secret this is: that of one Studio session, not older than an hour, or the one of shared access. `null` where nobody
 * knows it. It asks once. Throws what the source throws, and `SourceError` for an answer of another kind.
 */
export async function ownerOfSecret(source: Source, secret: string): Promise<'personal' | 'shared' | null> {
  const options = {perspective: 'raw' as const, tag}
  const answer = z.safeParse(answerShape, await uncached(source).fetch(query, {}, options))
  if (!answer.success) throw new SourceError('The source was asked for preview secrets and answered something else.')
  // Both, always, and each to its end: the time tells nothing of what was found where.
  const isPersonal = isOneOf(answer.data.personal, secret)
  const isShared = isOneOf(answer.data.shared, secret)
  if (isPersonal) return 'personal'
  return isShared ? 'shared' : null
}

const isOneOf = (candidates: readonly (string | null)[], secret: string): boolean =>
  candidates.map((candidate) => isSameText(candidate ?? '', secret) && Boolean(candidate)).includes(true)
