import {describe, expect, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {contentFile, nurse, nurseDraft, shared} from '../support/content.ts'
import {drafts, enableLink, type OpenPreview, path, previewFor, role} from './support/open-preview.ts'

const half = {
  _id: 'drafts.role-half',
  _type: 'role',
  title: 'Half',
  slug: {current: 'half'},
  levels: [{level: 7}, null],
}

const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** A preview, and the cookie of somebody who came from the Studio. */
async function enabled(to = path, perspective = 'drafts') {
  const opened = await previewFor([half])
  const {status, headers} = await opened.get(await enableLink(opened.client, to, perspective))
  expect([status, headers.get('location')]).toEqual([307, to])
  return {...opened, session: {headers: {Cookie: cookieOf(headers)}}}
}

describe('a page of the preview', () => {
  test('says which perspective it is', async () => {
    const {get} = await previewFor([half])
    for (const page of ['/', path, `${path}/markdown`]) {
      expect((await get(page)).text).toContain('<strong>Published.</strong> This is what everybody sees.')
      expect((await get(`${page}?perspective=drafts`)).text).toContain('<strong>Drafts.</strong>')
      expect((await get(`${page}?sanity-preview-perspective=drafts`)).text).toContain('<strong>Drafts.</strong>')
      const release = await get(`${page}?perspective=rSpring1,drafts`)
      expect(release.text).toContain('<strong>Release rSpring1,drafts.</strong>')
      expect(release.text).toContain('aria-current="page">Release rSpring1,drafts</a>')
    }
    expect((await get(`${path}/compare`)).text).toContain('<strong>Side by side.</strong>')
  })

  test.each(['raw', 'previewDrafts', 'x', 'drafts,raw', '', 'r', 'r/../x', `r${'a'.repeat(65)}`, 'published;drafts'])(
    'knows no perspective %j',
    async (perspective) => {
      const {get} = await previewFor()
      const {status, text} = await get(`${path}?perspective=${encodeURIComponent(perspective)}`)
      expect(status).toBe(400)
      expect(text).toContain('There is no such view')
    },
  )

  test('is never kept or found by a search engine, in any perspective', async () => {
    const {get} = await previewFor()
    for (const page of ['/', path, drafts, `${path}/compare`, '/nix', `${path}?perspective=raw`]) {
      const {headers} = await get(page)
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('etag')).toBeNull()
      expect(headers.get('vary')).toBe('Cookie')
    }
  })

  test('may be framed by itself and the Studio of its lake alone', async () => {
    const {get, lake} = await previewFor()
    const policy = (await get(drafts)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`frame-ancestors 'self' http://localhost:${lake().port}`)
    expect(policy).not.toContain('*')
    expect(policy).not.toContain("'unsafe-inline'")
    expect((await get(drafts)).headers.get('x-frame-options')).toBeNull()
  })

  test('names what a draft lacks, and prints the rest', async () => {
    const {get} = await previewFor([half])
    const {status, text} = await get('/roles/half?perspective=drafts')
    expect(status).toBe(200)
    expect(text).toContain('Half Job Description Template')
    for (const field of ['summary', 'responsibilities', 'mustHaveSkills'])
      expect(text).toContain(`<code>${field}</code>`)
    expect((await get('/roles/half')).status).toBe(404)
  })

  test('shows both versions side by side, and names the document behind a change', async () => {
    const {get, client} = await previewFor([half])
    expect((await get(`${path}/compare`)).text).toContain('Nothing printed changes.')
    const id = await client.fetch('*[_id == $role][0].responsibilities[0]._ref', {role})
    const before = await client.getDocument(id)
    await client.create({
      ...before,
      _id: `drafts.${id}`,
      _type: 'responsibility',
      statement: `${before?.statement} Daily.`,
    })
    const {text} = await get(`${path}/compare`)
    expect(text).toContain('Changes in one section: <a href="#compare-responsibilities">Responsibilities</a>.')
    expect(text).toMatch(/<ins[^>]*>.*Daily/)
    expect(text).toContain('esponsibility')
    expect((await get('/roles/half/compare')).text).toContain('Half')
  })

  test('compares a role whose address changes with what it was', async () => {
    const {get, client} = await previewFor()
    const published = await client.getDocument(role)
    await client.create({
      ...published,
      _id: `drafts.${role}`,
      _type: 'role',
      title: 'ML Engineer',
      slug: {current: 'ml'},
    })
    for (const slug of ['machine-learning-engineer', 'ml']) {
      const {status, text} = await get(`/roles/${slug}/compare`)
      expect(status).toBe(200)
      expect(text).toContain('#compare-head')
    }
    expect((await get('/roles/nobody/compare')).status).toBe(404)
  })

  test('leads to the address a role has in this view, where it has another one in the other', async () => {
    const {get, client} = await previewFor()
    const published = await client.getDocument(role)
    await client.create({...published, _id: `drafts.${role}`, _type: 'role', slug: {current: 'ml'}})
    for (const [asked, found] of [
      [`${path}?perspective=drafts`, '/roles/ml?perspective=drafts'],
      [`${path}/markdown?perspective=drafts`, '/roles/ml/markdown?perspective=drafts'],
      ['/roles/ml', path],
    ] as const) {
      const {status, headers} = await get(asked)
      expect([status, headers.get('location')]).toEqual([307, found])
      expect((await get(found)).status).toBe(200)
    }
    expect((await get(`${path}/compare`)).text).toContain('Address of the page')
  })

  test('marks in the list what is made of something that has a draft', async () => {
    const {get, client} = await previewFor()
    const id = await client.fetch('*[_id == $role][0].mustHaveSkills[0].skill._ref', {role})
    const skill = await client.getDocument(id)
    await client.create({...skill, _id: `drafts.${id}`, _type: 'skill', name: 'Other'})
    const {text} = await get('/?perspective=drafts')
    expect(text).toMatch(/Machine Learning Engineer<\/a> <span class="site-state">Uses a draft<\/span>/)
    expect((await get('/')).text).not.toContain('Uses a draft')
  })

  test('says of a release that holds nothing that it may be misspelt', async () => {
    const {get, client} = await previewFor()
    const document = await client.getDocument(role)
    await client.create({...document, _id: `versions.rSpring.${role}`, _type: 'role', title: 'Spring Engineer'})
    const known = await get(`${path}?perspective=rSpring`)
    expect(known.text).toContain('Spring Engineer')
    expect(known.text).not.toContain('holds no document')
    expect((await get(`${path}?perspective=rSprung`)).text).toContain('rSprung holds no document')
    expect((await get(`${path}/compare?perspective=rSpring`)).text).toContain('beside Release rSpring')
  })

  test('lists a role whose slug holds half a character, and goes on', async () => {
    const {get, client} = await previewFor()
    await client.create({_id: 'drafts.half', _type: 'role', title: 'Sur', slug: {current: 'sur\ud800gate'}})
    expect((await get('/?perspective=drafts')).status).toBe(200)
    expect((await get('/roles/surgate?perspective=drafts')).status).toBe(404)
    expect((await get('/')).status).toBe(200)
  })

  test('of files works too, and says that it does not follow', async () => {
    const content = await contentFile([nurse, nurseDraft, ...shared])
    const {stdout, close} = await run(['preview', '--port', '0', '--content', content], {})
    const origin = stdout.trim().replace(/\/$/, '')
    const page = await (await fetch(`${origin}/roles/nurse?perspective=drafts`)).text()
    expect(page).toContain('Head Nurse')
    const stream = await fetch(`${origin}/live?at=/roles/nurse`)
    const {value} = (await stream.body?.getReader().read()) ?? {}
    expect(new TextDecoder().decode(value)).toContain('"isLive":false')
    await close?.()
  })
})

describe('a session', () => {
  test('shows drafts where an address names no perspective, with the way to each field', async () => {
    const {get, session} = await enabled()
    const {text, headers} = await get(path, session)
    expect(text).toContain('<strong>Drafts.</strong>')
    expect(text).toContain('src="/overlays.js" type="module" nonce="')
    expect(headers.get('content-security-policy')).toMatch(/style-src 'self' 'nonce-[\w-]{22}';/)
    expect(text).toMatch(/[\u200b-\u200d\u2060-\u2063\ufeff]{4}/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    const published = await get(`${path}?perspective=published`, session)
    expect(published.text).toContain('<strong>Published.</strong>')
    // The Studio keeps in touch with the page, whose texts lead nowhere.
    expect(published.text).toContain('data-perspective="published"')
    expect(published.text).not.toMatch(/[\u200b-\u200d\u2060-\u2063\ufeff]{4}/)
  })

  test('leads from what is missing to the field', async () => {
    const {get, session} = await enabled('/roles/half')
    expect((await get('/roles/half', session)).text).toMatch(
      /<li data-sanity="id=role-half;type=role;path=summary;base=/,
    )
  })

  test('is asked for by nobody else: the same address without its cookie shows what is published', async () => {
    const {get, session} = await enabled()
    await get(path, session)
    const [name] = session.headers.Cookie.split('=')
    for (const cookie of ['', `${name}=`, `${name}=x.y`, `${session.headers.Cookie}x`]) {
      const {text} = await get(path, {headers: {Cookie: cookie}})
      expect(text).toContain('<strong>Published.</strong>')
      expect(text).not.toContain('overlays.js')
    }
  })

  test('changes its perspective from its own pages alone', async () => {
    const {get, session, origin} = await enabled()
    const ask = (Origin: string | null, body: object) =>
      get('/preview/perspective', {
        method: 'POST',
        headers: {...session.headers, 'Content-Type': 'application/json', ...(Origin !== null && {Origin})},
        body: JSON.stringify(body),
      })
    expect((await ask('null', {perspective: 'published'})).status).toBe(403)
    expect((await ask('http://evil.example', {perspective: 'published'})).status).toBe(403)
    expect((await ask(origin, {perspective: 'raw'})).status).toBe(400)
    const {status, headers} = await ask(origin, {perspective: 'published'})
    expect(status).toBe(204)
    expect((await get(path, {headers: {Cookie: cookieOf(headers)}})).text).toContain('<strong>Published.</strong>')
  })

  test('ends', async () => {
    const {get, session} = await enabled()
    const {status, headers} = await get('/preview/disable', session)
    expect(status).toBe(303)
    expect(headers.getSetCookie()[0]).toMatch(/^roleprint-preview-\w+=;.*Max-Age=0/)
    expect((await get(path, session)).text).toContain('<strong>Published.</strong>')
  })

  test('is not given to whoever has no secret', async () => {
    const {get} = await previewFor()
    for (const search of ['', '?sanity-preview-secret=', '?sanity-preview-secret=x', '?preview=1']) {
      const {status, headers} = await get(`/preview/enable${search}`)
      expect(status).toBe(401)
      expect(headers.getSetCookie()).toEqual([])
    }
  })
})

describe('what the preview gives away', () => {
  let opened: OpenPreview
  test('does not hold the token, wherever one looks', async () => {
    opened = await previewFor([half])
    const {get, client, lake} = opened
    const {token} = lake()
    const {headers} = await get(await enableLink(client))
    const session = {headers: {Cookie: cookieOf(headers)}}
    const pages = ['/', path, drafts, `${path}/compare`, `${path}/json`, '/roles/half?perspective=drafts', '/nix', '/%']
    const files = ['/follow.js', '/overlays.js', '/roleprint.js', '/site.css', '/preview/enable', '/preview/disable']
    for (const address of [...pages, ...files, '/?perspective=raw', '/live', '/live?at=//evil.example/']) {
      for (const init of [{}, session, {method: 'POST', body: 'x'}]) {
        const answer = await get(address, init)
        expect(answer.text + JSON.stringify([...answer.headers])).not.toContain(token)
      }
    }
  })

  test('is not more while the lake is away', async () => {
    const {get, restartLake, lake} = await previewFor()
    const {token} = lake()
    await restartLake(async () => {
      for (const address of ['/', drafts, `${path}/compare`]) {
        const {status, text} = await get(address)
        expect(status).toBe(502)
        expect(text).toContain('cannot be reached')
        expect(text).not.toContain(token)
        expect(text).not.toMatch(/\bat .+:\d+:\d+/)
      }
    })
    expect((await get(drafts)).status).toBe(200)
  })
})
