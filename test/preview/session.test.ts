import {createHmac} from 'node:crypto'
import fc from 'fast-check'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {
  cookieName,
  cookieOf,
  get,
  linkWith,
  officialLink,
  opened,
  personal,
  shared,
  signingSecret,
  site,
  siteWith,
} from './support/site.ts'

afterEach(() => {
  vi.useRealTimers()
})

const change = (headers: Record<string, string>, body: unknown = {perspective: 'rSpring,drafts'}, method = 'POST') =>
  new Request(`${site}/api/perspective`, {
    method,
    headers: {Origin: site, 'Content-Type': 'application/json', ...headers},
    ...(method !== 'GET' && method !== 'HEAD' && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  })

/** What clears the cookie, in the browser's usual place and in the one for a frame of another site. */
const cleared = [
  `${cookieName}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
  `${cookieName}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=None; Partitioned`,
]

describe('a session', () => {
  it('is read from a request and from its Cookie header, among other cookies', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    const others = Array.from({length: 9}, (_, at) => `other${at}=${cookie.slice(cookieName.length + 1)}`)
    const header = `theme=dark; ${others.join('; ')}; x${cookie}; ${cookie}; last=1`
    expect(draft.session(get(site, {cookie: header}))).toEqual({perspective: 'drafts'})
    expect(draft.session(header)).toEqual({perspective: 'drafts'})
  })

  it('is none under another name, be it as long as its own', async () => {
    const draft = siteWith()
    const sealed = (await opened(draft)).slice(cookieName.length)
    expect(draft.session(`${cookieName}${sealed}`)).toEqual({perspective: 'drafts'})
    for (const name of [cookieName.replace(/.$/, '_'), cookieName.toUpperCase(), `x${cookieName}`, `${cookieName}x`]) {
      expect(draft.session(`${name}${sealed}`), name).toBeNull()
    }
  })

  it.each([null, undefined, '', ';', '=', ';;;=;', 'a=b', `${cookieName}`, `${cookieName}=`, `${cookieName}=drafts`])(
    'is none in %j',
    (header) => {
      expect(siteWith().session(header)).toBeNull()
    },
  )

  it('is none in a request without cookies, whatever its address says', () => {
    for (const query of ['preview=1', 'perspective=raw', 'perspective=rSpring', 'sanity-preview-perspective=drafts']) {
      expect(siteWith().session(get(`${site}/roles/a?${query}`))).toBeNull()
    }
  })

  it('is none where a letter was changed', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    const start = cookieName.length + 1
    for (let index = start; index < cookie.length; index += 1) {
      const other = cookie[index] === 'A' ? 'B' : 'A'
      expect(draft.session(cookie.slice(0, index) + other + cookie.slice(index + 1)), `${index}`).toBeNull()
      expect(draft.session(cookie.slice(0, index) + cookie.slice(index + 1)), `without ${index}`).toBeNull()
    }
  })

  it('is none where its signature is spelled another way', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    for (const other of [`${cookie}=`, `${cookie}.`, `${cookie}.${cookie}`, cookie.replace('.', '..'), `${cookie} x`]) {
      expect(draft.session(other)).toBeNull()
    }
  })

  it('is none that somebody else has signed', async () => {
    const other = await opened(siteWith({secret: `${signingSecret}!`}))
    expect(siteWith().session(other)).toBeNull()
    const payload = Buffer.from(JSON.stringify({perspective: 'raw', expires: Date.now() + 1e9, id: 'x', link: null}))
    const text = payload.toString('base64url')
    for (const secret of ['', 'undefined', personal, signingSecret]) {
      const signature = createHmac('sha256', secret).update(text).digest('base64url')
      expect(siteWith().session(`${cookieName}=${text}.${signature}`)).toBeNull()
    }
    for (const signature of ['', 'none', 'undefined']) {
      expect(siteWith().session(`${cookieName}=${text}.${signature}`)).toBeNull()
    }
  })

  it('ends when its time is over, whatever the browser keeps', async () => {
    const draft = siteWith({maxAge: 60})
    const cookie = await opened(draft)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 59_000})
    expect(draft.session(cookie)).not.toBeNull()
    vi.setSystemTime(Date.now() + 1001)
    expect(draft.session(cookie)).toBeNull()
  })

  it('is the same on another server of the site', async () => {
    expect(siteWith().session(await opened(siteWith()))).toEqual({perspective: 'drafts'})
  })

  it('is found beside a cookie of the same name that is none', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    expect(draft.session(`${cookieName}=junk; ${cookie}`)).not.toBeNull()
    expect(draft.session(`${`${cookieName}=junk; `.repeat(8)}${cookie}`)).toBeNull()
    expect(draft.session(`${cookie}; a=${'b'.repeat(20_000)}`)).toBeNull()
  })

  it('is never read from anything else, and nothing throws', () => {
    const draft = siteWith()
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), (text) => {
        expect(draft.session(text)).toBeNull()
        expect(draft.session(`${cookieName}=${text}`)).toBeNull()
      }),
    )
  })
})

describe('setPerspective', () => {
  it('changes what the session looks at, and not how long it lasts', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 600_000})
    const answer = await draft.setPerspective(change({cookie}))
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(answer.headers.get('set-cookie')).toMatch(
      /; Max-Age=(2999|3000); HttpOnly; Secure; SameSite=None; Partitioned$/,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const changed = cookieOf(answer)
    expect(draft.session(changed)).toEqual({perspective: ['rSpring', 'drafts']})
    vi.setSystemTime(Date.now() + 3_000_001)
    expect(draft.session(changed)).toBeNull()
  })

  it.each([
    ['drafts', 'drafts'],
    ['published', 'published'],
    [
      ['rSpring', 'rSummer'],
      ['rSpring', 'rSummer'],
    ],
    [['drafts'], 'drafts'],
  ])('takes %j', async (perspective, expected) => {
    const draft = siteWith()
    const answer = await draft.setPerspective(change({cookie: await opened(draft)}, {perspective}))
    expect(draft.session(cookieOf(answer))).toEqual({perspective: expected})
  })

  it.each([
    'raw',
    'RAW',
    'previewDrafts',
    ['raw'],
    ['drafts', 'raw'],
    ['a,b', 'raw'],
    '',
    [],
    null,
    7,
    {},
    [[]],
    'drafts ',
    'a b',
    'drafts\n',
    'rSpring,',
    'rSpring,rSpring',
    '../x',
    'versions.rSpring',
    '-x',
    'ä',
    'r'.repeat(200),
    Array.from({length: 21}, (_, index) => `r${index}`),
  ])('refuses %j', async (perspective) => {
    const draft = siteWith()
    const answer = await draft.setPerspective(change({cookie: await opened(draft)}, {perspective}))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []])
  })

  it.each([
    'null',
    'https://evil.example',
    'http://roles.example',
    'https://roles.example:8443',
    'https://roles.example.evil.example',
    'https://ROLES.example',
    `${site}/`,
    `${site}, https://evil.example`,
    '',
    'https://example.sanity.studio',
  ])('refuses a page of %j', async (origin) => {
    const draft = siteWith()
    const answer = await draft.setPerspective(change({cookie: await opened(draft), Origin: origin}))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
  })

  it('refuses a request that does not say where it comes from, or says so elsewhere', async () => {
    const draft = siteWith()
    const request = change({cookie: await opened(draft), Referer: `${site}/`, 'X-Forwarded-Host': 'roles.example'})
    request.headers.delete('origin')
    expect((await draft.setPerspective(request)).status).toBe(403)
  })

  it('is not made to trust another origin by a forwarded header', async () => {
    const draft = siteWith()
    const headers = {Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https'}
    expect((await draft.setPerspective(change({cookie: await opened(draft), ...headers}))).status).toBe(403)
  })

  it('goes by the address that the site was given', async () => {
    const draft = siteWith({siteUrl: 'https://www.example'})
    const cookie = await opened(draft)
    expect((await draft.setPerspective(change({cookie, Origin: 'https://www.example'}))).status).toBe(204)
    expect((await draft.setPerspective(change({cookie}))).status).toBe(403)
  })

  it.each<[string, (cookie: string) => string]>([
    ['no session', () => ''],
    ['a session that was changed', (cookie) => `${cookie}A`],
    ['a perspective for a session', () => `${cookieName}=drafts`],
  ])('answers 401 to %s, and clears it', async (_, of) => {
    const draft = siteWith()
    const answer = await draft.setPerspective(change({cookie: of(await opened(draft))}, {perspective: 'rSpring'}))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, cleared])
  })

  it('answers 401 to a session that is over, and clears it', async () => {
    const draft = siteWith({maxAge: 1})
    const cookie = await opened(draft)
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 1001})
    const answer = await draft.setPerspective(change({cookie}))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, cleared])
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])(
    'does not answer %s, though a header says POST',
    async (method) => {
      const draft = siteWith()
      const headers = {cookie: await opened(draft), 'X-HTTP-Method-Override': 'POST', 'X-HTTP-Method': 'POST'}
      const answer = await draft.setPerspective(change(headers, {perspective: 'published'}, method))
      expect([answer.status, answer.headers.get('allow'), answer.headers.getSetCookie()]).toEqual([405, 'POST', []])
    },
  )

  it('takes JSON only, and no more than it needs', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    const statusOf = async (headers: Record<string, string>, body: unknown) =>
      (await draft.setPerspective(change({cookie, ...headers}, body))).status
    expect(await statusOf({'Content-Type': 'text/plain'}, '{"perspective":"drafts"}')).toBe(415)
    expect(await statusOf({'Content-Type': 'application/x-www-form-urlencoded'}, 'perspective=drafts')).toBe(415)
    expect(await statusOf({}, 'drafts')).toBe(400)
    expect(await statusOf({}, '["drafts"]')).toBe(400)
    expect(await statusOf({}, {perspective: 'drafts', more: 'x'.repeat(5000)})).toBe(413)
    expect(await statusOf({'Content-Type': 'application/json; charset=utf-8'}, {perspective: 'drafts'})).toBe(204)
  })
})

describe('disable', () => {
  const leave = (cookie: string, path = '/roles/a') => get(linkWith(['pathname', path]), {cookie})

  it('clears the cookie and leads on', async () => {
    const draft = siteWith()
    const answer = await draft.disable(leave(await opened(draft)))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/roles/a'])
    expect(answer.headers.getSetCookie()).toEqual(cleared)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('clears on http what http has set', async () => {
    const draft = siteWith({studioUrl: 'http://localhost:3333'})
    const answer = await draft.disable(get('http://localhost:3000/api/leave'))
    expect(answer.headers.getSetCookie()[0]).toBe(`${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
  })

  it('ends the session, also for whoever has kept its cookie, and all its perspectives', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    const changed = cookieOf(await draft.setPerspective(change({cookie})))
    await draft.disable(leave(changed))
    expect(draft.session(cookie)).toBeNull()
    expect(draft.session(changed)).toBeNull()
    expect((await draft.setPerspective(change({cookie}))).status).toBe(401)
  })

  it('ends the personal link it began with', async () => {
    const draft = siteWith()
    await draft.disable(leave(await opened(draft)))
    const answer = await draft.enable(get(await officialLink()))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []])
    expect(await answer.text()).toBe('The preview of this link was ended. Open the preview from the Studio again.')
  })

  it('does not end a link that others share, nor their sessions', async () => {
    const draft = siteWith()
    const mine = await opened(draft, {secret: shared})
    const theirs = await opened(draft, {secret: shared})
    await draft.disable(leave(mine))
    expect(draft.session(mine)).toBeNull()
    expect(draft.session(theirs)).not.toBeNull()
    expect((await draft.enable(get(linkWith(['secret', shared])))).status).toBe(307)
  })

  it('ends nothing for a cookie that is no session', async () => {
    const draft = siteWith()
    const cookie = await opened(draft)
    await draft.disable(leave(`${cookie}A`))
    await draft.disable(leave(''))
    expect(draft.session(cookie)).not.toBeNull()
  })

  it('answers POST too, and nothing else', async () => {
    const request = (method: string) => new Request(linkWith(['pathname', '/a']), {method})
    expect((await siteWith().disable(request('POST'))).status).toBe(303)
    for (const method of ['HEAD', 'PUT', 'DELETE']) {
      const answer = await siteWith().disable(request(method))
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([405, []])
    }
  })

  it('leads to the start where it names two pages', async () => {
    const answer = await siteWith().disable(get(linkWith(['pathname', '/a'], ['pathname', '/b'])))
    expect(answer.headers.get('location')).toBe('/')
  })
})
