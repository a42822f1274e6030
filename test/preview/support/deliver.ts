import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {WebhookAnswer} from '../../../src/preview.ts'

export const webhookSecret = 'signs what Sanity sends'
export const endpoint = 'https://roles.example/api/webhook'

/** The body of an event, by the projection that the docs name. */
export const changed = (_id: string, _type = 'skill', _updatedAt = '2026-05-01T10:00:00Z') => ({_id, _type, _updatedAt})

export interface DeliveryOptions {
  secret?: string
  /** Milliseconds since 1970 at which it is signed. */
  at?: number
  headers?: Record<string, string>
}

/** A request as Sanity sends it, signed by the official package. */
export async function delivery(
  body: unknown,
  {secret = webhookSecret, at = Date.now(), headers = {}}: DeliveryOptions = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const signature = await encodeSignatureHeader(text, at, secret)
  return sent(text, {[SIGNATURE_HEADER_NAME]: signature, ...headers})
}

/** The same bytes with any headers. */
export const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(endpoint, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body,
    ...(body instanceof ReadableStream && {duplex: 'half'}),
  })

/** Status and JSON of an answer. */
export const read = async (answer: Response): Promise<[number, WebhookAnswer]> => [answer.status, await answer.json()]
