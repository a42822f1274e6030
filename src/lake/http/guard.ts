import type {IncomingMessage} from 'node:http'
import {allowedHost, ownHosts} from '../../loopback/hosts.ts'
import {refused} from '../failure.ts'

/** A browser opens six streams at most to one host: the Studio spreads its own over these. */
const shards = 20

/** By which names the lake is reached, and which pages may ask it. */
export class Guard {
  readonly #hosts: readonly string[]
  readonly #origins: ReadonlySet<string>

  constructor({port, project, origins}: {port: number; project: string; origins: readonly string[]}) {
    const own = `${project}.localhost`
    const names = [own, `studio.${own}`, ...Array.from({length: shards}, (_, shard) => `s${shard}.${own}`)]
    this.#hosts = ownHosts(port, names)
    this.#origins = new Set([...ownHosts(port, [own, `studio.${own}`]).map((host) => `http://${host}`), ...origins])
  }

  /**
   * Refuses, before anything is looked at, what another site's page or another site's name brings here. Gives the origin
   * that may read the answer, or `null` where a program asks.
   */
  admit(request: IncomingMessage): string | null {
    this.#assertHost(request)
    const {origin} = request.headers
    if (origin !== undefined) {
      if (this.#origins.has(origin)) return origin
      throw refused(
        403,
        'Forbidden',
        'Pages of this origin may not ask the lake. Name it with --origin when you start the lake.',
      )
    }
    if (isFromElsewhere(request)) throw refused(403, 'Forbidden', 'Pages of other sites may not ask the lake.')
    return null
  }

  /**
   * The origin of a page that may not ask the lake and asks just that, or `null` for every other request. It is told, so
   * that the page's client can say that the origin is missing, and not that nobody answers.
   */
  originToldNo(request: IncomingMessage): string | null {
    const {method, url = ''} = request
    const {origin = ''} = request.headers
    if (method !== 'GET' || !corsCheck.test(url) || this.#origins.has(origin) || !isOrigin(origin)) return null
    this.#assertHost(request)
    return origin
  }

  #assertHost({rawHeaders, url}: IncomingMessage): void {
    if (allowedHost(rawHeaders, this.#hosts) && url?.startsWith('/')) return
    throw refused(
      403,
      'Forbidden',
      'This host is not allowed. Use http://localhost or http://127.0.0.1 with the right port.',
    )
  }
}

const corsCheck = /^\/v[\w-]+\/check\/cors(?:\?|$)/

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

/** Browsers say where a request comes from. Pictures may be shown anywhere, and a link may lead to the Studio. */
function isFromElsewhere({headers, method, url = ''}: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isShown = method === 'GET' && /^\/(images|files)\//.test(url) && headers['sec-fetch-mode'] === 'no-cors'
  const isVisit = method === 'GET' && !/^\/v[\w-]+\//.test(url) && headers['sec-fetch-mode'] === 'navigate'
  return !isShown && !isVisit
}
