import {Refusal} from './refusal.ts'

/** The body must say that it is JSON. Throws `Refusal`. */
export function checkJsonType(request: Request): void {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(415, 'The body must be JSON. Send it with Content-Type: application/json.')
  }
}

/** The JSON object in these bytes. Throws `Refusal`. */
export function jsonObject(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    value = null
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Refusal(400, 'The body is no JSON object in UTF-8.')
}
