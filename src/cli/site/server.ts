import {createServer, type IncomingMessage} from 'node:http'
import {allowedHost, ownHosts} from '../../loopback/hosts.ts'
import {listen} from '../../loopback/listen.ts'

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

function refusal(request: IncomingMessage, port: number): Answer | null {
  if (!allowedHost(request.rawHeaders, ownHosts(port)) || !request.url?.startsWith('/')) {
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

function readTarget({url = '/'}: IncomingMessage): SiteRequest {
  const [path = '/', ...query] = url.split('?')
  return {path, search: new URLSearchParams(query.join('?'))}
}
