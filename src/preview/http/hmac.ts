import {hmac as hmacOf} from '@noble/hashes/hmac.js'
import {sha256} from '@noble/hashes/sha2.js'
import {toBase64Url, utf8} from './base64url.ts'

/** HMAC-SHA-256 of a few parts, one after the other, in base64url. Web Crypto has it as a promise only, and a session is read at once. */
export function hmac(secret: string, ...parts: (string | Uint8Array)[]): string {
  const mac = hmacOf.create(sha256, utf8(secret))
  for (const part of parts) mac.update(typeof part === 'string' ? utf8(part) : part)
  return toBase64Url(mac.digest())
}
