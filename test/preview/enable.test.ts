import {afterEach, describe, expect, it, vi} from 'vitest'
import type {Source} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {draftMode} from '../../src/preview.ts'
import {
  cookieName,
  cookieOf,
  emitted,
  get,
  linkWith,
  officialLink,
  old,
  personal,
  secretDocument,
  secretDocuments,
  shared,
  sharedDocument,
  signingSecret,
  site,
  siteWith,
  studio,
} from './support/site.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('enable', () => {
  it('takes the link that Presentation makes, and leads to its page', async () => {
    const draft = siteWith()
    const answer = await draft.enable(get(await officialLink({path: '/roles/data-engineer?tab=text'})))
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe('/roles/data-engineer?tab=text')
    expect(draft.session(cookieOf(answer))).toEqual({perspective: 'drafts'})
  })

  it('leads to the start where the link names no page', async () => {
    const answer = await siteWith().enable(get(linkWith(['secret', personal])))
    expect(answer.headers.get('location')).toBe('/')
  })

  it('takes the secret of shared access while it is shared, however old it is', async () => {
    const link = get(linkWith(['secret', shared]))
    expect((await siteWith().enable(link)).status).toBe(307)
    const client = localSource([sharedDocument(null), secretDocument(personal)])
    expect((await siteWith({client}).enable(link)).status).toBe(401)
    expect((await siteWith({client: localSource([])}).enable(link)).status).toBe(401)
  })

  it('takes a secret for an hour', async () => {
    const client = localSource([secretDocument(personal, 3590)])
    expect((await siteWith({client}).enable(get(linkWith(['secret', personal])))).status).toBe(307)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 15_000})
    expect((await siteWith({client}).enable(get(linkWith(['secret', personal])))).status).toBe(401)
  })

  const halves = [personal.slice(0, -1), `${personal}A`, personal.slice(1), personal.toLowerCase(), ` ${personal}`]

  it.each<[string, string]>([
    ['no secret', linkWith()],
    ['an empty secret', linkWith(['secret', ''])],
    ['a blank secret', linkWith(['secret', '   '])],
    ['a secret nobody knows', linkWith(['secret', 'bm90LW9uZS1vZi10aGUtc3R1ZGlv'])],
    ['a secret of more than an hour ago', linkWith(['secret', old])],
    ...halves.map((secret, index): [string, string] => [`nearly a secret (${index})`, linkWith(['secret', secret])]),
    ['the secret and a zero byte', linkWith(['secret', `${personal}\0`])],
    ['the text of a secret that is not there', linkWith(['secret', 'null'])],
    ['the text of one that is not defined', linkWith(['secret', 'undefined'])],
    ['a wildcard', linkWith(['secret', '*'])],
    ['GROQ for a secret', linkWith(['secret', '" || true || "'])],
    ['a secret of 10 MB', linkWith(['secret', 'a'.repeat(10_000_000)])],
    ['a secret of 257 letters', linkWith(['secret', 'a'.repeat(257)])],
    ['the right secret twice', linkWith(['secret', personal], ['secret', personal])],
    ['the right secret and a wrong one', linkWith(['secret', personal], ['secret', 'x'])],
    ['a list of secrets', `${site}/api/draft?sanity-preview-secret[]=${personal}`],
    ['the secret under another name', `${site}/api/draft?secret=${personal}`],
    ['the secret in another case', `${site}/api/draft?Sanity-Preview-Secret=${personal}`],
    ['the secret in the fragment', `${site}/api/draft#sanity-preview-secret=${personal}`],
    ['two pages', linkWith(['secret', personal], ['pathname', '/a'], ['pathname', '/b'])],
    ['two perspectives', linkWith(['secret', personal], ['perspective', 'drafts'], ['perspective', 'raw'])],
    ['the perspective raw', linkWith(['secret', personal], ['perspective', 'raw'])],
    ['raw in a stack', linkWith(['secret', personal], ['perspective', 'rSpring,raw'])],
    ['the perspective previewDrafts', linkWith(['secret', personal], ['perspective', 'previewDrafts'])],
    ['an empty perspective', linkWith(['secret', personal], ['perspective', ''])],
    ['GROQ for a perspective', linkWith(['secret', personal], ['perspective', 'drafts"]'])],
    ['a perspective of 1 MB', linkWith(['secret', personal], ['perspective', 'r'.repeat(100_000)])],
    ['a stack of 21 releases', linkWith(['secret', personal], ['perspective', releases(21)])],
    ['a perspective alone', linkWith(['perspective', 'drafts'])],
    ['preview=1 alone', `${site}/api/draft?preview=1`],
  ])('refuses %s, with no cookie and nowhere to go', async (_, link) => {
    const answer = await siteWith().enable(get(link))
    expect(answer.status).toBe(401)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toMatch(/Open the preview from the Studio again\.$/)
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('does not answer %s', async (method) => {
    const link = await officialLink()
    const answer = await siteWith().enable(new Request(link, {method, headers: {Origin: 'null'}}))
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET'])
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('does not take another method for GET because a header says so', async () => {
    const headers = {'X-HTTP-Method-Override': 'GET', 'X-HTTP-Method': 'GET', 'X-Method-Override': 'GET'}
    const answer = await siteWith().enable(new Request(await officialLink(), {method: 'POST', headers}))
    expect(answer.status).toBe(405)
  })

  it('asks once, for all versions as they are stored now, and does not send the secret', async () => {
    const asked: unknown[][] = []
    const client: Source = {fetch: async (...request) => asked.push(request) && {personal: [personal], shared: []}}
    const link = await officialLink()
    for (let time = 0; time < 2; time += 1) expect((await siteWith({client}).enable(get(link))).status).toBe(307)
    expect(asked).toHaveLength(2)
    expect(asked[0]?.[2]).toMatchObject({perspective: 'raw', useCdn: false, cache: 'no-store', stega: false})
    expect(JSON.stringify(asked)).not.toContain(personal)
  })

  it('asks nothing for a link that cannot be right', async () => {
    let count = 0
    const client: Source = {fetch: async () => (count += 1)}
    const draft = siteWith({client})
    for (const link of [
      linkWith(),
      linkWith(['secret', 'x'.repeat(257)]),
      linkWith(['secret', 'a'], ['secret', 'a']),
    ]) {
      expect((await draft.enable(get(link))).status).toBe(401)
    }
    expect(count).toBe(0)
  })

  it('finds a secret among a thousand, wherever it stands', async () => {
    const many = Array.from({length: 999}, (_, index) => secretDocument(`other-${index}`, 5, `o${index}`))
    for (const documents of [
      [secretDocument(personal, 1), ...many],
      [...many, secretDocument(personal, 9)],
    ]) {
      const answer = await siteWith({client: localSource(documents)}).enable(get(await officialLink()))
      expect(answer.status).toBe(307)
    }
  })

  it.each([undefined, null, {}, {personal: [1], shared: []}, {personal: null, shared: null}])(
    'answers 502 where Sanity answers %j',
    async (given) => {
      const errors: unknown[] = []
      const draft = siteWith({client: {fetch: async () => given}, onError: (error) => errors.push(error)})
      const answer = await draft.enable(get(await officialLink()))
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([502, []])
      expect(errors).toHaveLength(1)
    },
  )

  it('answers 502 where Sanity cannot be asked, and tells the reason to the site alone', async () => {
    const errors: unknown[] = []
    const reason = new Error('ECONNREFUSED with the token skCanary')
    const client: Source = {fetch: async () => Promise.reject(reason)}
    const answer = await siteWith({client, onError: (error) => errors.push(error)}).enable(get(await officialLink()))
    expect(answer.status).toBe(502)
    expect(errors).toEqual([expect.objectContaining({cause: reason})])
    expect(await emitted(answer)).not.toMatch(/skCanary|ECONN/)
  })

  it.each<[string, unknown]>([
    ['drafts', 'drafts'],
    ['published', 'published'],
    ['rSpring', ['rSpring']],
    ['rSpring,rSummer,drafts', ['rSpring', 'rSummer', 'drafts']],
    [releases(20), releases(20).split(',')],
  ])('looks at %s', async (perspective, expected) => {
    const draft = siteWith()
    expect(draft.session(cookieOf(await draft.enable(get(await officialLink({perspective})))))).toEqual({
      perspective: expected,
    })
  })

  it('looks at what the site has chosen where the link does not say', async () => {
    const draft = siteWith({defaultPerspective: ['rSpring', 'drafts']})
    const answer = await draft.enable(get(linkWith(['secret', personal])))
    expect(draft.session(cookieOf(answer))).toEqual({perspective: ['rSpring', 'drafts']})
  })
})

describe('the answers of enable', () => {
  it.each<[string, string, number]>([
    ['that lead on', linkWith(['secret', personal], ['pathname', '/roles/a']), 307],
    ['that refuse', linkWith(['secret', `${personal}x`], ['pathname', '/roles/a']), 401],
    ['that refuse a secret twice', linkWith(['secret', personal], ['secret', personal]), 401],
  ])('%s hold no secret, are kept by nobody, and tell nobody where they came from', async (_, link, status) => {
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    const answer = await siteWith().enable(get(link))
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    const text = await emitted(answer)
    for (const secret of [personal, shared, signingSecret, 'another-one-of-a-colleague']) {
      expect(text).not.toContain(secret)
    }
    for (const spy of said) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('the cookie', () => {
  const attributes = async (link: string, options: Parameters<typeof siteWith>[0] = {}) => {
    const answer = await siteWith(options).enable(get(link))
    const [cookie = '', ...more] = answer.headers.getSetCookie()
    expect(more).toEqual([])
    return cookie.replace(/^[^;]*; /, '')
  }
  const at = (origin: string) => linkWith(['secret', personal]).replace(site, origin)

  it.each<[string, string, string | undefined, string]>([
    [site, 'on another site', studio, 'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned'],
    [
      site,
      'on a subdomain',
      'https://studio.roles.example',
      'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
    [site, 'on http', 'http://roles.example', 'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned'],
    [site, 'on the site itself', undefined, 'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax'],
    [
      site,
      'on another port of it',
      'https://roles.example:8443/desk',
      'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'http://localhost:3000',
      'on localhost:3333',
      'http://localhost:3333',
      'Path=/; Max-Age=3600; HttpOnly; SameSite=Lax',
    ],
    [
      'http://localhost:3000',
      'in the cloud',
      studio,
      'Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
  ])('of %s, with the Studio %s', async (origin, _, studioUrl, expected) => {
    const options = studioUrl === undefined ? {studioUrl: []} : {studioUrl}
    expect(await attributes(at(origin), options)).toBe(expected)
  })

  it('goes across sites where one of several Studios is elsewhere', async () => {
    expect(await attributes(at(site), {studioUrl: [site, studio]})).toContain('SameSite=None')
  })

  it('lasts as long as the site says', async () => {
    expect(await attributes(at(site), {maxAge: 60})).toContain('Max-Age=60;')
  })

  it('goes by the address of the site, not by what a proxy or a header says', async () => {
    const link = linkWith(['secret', personal]).replace(site, 'http://10.0.0.7:8080')
    const headers = {'X-Forwarded-Proto': 'http', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example'}
    const answer = await siteWith({siteUrl: site, studioUrl: []}).enable(get(link, headers))
    expect(answer.headers.get('set-cookie')).toContain('Secure; SameSite=Lax')
    expect(await emitted(answer)).not.toContain('evil')
  })

  it('is a signed session and nothing else', async () => {
    const value = cookieOf(await siteWith().enable(get(at(site)))).replace(`${cookieName}=`, '')
    expect(value).toMatch(/^[\w-]+\.[\w-]{43}$/)
    const payload = JSON.parse(Buffer.from(value.split('.')[0] ?? '', 'base64url').toString())
    expect(Object.keys(payload).sort()).toEqual(['expires', 'id', 'link', 'perspective'])
    expect(JSON.stringify(payload)).not.toContain(personal)
  })

  it('has the name the site gives it', async () => {
    const draft = siteWith({cookieName: '__Host-draft'})
    const cookie = cookieOf(await draft.enable(get(at(site))))
    expect(cookie).toMatch(/^__Host-draft=/)
    expect(draft.session(cookie)).toEqual({perspective: 'drafts'})
  })
})

describe('draftMode', () => {
  const options = {client: localSource(secretDocuments()), secret: signingSecret}

  it.each(['', '               ', 'fifteen bytes !', undefined, null, 16, {length: 32}])(
    'does not start with the secret %j',
    (secret) => {
      expect(() => draftMode({...options, secret: secret as string})).toThrow(/at least 16 bytes.*openssl/)
    },
  )

  it('counts bytes, and never says what the secret was', () => {
    expect(() => draftMode({...options, secret: 'ä'.repeat(8)})).not.toThrow()
    expect(() => draftMode({...options, secret: 'my-short-one'})).toThrow(/^(?!.*my-short-one)/)
  })

  it.each([
    '*',
    'https://*',
    'https://*.sanity.studio',
    'example.sanity.studio',
    '/studio',
    '',
    'javascript:alert(1)',
    'ftp://example.com',
    'data:text/html,x',
    'https://user:password@example.com',
    'https://a;script-src',
    'https://a,b',
    "https://a'b",
    'file:///studio',
    "'self'",
  ])('does not start with the Studio at %s', (studioUrl) => {
    expect(() => draftMode({...options, studioUrl})).toThrow(/studioUrl must be a full web address/)
    expect(() => draftMode({...options, studioUrl: [studio, studioUrl]})).toThrow(TypeError)
  })

  it.each([0, -1, 3601, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'does not start with sessions of %s seconds',
    (maxAge) => {
      expect(() => draftMode({...options, maxAge})).toThrow(/maxAge/)
    },
  )

  it.each(['', 'a b', 'a=b', 'a;b', 'a\nb', 'ä'])('does not start with the cookie name %j', (cookieName) => {
    expect(() => draftMode({...options, cookieName})).toThrow(/cookieName/)
  })

  it('does not start looking at raw, or without a client', () => {
    expect(() => draftMode({...options, defaultPerspective: ['raw']})).toThrow(/defaultPerspective/)
    expect(() => draftMode({...options, client: null as never})).toThrow(/needs a client/)
    expect(() => draftMode({...options, siteUrl: 'roles.example'})).toThrow(/siteUrl/)
  })
})

function releases(count: number): string {
  return Array.from({length: count}, (_, index) => `r${index}`).join(',')
}
