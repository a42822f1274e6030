import {retryAfterOf} from './retry-after.ts'

/** What went wrong with one request. */
export interface Fault {
  /** The first five may pass, and are counted apart. `access` and `other` stay until somebody changes something. */
  kind: 'trouble' | 'limit' | 'network' | 'body' | 'timeout' | 'access' | 'other'
  /** HTTP, where there was one. */
  status: number | null
  /** Milliseconds the server asks to wait. */
  retryAfter: number | null
  error: unknown
}

/** There was an answer, and no result in it. */
export class Unusable extends Error {
  readonly body: unknown
  readonly contentType: string | null

  constructor(body: unknown, contentType: string | null) {
    super()
    this.body = body
    this.contentType = contentType
  }
}

/** What is looked at of an error that a source threw: a client, another one, or a plain `fetch`. */
interface Thrown {
  name?: unknown
  message?: unknown
  code?: unknown
  retryable?: unknown
  statusCode?: number
  status?: number
  response?: {headers?: HeadersInit}
}

export function faultOf(error: unknown): Fault {
  const thrown: Thrown = Object(error)
  const {statusCode, status = statusCode} = thrown
  const headers = new Headers(thrown.response?.headers)
  return {kind: kindOf(thrown, status), status: status ?? null, retryAfter: retryAfterOf(headers), error}
}

function kindOf(thrown: Thrown, status = 0): Fault['kind'] {
  if (thrown instanceof Unusable) return 'body'
  if (status === 429) return 'limit'
  if (status === 408 || status >= 500) return 'trouble'
  if ([401, 403, 404].includes(status)) return 'access'
  if (thrown.name === 'TimeoutError') return 'timeout'
  return isOfNetwork(thrown) ? 'network' : 'other'
}

/** A `fetch` throws a `TypeError`, as faults of a program do; Cloudflare says `retryable`; other ways to ask have a code. */
const isOfNetwork = ({name, message, code, retryable}: Thrown): boolean =>
  retryable === true || /^E[A-Z]+$/.test(`${code}`) || (name === 'TypeError' && !/^Cannot| is not /.test(`${message}`))
