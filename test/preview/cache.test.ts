import {createHash} from 'node:crypto'
import {createServer, type IncomingMessage, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {describe, expect, it, onTestFinished} from 'vitest'
import {fetchRole, rolePage, toHTML} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import type {DraftMode} from '../../src/preview.ts'
import {sampleDocuments} from '../content.ts'
import {cachingProxy, type Site} from './support/caching-proxy.ts'
import {cookieName, opened, secretDocuments, siteWith, studio} from './support/site.ts'

const slug = 'data-engineer'
const published = sampleDocuments.find(
  ({_type, slug: own}) => _type === 'role' && (own as {current: string}).current === slug,
)
if (!published) throw new Error('The sample role is gone.')
const draftRole = {...published, _id: `drafts.${published._id}`, title: 'Engineer of Drafts'}
const documents = [...sampleDocuments.filter(({_id}) => _id !== draftRole._id), draftRole, ...secretDocuments()]
const source = localSource(documents)

/** A page as a site would write it: headers of draft mode, and an ETag for what is published. */
const siteOf =
  (draft: DraftMode): Site =>
  async (request) => {
    const session = draft.session(request)
    const role = await fetchRole(source, slug, session ?? {})
    const headers = new Headers(draft.headers(session))
    const html = toHTML(rolePage(role))
    if (session === null) {
      const tag = `"${createHash('sha256').update(html).digest('hex').slice(0, 16)}"`
      headers.set('ETag', tag)
      headers.set('Cache-Control', 'public, max-age=60')
      if (request.headers.get('if-none-match') === tag) return new Response(null, {status: 304, headers})
    }
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return new Response(request.method === 'HEAD' ? null : html, {headers})
  }

const toRequest = ({url = '/', method = 'GET', headers, rawHeaders}: IncomingMessage) =>
  new Request(`http://${headers.host}${url}`, {
    method,
    headers: rawHeaders.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
    ),
  })

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const serve = (answer: Site): Promise<string> =>
  listening(async (incoming, outgoing) => {
    const response = await answer(toRequest(incoming))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  })

/** A site, and before it a proxy that keeps what it may. Both are servers of this computer. */
async function behindProxy() {
  const draft = siteWith({client: source, studioUrl: studio})
  const inner = await serve(siteOf(draft))
  const proxy = cachingProxy((request) => fetch(request.url, {method: request.method, headers: passedOn(request)}))
  const outer = await serve(async (request) => {
    const {pathname} = new URL(request.url)
    const asked = new Request(inner + pathname, {method: request.method, headers: passedOn(request)})
    const {response, isKept} = await proxy.answer(asked)
    response.headers.set('X-Kept', String(isKept))
    return response
  })
  const visit = async (headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(`${outer}/roles/${slug}`, {method, headers})
    return {response, html: await response.text(), isKept: response.headers.get('x-kept') === 'true'}
  }
  return {draft, proxy, visit, cookie: await opened(draft)}
}

const passedOn = ({headers}: Request) =>
  [...headers].filter(([name]) => !['host', 'connection', 'accept-encoding', 'content-length'].includes(name))

describe('a draft behind a proxy that keeps pages', () => {
  it('is seen in the session, and never by the next one who asks', async () => {
    const {visit, proxy, cookie} = await behindProxy()
    expect((await visit({cookie})).html).toContain('Engineer of Drafts')
    expect(proxy.kept()).toEqual([])
    const next = await visit()
    expect([next.html.includes('Engineer of Drafts'), next.isKept]).toEqual([false, false])
    expect((await visit()).isKept).toBe(true)
    const again = await visit({cookie})
    expect([again.html.includes('Engineer of Drafts'), again.isKept]).toEqual([true, false])
  })

  it('has no tag in common with what is published', async () => {
    const {visit, cookie} = await behindProxy()
    const tag = (await visit()).response.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"/)
    const draft = await visit({cookie, 'If-None-Match': tag})
    expect([draft.response.status, draft.response.headers.get('etag')]).toEqual([200, null])
    expect(draft.html).toContain('Engineer of Drafts')
  })

  it('is not told apart by a HEAD request', async () => {
    const {visit, proxy, cookie} = await behindProxy()
    const head = await visit({cookie}, 'HEAD')
    expect(head.response.headers.get('cache-control')).toBe('private, no-store')
    expect(proxy.kept()).toEqual([])
    expect((await visit({}, 'HEAD')).response.headers.get('cache-control')).toBe('public, max-age=60')
  })

  it('is not opened by a cookie that was changed, nor by a forwarded host', async () => {
    const {visit, proxy, cookie} = await behindProxy()
    const tried: Record<string, string>[] = [
      {cookie: `${cookie}A`},
      {cookie: `${cookieName}=drafts`},
      {'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example'},
    ]
    for (const headers of tried) {
      const {html, response} = await visit(headers)
      expect(html).not.toContain('Engineer of Drafts')
      expect(JSON.stringify([...response.headers]) + html).not.toContain('evil.example')
    }
    expect(JSON.stringify(proxy.kept())).not.toContain('Engineer of Drafts')
  })

  it('is published again once the session is ended', async () => {
    const {draft, visit, cookie} = await behindProxy()
    await draft.disable(new Request('http://127.0.0.1/leave', {headers: {cookie}}))
    expect((await visit({cookie})).html).not.toContain('Engineer of Drafts')
  })
})

describe('the headers of a page', () => {
  it('keep a draft from caches and search engines, and let the Studio frame it', () => {
    const draft = siteWith({studioUrl: ['https://example.sanity.studio/desk', 'http://localhost:3333', studio]})
    expect(draft.headers({perspective: 'drafts'})).toEqual({
      'Cache-Control': 'private, no-store',
      Vary: 'Cookie',
      'X-Robots-Tag': 'noindex',
      'Content-Security-Policy': `frame-ancestors 'self' ${studio} http://localhost:3333`,
    })
  })

  it('leave it to the site how long a published page is kept', () => {
    expect(siteWith().headers(null)).toEqual({
      Vary: 'Cookie',
      'Content-Security-Policy': `frame-ancestors 'self' ${studio}`,
    })
  })

  it('let nobody else frame it, and no other header says otherwise', () => {
    for (const session of [null, {perspective: 'drafts'} as const]) {
      const headers = siteWith({studioUrl: []}).headers(session)
      expect(headers['Content-Security-Policy']).toBe("frame-ancestors 'self'")
      expect(Object.keys(headers)).not.toContain('X-Frame-Options')
    }
  })
})
