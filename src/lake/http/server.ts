import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {listen} from '../../loopback/listen.ts'
import {Unread} from '../../loopback/unread.ts'
import {LakeError, refused} from '../failure.ts'
import {Exchange, type Reply} from './exchange.ts'
import {Guard} from './guard.ts'
import type {Identity} from './identity.ts'
import {type Route, routerOf} from './router.ts'

export interface ServerOptions {
  /** The first port to try. */
  port: number
  project: string
  /** Pages of these origins may ask too. */
  origins: readonly string[]
  identity: Identity
}

export interface RunningServer {
  port: number
  /** Opens the doors: until then every request waits. */
  serve(routes: readonly Route[]): void
  /** Hands over connections that want to be a socket at a path, which ends like this, of any API version. */
  upgrade(path: string, accept: Accept): void
  close(): Promise<void>
}

/** Takes over a connection. `isTrusted` where it has shown the token. */
export type Accept = (request: IncomingMessage, socket: Duplex, head: Buffer, isTrusted: boolean) => void

const mostConnections = 4000

/** Serves on the loopback address alone. What is not allowed here is refused before it is looked at. */
export async function startServer({port: first, project, origins, identity}: ServerOptions): Promise<RunningServer> {
  let open = (_routes: readonly Route[]) => {}
  const routes = new Promise<readonly Route[]>((resolve) => {
    open = resolve
  })
  const router = routes.then(routerOf)
  const http = createServer({
    ...{requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000},
    maxHeaderSize: 80_000,
  })
  http.maxConnections = mostConnections
  // A reader that takes nothing for so long is let go; streams have their heartbeat.
  http.setTimeout(30_000)
  const streams = {count: 0, unread: 0}
  const unread = new Unread(mostUnread)
  const port = await listen(http, first)
  const guard = new Guard({port, project, origins})

  http.on('request', async (request, response) => {
    response.setHeader('Vary', 'Origin')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    try {
      const toldNo = guard.originToldNo(request)
      if (toldNo !== null) {
        allow(toldNo, request, response)
        return send(response, {body: JSON.stringify({result: {allowed: false, withCredentials: false}})}, unread)
      }
      const origin = guard.admit(request)
      if (origin !== null) allow(origin, request, response)
      if (request.method === 'OPTIONS') return void response.writeHead(204).end()
      const reply = await replyTo(request, response, await router)
      if (reply) send(response, reply, unread)
    } catch (error) {
      // Whoever has gone away is not answered.
      if (!request.errored) send(response, replyAbout(error), unread)
    }
  })

  async function replyTo(request: IncomingMessage, response: ServerResponse, find: ReturnType<typeof routerOf>) {
    const [path, query] = splitOnce(request.url ?? '/', '?')
    const found = find(request.method ?? 'GET', path)
    if ('allowed' in found) throw notRouted(path, found.allowed)
    const isTrusted = identity.isTrusted(request.headers)
    if (found.route.access === 'token' && !isTrusted) throw unauthorized()
    return found.route.handle(
      new Exchange(request, response, {search: new URLSearchParams(query), params: found.params, isTrusted, streams}),
    )
  }

  return {
    port,
    serve: open,
    upgrade: (path, accept) =>
      http.on('upgrade', (request, socket, head) => {
        socket.on('error', () => socket.destroy())
        try {
          guard.admit(request)
          const [asked] = splitOnce(request.url ?? '', '?')
          if (asked.replace(/^\/v[\w-]+/, '') !== path) throw notRouted(asked, [])
          accept(request, socket, head, identity.isTrusted(request.headers))
        } catch (error) {
          const status = error instanceof LakeError ? error.status : 500
          socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        }
      }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

export const unauthorized = (): LakeError =>
  refused(
    401,
    'Unauthorized',
    'Drafts and writing need the token of this lake, in the header Authorization: Bearer <token>.',
  )

function allow(origin: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Access-Control-Allow-Credentials', 'true')
  if (request.method !== 'OPTIONS') return
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT')
  response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '')
  response.setHeader('Access-Control-Max-Age', '600')
  if (request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('Access-Control-Allow-Private-Network', 'true')
  }
}

function notRouted(path: string, allowed: string[]): LakeError {
  if (allowed.length > 0) return refused(405, 'Method Not Allowed', `Use ${allowed.join(' or ')} here.`)
  return refused(404, 'Not Found', `The embedded lake has nothing at ${path.slice(0, 200)}.`)
}

const lingerTime = 2000

/** Answers that wait for their readers take no more memory than this, all of them together. */
const mostUnread = 200_000_000

function send(response: ServerResponse, {status = 200, headers = {}, body = ''}: Reply, unread: Unread): void {
  const size = Buffer.byteLength(body)
  if (response.headersSent || response.destroyed || !unread.admit(response, size)) return void response.destroy()
  response.writeHead(status, {
    ...{'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'},
    'Content-Length': size,
    ...headers,
  })
  response.end(body)
  if (!response.req.complete) letRun(response.req)
}

/** A sender that is still writing hears the answer only where its words are taken: for a while, and then no more. */
function letRun(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), lingerTime)
  request.once('close', () => clearTimeout(timer))
  request.resume()
}

function replyAbout(error: unknown): Reply {
  if (!(error instanceof LakeError)) {
    console.error(error)
    return replyAbout(refused(500, 'Internal Server Error', 'The lake has a fault; its own log says which.'))
  }
  const {status, body} = error
  return {status, body: JSON.stringify(body), ...(status === 503 && {headers: {'Retry-After': '1'}})}
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
