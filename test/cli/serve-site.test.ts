import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {contentFile, nurse, shared} from './support/content.ts'
import {fakeLake, json} from './support/fake-lake.ts'
import {raw} from './support/raw-request.ts'
import {documents, sample, serve} from './support/site.ts'

describe('the sample site', () => {
  test('says where it is and nothing else', async () => {
    const {stdout, stderr, exitCode, port} = await sample()
    expect({stdout, stderr, exitCode}).toEqual({stdout: `http://localhost:${port}/\n`, stderr: '', exitCode: 0})
  })

  test('lists the published roles on its first page, and drafts where asked', async () => {
    const {get} = await sample()
    const published = await get('/')
    expect(published.text).toContain('<a href="/roles/nurse">Nurse</a>')
    expect(published.text).not.toContain('cook')
    const drafts = await get('/?perspective=drafts')
    expect(drafts.text).toContain(
      '<a href="/roles/nurse?perspective=drafts">Head Nurse</a> <span class="site-state">Changed</span>',
    )
    expect(drafts.text).toContain('>Cook &#60;b&#62;&#34;1&#34;&#60;/b&#62;</a>')
    expect(drafts.text).toMatch(/>Baker<\/a><\/h2>/)
  })

  test('shows the page of a role under its address, with its tabs and structured data', async () => {
    const {get} = await sample()
    const {status, headers, text} = await get('/roles/nurse')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain('href="/roleprint.css"')
    expect(text).toContain('src="/roleprint.js"')
    expect(text).toContain('application/ld+json')
    expect(text).toContain('<a href="/roles/nurse" aria-current="page">Page</a>')
    for (const name of ['markdown', 'text', 'html', 'jsonld', 'json']) expect(text).toContain(`/roles/nurse/${name}"`)
    expect(await get('/roles/nurse/')).toMatchObject({status: 200, text})
  })

  test.each([
    ['markdown', 'job-description.md', 'text/markdown', '# Nurse — Job Description'],
    ['text', 'job-description.txt', 'text/plain', 'Nurse — Job Description'],
    ['html', 'job-description.html', 'text/html', '<h1>Nurse — Job Description</h1>'],
    ['jsonld', 'data.jsonld', 'application/ld+json', '"@context"'],
    ['json', 'data.json', 'application/json', '"kind": "page"'],
  ])('shows the tab %s, and its file %s', async (tab, file, type, content) => {
    const {get} = await sample()
    const shown = await get(`/roles/nurse/${tab}`)
    expect(shown.text).toContain(`href="/roles/nurse/${tab}" aria-current="page"`)
    expect(shown.text).toContain(`<a href="/roles/nurse/${file}">${file}</a>`)
    expect(shown.text).toContain(content.replace(/[<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`))
    const alone = await get(`/roles/nurse/${file}`)
    expect(alone.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(alone.text).toContain(content)
    expect(alone.text).toBe(
      (await run(['render', 'nurse', '--format', tab, '--content', await contentFile(documents)], {})).stdout,
    )
  })

  test('has an address for each language of a slug, below its own where the site has another', async () => {
    const german = {...nurse, _id: 'role-pflege', title: 'Pflegekraft', language: 'de'}
    const settings = {_id: 'siteSettings', _type: 'siteSettings', language: 'en'}
    const {get} = await serve(['--content', await contentFile([nurse, german, ...shared, settings])])
    const list = (await get('/')).text
    expect(list).toContain('<a href="/roles/nurse">Nurse</a>')
    expect(list).toContain('<a href="/roles/de/nurse" lang="de" dir="auto">Pflegekraft</a>')
    expect((await get('/roles/nurse')).text).toContain('<h1 class="roleprint-title">Nurse Job Description')
    expect((await get('/roles/de/nurse')).text).toContain('<html lang="de"')
    expect((await get('/roles/de/nurse/job-description.md')).text).toContain('# Pflegekraft – Stellenbeschreibung')
    expect(await get('/roles/fr/nurse')).toMatchObject({status: 404})
  })

  test('shows a job description for one level', async () => {
    const {get} = await sample()
    const every = await get('/roles/nurse/markdown')
    expect(every.text).toContain('<a href="/roles/nurse/markdown?level=junior">Junior</a>')
    expect((await get('/roles/nurse/markdown?level=junior')).text).toContain('Learn the ward.')
    expect((await get('/roles/nurse/job-description.md?level=junior')).text).toContain('Learn the ward.')
    expect((await get('/roles/nurse/markdown?level=lead')).status).toBe(404)
    expect((await get('/roles/nurse/markdown?level=boss')).status).toBe(400)
  })

  test('says so wherever drafts are shown, and keeps to them', async () => {
    const {get} = await sample()
    for (const path of ['/', '/roles/nurse', '/roles/nurse/markdown', '/roles/no-such-role']) {
      expect((await get(path)).text).not.toContain('<strong>Drafts.</strong>')
      const drafts = await get(`${path}?perspective=drafts`)
      expect(drafts.text).toContain('<p class="site-banner"><strong>Drafts.</strong>')
      expect(drafts.text).toContain(`<a href="${path}?perspective=drafts" aria-current="page">Drafts</a>`)
    }
    expect((await get('/roles/nurse?perspective=drafts')).text).toContain('/roles/nurse/markdown?perspective=drafts')
    expect((await get('/roles/nurse/job-description.md?perspective=drafts')).text).toContain('# Head Nurse')
    expect((await get('/?perspective=raw')).status).toBe(400)
  })

  test('lists what is to be mended in a draft', async () => {
    const {get} = await sample()
    const {status, text} = await get('/roles/baker?perspective=drafts')
    expect(status).toBe(200)
    expect(text).toMatch(/<summary>\w+ things? to mend in this role<\/summary><ul><li><code>summary<\/code> is missing/)
  })

  test('explains what is not there, and what is near', async () => {
    const {get} = await sample()
    for (const path of ['/roles/nurze', '/nurze', '/some/nurze']) {
      const {status, text} = await get(path)
      expect(status).toBe(404)
      expect(text).toContain('<a href="/roles/nurse">nurse</a>')
      expect(text).toContain(`<a href="${path}?perspective=drafts">look among the drafts</a>`)
    }
    expect((await get('/roles/nurse/pdf')).text).toContain('<a href="/roles/nurse">nurse</a>')
    expect((await get('//evil.example')).text).not.toMatch(/href="[^"]*\/\//)
    const hostile = await get('/roles/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(hostile.status).toBe(404)
    expect(hostile.text).not.toContain('<script>')
  })

  test('explains what cannot be printed, without a stack trace', async () => {
    const {get} = await sample()
    const {status, text} = await get('/roles/baker')
    expect(status).toBe(500)
    expect(text).toContain('summary (document role-baker): is missing; fill it in and publish')
    expect(text).not.toMatch(/\bat .+:\d+:\d+/)
  })

  test('explains a project that refuses, and never shows the token', async () => {
    const {apiHost} = await fakeLake(json(401, {statusCode: 401, error: 'Unauthorized', message: 'no sk-Canary'}))
    const {get} = await serve(['--project', 'a', '--dataset', 'b', '--api-host', apiHost], {
      SANITY_API_READ_TOKEN: 'sk-Canary',
    })
    for (const path of ['/', '/roles/nurse', '/nix']) {
      const {status, text} = await get(path)
      expect(status).toBe(502)
      expect(text).toContain('Check that the token in SANITY_API_READ_TOKEN may read')
      expect(text).not.toContain('sk-Canary')
    }
  })

  test.each([
    '/roles/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/roles/..%2f..%2fpackage.json',
    '/..\\..\\x',
    '//x',
    '/%',
    '/roles/%00',
  ])('has nothing at %s', async (path) => {
    const {port} = await sample()
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toContain('There is nothing here')
  })

  test('ships its own style sheets, script and icon', async () => {
    const {get} = await sample()
    expect((await get('/site.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await get('/roleprint.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await get('/roleprint.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await get('/favicon.ico')).headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  })
})
