import type {IncomingMessage, ServerResponse} from 'node:http'
import {badRequest, refused} from '../failure.ts'
import {EventStream, type OpenStreams} from '../stream/event-stream.ts'
import {assertPlain} from '../write/document.ts'

/** What is answered. A text is JSON unless `headers` say otherwise. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
}

const mostStreams = 1000
/** Beside these, so that strangers cannot keep a Studio out. */
const keptForTrusted = 200

/** One request, as a route sees it: it has been let in, and the route's own parts of its path are read. */
export class Exchange {
  readonly method: string
  readonly search: URLSearchParams
  /** The API version: a date, or `X` for the newest. */
  readonly version: string
  readonly params: Readonly<Record<string, string>>
  /** Has shown the token, and may see drafts and write. */
  readonly isTrusted: boolean
  readonly #streams: OpenStreams
  readonly #request: IncomingMessage
  readonly #response: ServerResponse

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    known: {search: URLSearchParams; params: Record<string, string>; isTrusted: boolean; streams: OpenStreams},
  ) {
    this.#request = request
    this.#response = response
    this.method = request.method ?? 'GET'
    this.search = known.search
    this.params = known.params
    this.version = known.params.version ?? 'X'
    this.isTrusted = known.isTrusted
    this.#streams = known.streams
  }

  header(name: string): string | null {
    const value = this.#request.headers[name]
    return typeof value === 'string' ? value : null
  }

  flag(name: string): boolean {
    return this.search.get(name) === 'true'
  }

  /** The whole body, up to `limit` bytes. Throws 413 as soon as there is more. */
  async bytes(limit: number): Promise<Buffer> {
    const tooLarge = () =>
      refused(413, 'Payload Too Large', `The body is larger than ${limit.toLocaleString('en')} bytes.`)
    if (Number(this.header('content-length') ?? 0) > limit) throw tooLarge()
    if (this.header('content-encoding'))
      throw refused(415, 'Unsupported Media Type', 'Send the body without Content-Encoding.')
    const chunks: Buffer[] = []
    let size = 0
    // What is left of a body that is too large is not read, and yet it is answered.
    for await (const chunk of this.#request.iterator({destroyOnReturn: false})) {
      size += chunk.length
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  /** The body as JSON. A page elsewhere cannot send this media type without asking first. */
  async json(limit: number): Promise<unknown> {
    if (!/^application\/json\s*(;|$)/i.test(this.header('content-type') ?? '')) {
      throw refused(415, 'Unsupported Media Type', 'Send JSON, with the header Content-Type: application/json.')
    }
    const value = parsed(await this.bytes(limit), 'The body')
    assertPlain(value)
    return value
  }

  /** The body as a JSON object. */
  async object(limit: number): Promise<Record<string, unknown>> {
    const value = await this.json(limit)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    throw badRequest('The body must be a JSON object.')
  }

  /** The parameters of a query, each `$name` with a value in JSON. */
  queryParams(): Record<string, unknown> {
    const entries = [...this.search].filter(([name]) => name.startsWith('$'))
    const params = Object.fromEntries(
      entries.map(([name, value]) => [name.slice(1), parsed(value, `The parameter ${name}`)]),
    )
    assertPlain(params)
    return params
  }

  /** Goes on answering with events. */
  stream(): EventStream {
    if (this.#streams.count >= mostStreams + (this.isTrusted ? keptForTrusted : 0))
      throw refused(503, 'Service Unavailable', 'Too many listeners. Close some, then try again.')
    return new EventStream(this.#response, this.#streams)
  }
}

function parsed(text: Buffer | string, what: string): unknown {
  try {
    return JSON.parse(
      typeof text === 'string' ? text : new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(text),
    )
  } catch (error) {
    throw badRequest(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
