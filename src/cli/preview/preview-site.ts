import type {DraftMode, DraftSession} from '../../preview.ts'
import type {Content} from '../content.ts'
import {type Context, plainly, type Studio} from '../site/address.ts'
import {notRead, type Site} from '../site/server.ts'
import {createSite} from '../site/site.ts'
import type {Viewers} from './viewers.ts'

interface PreviewParts {
  content: Content
  /** Who may have drafts as the usual perspective: whoever came from the Studio. */
  mode: DraftMode
  studio: Studio | null
  viewers: Viewers
}

/** The site as it follows what is being written: its pages, their streams, and the way in from the Studio. Never throws. */
export function createPreviewSite({content, mode, studio, viewers}: PreviewParts): Site {
  const site = createSite(content)
  const contextOf = (session: DraftSession | null): Context => {
    if (!session) return {...plainly, isPreview: true}
    return {usual: spelled(session.perspective), isPreview: true, studio}
  }
  const page = async (request: Request): Promise<Response> => {
    const session = mode.session(request)
    const context = contextOf(session)
    const answer = await site(request, context)
    const own = new Headers(answer.headers)
    for (const [name, value] of Object.entries(mode.headers(session))) own.set(name, value)
    own.set('Content-Security-Policy', policyFor(studio, context.studio))
    return new Response(answer.body, {status: answer.status, headers: own})
  }

  return async (request) => {
    switch (new URL(request.url).pathname) {
      case '/preview/enable':
        return mode.enable(request)
      case '/preview/disable':
        return mode.disable(request)
      case '/preview/perspective':
        return mode.setPerspective(request)
      case '/live':
        return live(request)
      default:
        return page(request)
    }
  }

  function live(request: Request): Response | Promise<Response> {
    const {origin, searchParams} = new URL(request.url)
    const page = searchParams.get('at') ?? ''
    const at = /^\/(?![/\\])/.test(page) ? URL.parse(page, origin) : null
    if (request.method !== 'GET') return notRead()
    if (isForeign(request)) return refused(403, 'Only pages of this site can follow it.')
    if (at?.origin !== origin) return refused(400, 'There is no such page on this site.')
    const asked = new Request(at)
    // As it was when the page was opened: a session that ends meanwhile takes nothing from under its reader.
    const context = contextOf(mode.session(request))
    const render = async () => {
      const first = await site(asked, context)
      // A role whose address is edited while somebody looks at it.
      const moved = first.status === 307 ? URL.parse(first.headers.get('Location') ?? '', origin) : null
      const answer = moved ? await site(new Request(moved), context) : first
      // While the content cannot be read, what was read last stands.
      return answer.status === 502 ? null : answer.text()
    }
    const key = JSON.stringify([at.href, context.usual, context.studio !== null])
    return viewers.open(key, render, request.headers.get('Last-Event-ID'))
  }
}

const spelled = (perspective: string | readonly string[]): string =>
  typeof perspective === 'string' ? perspective : perspective.join(',')

/** Browsers say where a request comes from. Other programs may say nothing. */
const isForeign = ({headers}: Request): boolean => !['same-origin', null].includes(headers.get('Sec-Fetch-Site'))

const refused = (status: number, words: string): Response =>
  new Response(`${words}\n`, {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}})

/**
 * As the plain site's, but that pages may ask this server for changes, and the Studio may show them in a frame. What leads
 * from a text to its field draws over the page with styles of its own.
 */
const policyFor = (studio: Studio | null, editing: Studio | null): string => {
  const frames = studio ? ` ${new URL(studio.studioUrl).origin}` : ''
  return `default-src 'none'; style-src 'self'${editing ? ` 'nonce-${editing.nonce}'` : ''}; script-src 'self'; connect-src 'self'; img-src 'self' data: https://cdn.sanity.io; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'${frames}`
}
