import * as z from 'zod/mini'
import {fromBase64Url, toBase64Url, utf8} from '../http/base64url.ts'
import {hmac} from '../http/hmac.ts'
import {isSameText} from '../http/same-text.ts'

const longest = 4096

const sessionShape = z.object({
  perspective: z.string(),
  /** Milliseconds since 1970. */
  expires: z.number(),
  /** Of this session, through all changes of its perspective. */
  id: z.string(),
  /** Of the link that opened it, where it is one person's own. */
  link: z.nullable(z.string()),
})

/** A session as its cookie holds it. */
export type StoredSession = z.output<typeof sessionShape>

/** `payload.signature`, both in the letters of base64url. Anybody may read it, and nobody can change it. */
export function seal(session: StoredSession, secret: string): string {
  const payload = toBase64Url(utf8(JSON.stringify(session)))
  return `${payload}.${signatureOf(payload, secret)}`
}

/** The session in a value that was sealed with this secret and has not expired; `null` for everything else. */
export function unseal(value: string, secret: string): StoredSession | null {
  const [payload, signature, ...more] = value.length > longest ? [] : value.split('.')
  if (payload === undefined || signature === undefined || more.length > 0) return null
  if (!isSameText(signatureOf(payload, secret), signature)) return null
  const session = z.safeParse(sessionShape, JSON.parse(fromBase64Url(payload)))
  return session.success && session.data.expires > Date.now() ? session.data : null
}

/** What stands for a preview secret where the secret itself must not stand. */
export const markOf = (previewSecret: string, secret: string): string =>
  hmac(secret, `roleprint link\n${previewSecret}`).slice(0, 22)

const signatureOf = (payload: string, secret: string): string => hmac(secret, `roleprint session\n${payload}`)
