import {once} from 'node:events'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {allowedHost, ownHosts} from '../../loopback/hosts.ts'
import {listen} from '../../loopback/listen.ts'
import {Unread} from '../../loopback/unread.ts'
import {Work} from '../../loopback/work.ts'

export interface RunningServer {
  port: number
  close(): Promise<void>
}

/** Answers a request. Its body is small, and a method it does not know is its own to refuse. */
export type Site = (request: Request) => Promise<Response>

/** Everything comes from this server, and nothing may be sent anywhere or framed, unless an answer says otherwise. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https://cdn.sanity.io; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
}

// What a page sends here is the name of a perspective.
const longestBody = 10_000
const mostConnections = 4000
const mostUnread = 16_000_000
/** Browsers wait for an answer before they ask for more on the same connection. */
const mostAskedAtOnce = 4

/**
 * Serves on the loopback address alone, from the given port or the next free one. Only requests that name this server
 * as their host are answered: a web page elsewhere could otherwise have its own name lead here and read along.
 */
export async function startServer(site: Site, port: number): Promise<RunningServer> {
  const server = createServer({requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 15_000})
  server.maxConnections = mostConnections
  // A reader that takes nothing for so long is let go; streams have their heartbeat.
  server.setTimeout(30_000)
  const unread = new Unread(mostUnread)
  const work = new Work({atOnce: 4, mostWaiting: 100})
  const listening = await listen(server, port)
  const asked = new WeakMap<object, number>()
  const readers = new WeakSet<object>()
  server.on('request', async (message, response) => {
    const {socket} = message
    const unanswered = (asked.get(socket) ?? 0) + 1
    if (unanswered > mostAskedAtOnce) return void socket.destroy()
    asked.set(socket, unanswered)
    response.once('close', () => asked.set(socket, (asked.get(socket) ?? 1) - 1))
    response.once('finish', () => readers.add(socket))
    try {
      const host = allowedHost(message.rawHeaders, ownHosts(listening))
      if (host === null) return await send(foreign(), {message, response, unread})
      // A body is taken before its turn, since it comes at its sender's pace; what only reads takes no room while it waits.
      const hasBody = message.method !== 'GET' && message.method !== 'HEAD'
      const taken = hasBody ? await toRequest(message, host) : null
      const isSent = await work.do(readers.has(socket), async () => {
        if (response.destroyed) return true
        const request = taken ?? (await toRequest(message, host))
        return send(request instanceof Request ? await site(request) : request, {message, response, unread})
      })
      if (isSent === null) await send(busy(), {message, response, unread})
    } catch {
      // Whoever asked has left in the middle, or something is wrong here: the others are served all the same.
      if (response.headersSent || message.destroyed) response.destroy()
      else
        await send(text(500, 'This page cannot be shown. That is a fault of roleprint.\n'), {message, response, unread})
    }
  })
  return {
    port: listening,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const text = (status: number, body: string): Response =>
  new Response(body, {status, headers: {'Content-Type': 'text/plain; charset=utf-8', Connection: 'close'}})

const foreign = () => text(403, 'This host is not allowed here. Open http://localhost instead.\n')

const busy = () => text(503, 'Too many pages are asked for at once. Load this one again.\n')

/** The request as the web writes it, or what is answered where it cannot be taken. */
async function toRequest(message: IncomingMessage, host: string): Promise<Request | Response> {
  const {method = 'GET', url = ''} = message
  const origin = `http://${host}`
  // Two slashes in front would name another host.
  if (!url.startsWith('/')) return foreign()
  const address = URL.parse(`${origin}${url}`)
  if (!address) return text(400, 'This address cannot be read.\n')
  // A method that has no meaning in the web's own requests cannot have one here.
  if (!/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method)) return notRead()
  // Nothing that comes from a page elsewhere is read.
  if (isForeign(message, origin)) return foreign()
  const body = method === 'GET' || method === 'HEAD' ? null : await bodyOf(message)
  if (body === undefined) return text(413, 'This is more than the site takes.\n')
  try {
    return new Request(address, {method, headers: headersOf(message), body})
  } catch {
    return text(400, 'This request cannot be read.\n')
  }
}

/** Whether a request that may change something comes from a page of another site. */
const isForeign = ({method, headers}: IncomingMessage, origin: string): boolean =>
  method !== 'GET' && method !== 'HEAD' && headers.origin !== undefined && headers.origin !== origin

export const notRead = (): Response =>
  new Response('This site can only be read: use GET or HEAD.\n', {
    status: 405,
    headers: {'Content-Type': 'text/plain; charset=utf-8', Allow: 'GET, HEAD', Connection: 'close'},
  })

function headersOf({rawHeaders}: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}

async function bodyOf(message: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    length += chunk.length
    if (length > longestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Asked {
  message: IncomingMessage
  response: ServerResponse
  unread: Unread
}

/** Sends an answer. A stream goes on by itself. */
async function send(answer: Response, {message, response, unread}: Asked): Promise<true> {
  const isStream = answer.headers.get('Content-Type') === 'text/event-stream'
  const cookies = answer.headers.getSetCookie()
  const body = isStream ? null : Buffer.from(await answer.arrayBuffer())
  if (body && (response.destroyed || !unread.admit(response, body.length))) {
    response.destroy()
    return true
  }
  response.writeHead(answer.status, {
    ...headers,
    ...Object.fromEntries([...answer.headers].map(([name, value]) => [canonical(name), value])),
    ...(cookies.length > 0 && {'Set-Cookie': cookies}),
    ...(body && {'Content-Length': body.length}),
  })
  if (body || message.method === 'HEAD' || !answer.body) {
    response.end(body ?? undefined)
    return true
  }
  response.flushHeaders()
  stream(answer.body, response).catch(() => response.destroy())
  return true
}

/** Writes as fast as it is read, until there is no more or the reader leaves. */
async function stream(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader()
  // What waits for the next piece would not notice.
  const left = new Promise<void>((resolve) => response.once('close', () => resolve(reader.cancel())))
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return void response.end()
    if (!response.write(value)) await Promise.race([once(response, 'drain'), left])
  }
}

/** One spelling, so that what an answer says takes the place of what is said for all. */
const canonical = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())
