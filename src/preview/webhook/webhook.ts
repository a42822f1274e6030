import type {Source} from '../../source/source.ts'
import {checkJsonType, jsonObject} from '../http/json-body.ts'
import {readBody} from '../http/read-body.ts'
import {Refusal} from '../http/refusal.ts'
import {signingSecret} from '../http/signing-secret.ts'
import {readHint} from './change-hint.ts'
import {Deliveries} from './deliveries.ts'
import {LatestChange} from './latest-change.ts'
import {checkSignature, newest, oldest, readSignature, signatureHeader} from './signature.ts'
import {type ContentChange, type PathOf, whatChanged} from './what-changed.ts'

const mostBytes = 1_048_576
const usualTimeout = 10_000
const longestKey = 256

export interface WebhookOptions {
  /** The secret that the webhook has in Sanity. At least 16 bytes. */
  secret: string
  /** Asked which roles a document is printed in. It needs to see published content only. */
  source: Source
  /** Makes the pages anew. Sanity is answered when it is done, and sends again if it throws. */
  onChange?: (change: ContentChange) => void | Promise<void>
  /** Where the page of a role lives. Default: below the path of the site settings, `/roles/<slug>`. */
  pathOf?: PathOf
  /** Milliseconds to wait for the whole body. Default 10,000. */
  timeout?: number
  /** Told why a request was answered with 500. The answer never says it. */
  onError?: (error: unknown) => void
}

/** The JSON that is answered. */
export type WebhookAnswer =
  | ({status: 'ok'} & ContentChange)
  | {status: 'duplicate' | 'stale'}
  | {status: 'refused' | 'failed'; message: string}

/**
 * Takes the webhook of Sanity and tells what to make anew. What the body says is looked up, not believed. It throws
 * `TypeError` for a secret that is too short, and nothing for what a request brings.
 */
export function webhook(options: WebhookOptions): (request: Request) => Promise<Response> {
  const {source, onChange, pathOf = null, timeout = usualTimeout, onError = () => {}} = options
  const secret = signingSecret(options.secret, 'webhook')
  const deliveries = new Deliveries(oldest + newest)
  const latest = new LatestChange()

  const handle = async (request: Request): Promise<WebhookAnswer> => {
    if (request.method !== 'POST') throw new Refusal(405, 'This address answers POST only.', {Allow: 'POST'})
    checkJsonType(request)
    const signature = readSignature(request.headers.get(signatureHeader))
    const body = await readBody(request, {most: mostBytes, within: timeout})
    checkSignature(signature, body, secret)
    const hint = readHint(jsonObject(body))
    const key = request.headers.get('idempotency-key')
    if (key !== null && key.length > longestKey) throw new Refusal(400, 'The header idempotency-key is too long.')
    const answer = await deliveries.once([signature.signature, key || null], async (): Promise<WebhookAnswer> => {
      if (latest.isBefore(hint)) return {status: 'stale'}
      const change = await whatChanged(source, hint, pathOf)
      await onChange?.(change)
      latest.note(hint, Number(signature.time) + newest)
      return {status: 'ok', ...change}
    })
    return answer === 'duplicate' ? {status: 'duplicate'} : answer
  }

  return async (request) => {
    try {
      return json(200, await handle(request))
    } catch (error) {
      if (error instanceof Refusal)
        return json(error.status, {status: 'refused', message: error.message}, error.headers)
      onError(error)
      return json(500, {status: 'failed', message: 'The change could not be passed on. Send it again.'})
    }
  }
}

const json = (status: number, answer: WebhookAnswer, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(answer, {status, headers: {...headers, 'Cache-Control': 'no-store'}})
