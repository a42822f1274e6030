import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {fetchRole, fetchRoles, rolePage, roleUrl, toJsonLd} from '../../src/index.ts'
import type {Lake} from '../../src/lake/index.ts'
import {launchBrowser} from '../browser/launch.ts'
import {clientOf} from '../lake/support/lake.ts'
import {complaintsAbout} from './support/browser.ts'
import {run} from './support/command.ts'
import {copyOf, fillEnvironment, installIn} from './support/example.ts'
import {sampleLake} from './support/lake.ts'
import {attribute, elements, faultsOf, shownText, wordsOfPage, wordsOfRole} from './support/printed.ts'
import {type Server, serve} from './support/serve.ts'

const webhookSecret = 'signs what Sanity sends'
const draftSecret = 'signs the sessions of this site'
const studioUrl = 'http://localhost:3333'

describe('examples/next', () => {
  const example = copyOf('next')
  let lake: Lake
  let client: SanityClient
  let site: Server
  let browser: Browser
  let slugs: string[]

  beforeAll(async () => {
    lake = await sampleLake()
    client = clientOf(lake)
    slugs = (await fetchRoles(client)).map(({slug}) => slug)
    fillEnvironment(example.folder, '.env.local', {
      NEXT_PUBLIC_SANITY_PROJECT_ID: lake.project,
      NEXT_PUBLIC_SANITY_DATASET: lake.dataset,
      SANITY_API_HOST: lake.url,
      SANITY_API_READ_TOKEN: lake.token,
      NEXT_PUBLIC_SANITY_STUDIO_URL: studioUrl,
      DRAFT_SECRET: draftSecret,
      WEBHOOK_SECRET: webhookSecret,
    })
    await installIn(example.folder, inject('tarball'))
    const printed = await run('npm', ['run', 'build'], example.folder)
    // In CI, Next says of a first build that it is one.
    expect(printed.replace(/^⚠ No build cache found.*$/m, '')).not.toMatch(/error|⚠/i)
    site = await serve(example.folder, 'node_modules/next/dist/bin/next', (port) => [
      ...['start', '--port', String(port), '--hostname', '127.0.0.1'],
    ])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await lake?.close()
    example.remove()
  })

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(site.origin + path, {headers, redirect: 'manual', signal: AbortSignal.timeout(20_000)})
  const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

  /** Each page, the way it came from (`HIT` is the cache), and what names its content. */
  async function visitAll() {
    const visited: Record<string, {cache: string | null; etag: string | null; html: string}> = {}
    for (const path of ['/roles', ...slugs.map((slug) => `/roles/${slug}`)]) {
      const answer = await get(path)
      expect(answer.status, path).toBe(200)
      visited[path] = {
        cache: answer.headers.get('x-nextjs-cache'),
        etag: answer.headers.get('etag'),
        html: await answer.text(),
      }
    }
    return visited
  }

  /** Tells the site of a change, signed by Sanity's own package. */
  async function deliver(body: object, {secret = webhookSecret, altered = ''} = {}) {
    const text = JSON.stringify(body)
    const signature = await encodeSignatureHeader(text, Date.now(), secret)
    return fetch(`${site.origin}/api/webhook`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', [SIGNATURE_HEADER_NAME]: signature},
      body: text + altered,
    })
  }

  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  /** Opens a session as Presentation does. */
  async function enable(path: string, secret?: string) {
    const made = secret ?? (await createPreviewSecret(client, 'sanity/presentation', studioUrl, 'u')).secret
    const link = new URLSearchParams({'sanity-preview-secret': made, 'sanity-preview-pathname': path})
    return get(`/api/draft/enable?${link}`)
  }

  it('says on each page what the role page says, and tells search engines the same', async () => {
    for (const slug of slugs) {
      const role = await fetchRole(client, slug)
      const page = rolePage(role)
      const html = await read(`/roles/${slug}`)
      expect(wordsOfPage(html), slug).toEqual(wordsOfRole(role))
      expect(elements(html, 'title').map(shownText)).toEqual([page.seoTitle])
      expect(elements(html, 'main').map((each) => attribute(each, 'lang'))).toEqual([page.language])
      expect(elements(html, 'meta').map((each) => attribute(each, 'content'))).toContain(page.description)
      expect(elements(html, 'link').map((each) => attribute(each, 'href'))).toContain(roleUrl(role))
      expect(html).toContain(`<script type="application/ld+json">${toJsonLd(role)}</script>`)
    }
  })

  it('lists them all, and answers 404 for a role that nobody has', async () => {
    const links = elements(await read('/roles'), 'a').map((link) => attribute(link, 'href'))
    expect(links).toEqual(slugs.map((slug) => `/roles/${slug}`))
    expect((await get('/roles/nobody-has-this')).status).toBe(404)
  })

  it('is valid HTML', async () => {
    for (const [path, {html}] of Object.entries(await visitAll())) expect(await faultsOf(html), path).toEqual([])
  })

  it('wears the theme, and gives nobody anything to stumble over', async () => {
    const paths = ['/roles', '/roles/data-engineer', '/roles/performance-marketing-manager']
    expect(
      await complaintsAbout(
        browser,
        paths.map((path) => site.origin + path),
      ),
    ).toEqual([])
    const page = await browser.newPage()
    await page.goto(`${site.origin}/roles/data-engineer`)
    expect(await page.locator('.roleprint-eyebrow').evaluate((line) => getComputedStyle(line).fontWeight)).toBe('600')
    await page.close()
  })

  describe('after a change of a skill that several roles share', () => {
    const words = 'SQL that a colleague can read a year from now'
    const using = [
      'data-engineer',
      'financial-analyst',
      'machine-learning-engineer',
      'product-manager',
      'seo-specialist',
    ]
    const affected = ['/roles', ...using.map((slug) => `/roles/${slug}`)]
    let before: Awaited<ReturnType<typeof visitAll>>
    let body: object

    beforeAll(async () => {
      before = await visitAll()
      await client.patch('skill-sql').set({statement: words}).commit()
      body = {_id: 'skill-sql', _type: 'skill', _updatedAt: new Date().toISOString()}
    })

    it('makes nothing anew for a delivery that is not signed with the secret, or not as it came', async () => {
      expect((await deliver(body, {secret: 'signs for somebody else'})).status).toBe(401)
      expect((await deliver(body, {altered: '\n'})).status).toBe(401)
      for (const [path, {cache, etag}] of Object.entries(await visitAll())) {
        expect([path, cache, etag]).toEqual([path, 'HIT', before[path]?.etag])
      }
    })

    it('makes exactly the pages anew that print it, once, and takes all others from the cache', async () => {
      const answer = await deliver(body)
      expect([answer.status, await answer.json()]).toMatchObject([200, {status: 'ok', documentId: 'skill-sql'}])
      const after = await visitAll()
      const anew = Object.entries(after).filter(([, {cache}]) => cache !== 'HIT')
      expect(anew.map(([path]) => path)).toEqual(Object.keys(after).filter((path) => affected.includes(path)))
      for (const [path, {etag}] of Object.entries(after)) {
        if (!affected.includes(path)) expect([path, etag]).toEqual([path, before[path]?.etag])
      }
      expect(after['/roles/data-engineer']?.html).toContain(words)
      expect(wordsOfPage(after['/roles/data-engineer']?.html ?? '')).toEqual(
        wordsOfRole(await fetchRole(client, 'data-engineer')),
      )
      for (const [path, {cache}] of Object.entries(await visitAll())) expect([path, cache]).toEqual([path, 'HIT'])
    })
  })

  it('shows a role that is new, and no longer one that is gone', async () => {
    const role = {...(await client.getDocument('role-data-engineer')), _id: 'role-new', title: 'New Engineer'}
    expect((await get('/roles/new-engineer')).status).toBe(404)
    await client.createOrReplace({...role, _type: 'role', slug: {_type: 'slug', current: 'new-engineer'}})
    const told = {_id: 'role-new', _type: 'role', slug: 'new-engineer'}
    expect((await deliver({...told, _updatedAt: new Date().toISOString()})).status).toBe(200)
    expect((await get('/roles/new-engineer')).status).toBe(200)
    expect(await read('/roles')).toContain('New Engineer')
    await client.delete('role-new')
    expect((await deliver({...told, _updatedAt: new Date().toISOString()})).status).toBe(200)
    expect((await get('/roles/new-engineer')).status).toBe(404)
    expect(await read('/roles')).not.toContain('New Engineer')
  })

  describe('draft mode', () => {
    const path = '/roles/ux-designer'
    const draftText = 'Only the draft says this'

    beforeAll(async () => {
      const published = await client.getDocument('role-ux-designer')
      if (!published) throw new Error('The sample has no such role.')
      await client.createOrReplace({...published, _id: 'drafts.role-ux-designer', intro: draftText, title: draftText})
    })

    it('opens by a link of the Studio, for whoever has the session, and kept by no cache', async () => {
      const opened = await enable(path)
      expect([opened.status, opened.headers.get('location')]).toEqual([307, path])
      const draft = await get(path, {cookie: cookieOf(opened)})
      const html = await draft.text()
      const control = draft.headers.get('cache-control')?.split(', ')
      expect(control).toEqual(expect.arrayContaining(['private', 'no-store']))
      expect(control?.join()).not.toContain('s-maxage')
      expect(draft.headers.get('x-robots-tag')).toBe('noindex')
      expect(draft.headers.get('content-security-policy')).toBe(`frame-ancestors 'self' ${studioUrl}`)
      expect(draft.headers.get('etag')).toBeNull()
      const role = await fetchRole(client, 'ux-designer', {perspective: 'drafts'})
      expect(wordsOfPage(html)).toEqual(wordsOfRole(role))
      expect(elements(html, 'main').map(shownText).join()).toContain(draftText)
    })

    it('shows everybody else what is published, at that address and at its own', async () => {
      for (const cookie of ['', 'sanity-preview-perspective=drafts', 'sanity-preview-perspective=made.up']) {
        const answer = await get(path, {cookie})
        expect(answer.headers.get('x-nextjs-cache')).toBe('HIT')
        expect(await answer.text()).not.toContain(draftText)
        expect(await read('/drafts/ux-designer', {cookie})).not.toContain(draftText)
      }
    })

    it('opens for no other secret', async () => {
      const refused = await enable(path, 'not-one-of-the-secrets-of-the-studio')
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []])
    })

    it('looks at another perspective when asked by a page of the site, and ends', async () => {
      const cookie = cookieOf(await enable(path))
      const choose = (origin: string) =>
        fetch(`${site.origin}/api/draft/perspective`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', Cookie: cookie, Origin: origin},
          body: JSON.stringify({perspective: 'published'}),
        })
      expect((await choose('https://elsewhere.example')).status).toBe(403)
      const chosen = await choose(site.origin)
      expect(chosen.status).toBe(204)
      expect(await read(path, {cookie: cookieOf(chosen)})).not.toContain(draftText)
      const left = await get(`/api/draft/disable?sanity-preview-pathname=${path}`, {cookie})
      expect([left.status, left.headers.get('location'), cookieOf(left)]).toEqual([
        ...[303, path, 'sanity-preview-perspective='],
      ])
    })

    it('gives no browser a complaint', async () => {
      const context = await browser.newContext()
      const complaints: string[] = []
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      const {secret} = await createPreviewSecret(client, 'sanity/presentation', studioUrl, 'u')
      const link = new URLSearchParams({'sanity-preview-secret': secret, 'sanity-preview-pathname': path})
      await page.goto(`${site.origin}/api/draft/enable?${link}`, {waitUntil: 'networkidle'})
      expect(await page.locator('main').innerText()).toContain(draftText)
      expect(complaints).toEqual([])
      await context.close()
    })
  })

  it('lets out no token and no secret, in no file for browsers, page or log', async () => {
    const kept = [lake.token, draftSecret, webhookSecret]
    const files = join(example.folder, '.next/static')
    const texts = readdirSync(files, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    expect(texts.length).toBeGreaterThan(3)
    const pages = Object.values(await visitAll()).map(({html}) => html)
    const draft = await read('/roles/ux-designer', {cookie: cookieOf(await enable('/roles/ux-designer'))})
    for (const text of [...texts, ...pages, draft, site.log()]) {
      for (const secret of kept) expect(text.includes(secret)).toBe(false)
    }
  })

  it('has nothing to say in its log', () => {
    expect(site.log()).not.toMatch(/error|warn|⨯|⚠/i)
  })
})
