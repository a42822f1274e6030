import {createServer, type IncomingMessage, type Server} from 'node:http'
import {UsageError} from '../failures.ts'

/** What the site is asked, once it is known to be asked by this computer's own browser. */
export interface SiteRequest {
  path: string
  search: URLSearchParams
}

export interface Answer {
  status: number
  mediaType: string
  body: string
}

export interface RunningServer {
  port: number
  close(): Promise<void>
}

/** Everything comes from this server, and nothing may be sent anywhere or framed. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https://cdn.sanity.io; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

const portsTried = 50

/**
 * Serves on the loopback address alone, from the given port or the next free one. Only requests that name this server
 * as their host are answered: a web page elsewhere could otherwise have its own name lead here and read along.
 */
export async function startServer(
  site: (request: SiteRequest) => Promise<Answer>,
  port: number,
): Promise<RunningServer> {
  const server = createServer({requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 15_000})
  const listening = await listen(server, port)
  server.on('request', async (request, response) => {
    const answer = refusal(request, listening) ?? (await site(readTarget(request)))
    const body = Buffer.from(answer.body)
    response.writeHead(answer.status, {
      ...headers,
      'Content-Type': `${answer.mediaType}; charset=utf-8`,
      'Content-Length': body.length,
      ...(answer.status === 405 && {Allow: 'GET, HEAD', Connection: 'close'}),
    })
    response.end(body)
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

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', resolve)
        resolve(null)
      })
    })
    const address = server.address()
    if (!error && typeof address === 'object' && address) return address.port
    if (error?.code === 'EADDRINUSE' && port < Math.min(first + portsTried, 65535)) continue
    throw new UsageError(`Port ${port} cannot be used (${error?.code}). Choose another one with --port.`)
  }
}

function refusal(request: IncomingMessage, port: number): Answer | null {
  if (!isOwnHost(request.rawHeaders, port) || !request.url?.startsWith('/')) {
    return {
      status: 403,
      mediaType: 'text/plain',
      body: 'This host is not allowed here. Open http://localhost instead.\n',
    }
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return {status: 405, mediaType: 'text/plain', body: 'This site can only be read: use GET or HEAD.\n'}
  }
  return null
}

function isOwnHost(rawHeaders: readonly string[], port: number): boolean {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  const allowed = ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [
    `${name}:${port}`,
    ...(port === 80 ? [name] : []),
  ])
  return hosts.length === 1 && allowed.includes(hosts[0]?.toLowerCase() ?? '')
}

function readTarget({url = '/'}: IncomingMessage): SiteRequest {
  const [path = '/', ...query] = url.split('?')
  return {path, search: new URLSearchParams(query.join('?'))}
}
