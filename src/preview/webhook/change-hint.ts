import {Refusal} from '../http/refusal.ts'
import {publishedId} from './document-id.ts'

const longestSlug = 200

/** What a request says of a change. It is believed only as to what to look up. */
export interface ChangeHint {
  documentId: string
  /** The id it is stored under, with `drafts.` if it is one. */
  storedId: string
  type: string | null
  /** Milliseconds since 1970. */
  updatedAt: number | null
  slug: string | null
}

/** Throws `Refusal` where it names no document. */
export function readHint(body: Record<string, unknown>): ChangeHint {
  const {_id, _type, _updatedAt, slug} = body
  const storedId = typeof _id === 'string' ? _id : ''
  const documentId = publishedId(storedId)
  if (documentId === null) {
    throw new Refusal(
      400,
      'The body names no document. Its projection must have _id, such as {_id, _type, _updatedAt}.',
    )
  }
  const updatedAt = typeof _updatedAt === 'string' ? Date.parse(_updatedAt) : Number.NaN
  return {
    documentId,
    storedId,
    type: typeof _type === 'string' ? _type : null,
    updatedAt: Number.isNaN(updatedAt) ? null : updatedAt,
    slug: typeof slug === 'string' && isSlug(slug) ? slug : null,
  }
}

const isSlug = (slug: string): boolean => slug !== '' && slug.length <= longestSlug && !/[\p{Cc}\p{Cs}/\\]/u.test(slug)
