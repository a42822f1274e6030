import {hmac} from '../http/hmac.ts'
import {Refusal} from '../http/refusal.ts'
import {isSameText} from '../http/same-text.ts'

export const signatureHeader = 'sanity-webhook-signature'

/** Milliseconds a signature is good for: a request may have been under way for so long … */
export const oldest = 5 * 60_000
/** … and the sender's clock may be ahead by so much. */
export const newest = 60_000

const longest = 512
const form = /^t=([^,\s]+)[, ]+v1=([^,\s]+)$/
const milliseconds = /^\d{1,15}$/

export interface Signature {
  /** As it was sent, since these letters were signed. */
  time: string
  signature: string
}

/** Throws `Refusal`: 401 without a signature or with one of another time, 400 for one that cannot be read. */
export function readSignature(header: string | null): Signature {
  if (header === null || header.trim() === '') {
    throw new Refusal(
      401,
      `The request is not signed: it has no header ${signatureHeader}. Set a secret for the webhook.`,
    )
  }
  const [, time, signature] = header.length > longest ? [] : (form.exec(header.trim()) ?? [])
  if (time === undefined || signature === undefined) {
    throw new Refusal(400, `The header ${signatureHeader} must be t=<milliseconds>,v1=<signature>, once.`)
  }
  checkTime(time)
  return {time, signature}
}

/** Throws `Refusal` where these bytes were not signed with this secret. */
export function checkSignature({time, signature}: Signature, body: Uint8Array, secret: string): void {
  const expected = hmac(secret, `${time}.`, body)
  if (isSameText(expected, signature)) return
  throw new Refusal(
    401,
    'The signature does not fit. Is the secret here the one of the webhook, and the body as it was sent?',
  )
}

function checkTime(time: string): void {
  const now = Date.now()
  const age = milliseconds.test(time) ? now - Number(time) : Number.NaN
  if (age <= oldest && age >= -newest) return
  if (Number.isNaN(age)) throw new Refusal(401, 'The time of the signature is no number of milliseconds since 1970.')
  const away = `${span(Math.abs(age))} ${age > 0 ? 'behind' : 'ahead of'} the clock of this server`
  throw new Refusal(
    401,
    `The time of the signature is ${away}, which says ${new Date(now).toISOString()}. It may be 5 minutes behind and 1 minute ahead. If the request was sent just now, one of the clocks is wrong (clock skew): set this server's by a time service.`,
  )
}

const span = (duration: number): string => {
  const [size, unit] = units.find(([least]) => duration >= least) ?? [1000, 'second']
  const count = Math.round(duration / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const
