import {retryAfterOf} from './retry-after.ts'
import {tried} from './tried.ts'

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
  readonly body: string
  readonly contentType: string | null

  constructor(body: unknown, contentType: string | null) {
    super()
    this.body = typeof body === 'string' ? body : `${JSON.stringify(body)}`
    this.contentType = contentType
  }
}

/** What is looked at of an error that a source threw: a client, another one, or a plain `fetch`. */
interface Thrown {
  name?: unknown
  message?: unknown
  code?: unknown
  retryable?: unknown
  statusCode?: unknown
  status?: unknown
  response: {headers?: HeadersInit}
}

export function faultOf(error: unknown): Fault {
  const thrown = error as Thrown
  const given = tried(() => thrown.status ?? thrown.statusCode)
  const status = typeof given === 'number' ? given : null
  const retryAfter = tried(() => retryAfterOf(new Headers(thrown.response.headers)))
  return {kind: tried(() => kindOf(thrown, status ?? 0)) ?? 'other', status, retryAfter, error}
}

function kindOf(thrown: Thrown, status: number): Fault['kind'] {
  if (status === 429) return 'limit'
  if (status === 408 || status >= 500) return 'trouble'
  if ([401, 403, 404].includes(status)) return 'access'
  if (thrown instanceof Unusable) return 'body'
  if (thrown.name === 'TimeoutError') return 'timeout'
  return isOfNetwork(thrown) ? 'network' : 'other'
}

/** A `fetch` throws a `TypeError`, as faults of a program do; Cloudflare says `retryable`; other ways to ask have a code. */
const isOfNetwork = ({name, message, code, retryable}: Thrown): boolean =>
  retryable === true || /^E[A-Z]+$/.test(`${code}`) || (name === 'TypeError' && !/^Cannot| is not /.test(`${message}`))
