import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {guardedLake} from './support/guarded.ts'
import {raw, request} from './support/raw.ts'

/** A built Studio in a folder, beside a file that is nobody's business. */
function studioFolder() {
  const root = mkdtempSync(join(tmpdir(), 'studio-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  const folder = join(root, 'studio')
  mkdirSync(join(folder, 'static'), {recursive: true})
  mkdirSync(join(root, 'outside'))
  writeFileSync(join(root, 'outside/secret.txt'), 'secret')
  writeFileSync(join(root, 'studio-secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Studio</title>')
  writeFileSync(join(folder, 'static/app.js'), 'studio()')
  symlinkSync(join(root, 'outside/secret.txt'), join(folder, 'link.txt'))
  symlinkSync(join(root, 'outside'), join(folder, 'linked'))
  return {root, folder}
}

const outside = [
  ...[
    '/..%2foutside%2fsecret.txt',
    '/..%2f..%2fetc/passwd',
    '/../outside/secret.txt',
    '/static/../../outside/secret.txt',
  ],
  ...['/%2e%2e/outside/secret.txt', '/..%5coutside%5csecret.txt', '/..%252foutside%252fsecret.txt', '//etc/passwd'],
  ...[
    '/-secret.txt',
    '/link.txt',
    '/linked/secret.txt',
    '/static/app.js/',
    '/static/app.js%00',
    '/%00',
    '/static/%00.js',
  ],
  ...[
    '/index.html%00.js',
    '/file:///etc/passwd',
    '/etc/passwd',
    '/.',
    '/..',
    '/static/..',
    '/%2e%2e/%2e%2e/etc/passwd',
  ],
  ...['/__proto__', '/constructor', '/toString.js', '/static/', '/%ff', '/%', '/./index.html', '//static/app.js'],
]

/** These lead out of the folder or can be no file; the Studio has no page of such a name either. */
const never = outside.filter((path) => /\.\.|%2e|%00|%5c|\/\/|\/\.|%ff|%$|\.txt|\.js/.test(path))

describe('a path that leads out of the Studio’s folder', () => {
  test.each(outside)('%s shows nothing of what is there', async (path) => {
    const {folder} = studioFolder()
    const lake = await guardedLake({studio: folder})
    const {body, status} = await raw(lake.port, request(lake.port, path))
    expect(body).not.toMatch(/secret|root:|studio\(\)/)
    expect([200, 400, 404]).toContain(status)
  })

  test.each(never)('%s is no page of the Studio', async (path) => {
    const {folder} = studioFolder()
    const lake = await guardedLake({studio: folder})
    expect((await raw(lake.port, request(lake.port, path))).status).toBe(404)
  })
})

test.each(['/', '/structure', '/structure/role;nurse', '/index.html', '/static/app.js'])(
  'the Studio’s own path %s is served, under a policy, to be framed by itself only',
  async (path) => {
    const {folder} = studioFolder()
    const lake = await guardedLake({studio: folder})
    const {status, headers} = await raw(lake.port, request(lake.port, path))
    expect(status).toBe(200)
    expect(headers).toMatch(/^content-security-policy: .*frame-ancestors 'self'/im)
    expect(headers).toMatch(/^x-content-type-options: nosniff/im)
  },
)

test('a Studio shows in a frame what it was told of, and nothing else', async () => {
  const {folder} = studioFolder()
  const frames = ['http://localhost:4321']
  const lake = await guardedLake({studio: folder, frames})
  const page = await raw(lake.port, request(lake.port, '/'))
  expect(page.headers).toMatch(/ frame-src 'self' http:\/\/localhost:4321; /)
  expect(JSON.parse((await raw(lake.port, request(lake.port, '/frames.json'))).body)).toEqual(frames)
  lake.serveStudio(folder)
  expect((await raw(lake.port, request(lake.port, '/'))).headers).toMatch(/ frame-src 'self'; /)
  for (const bad of [
    '*',
    'http://localhost:4321/',
    "http://a;script-src'self'",
    'javascript:1',
    'https://*.example.com',
  ])
    expect(() => lake.serveStudio(folder, {frames: [bad]})).toThrow('is no origin')
})

test('a folder is the same folder however it is written', async () => {
  const {folder} = studioFolder()
  const written = [
    `${folder}/`,
    `./${relative('.', folder)}`,
    folder.replace('/studio-', '//studio-'),
    `${folder}/static/..`,
  ]
  for (const studio of written) {
    const lake = await guardedLake({studio})
    const {body} = await raw(lake.port, request(lake.port, '/static/app.js'))
    expect([studio, body]).toEqual([studio, 'studio()'])
  }
})

test('a file that is replaced by a link after the start is not followed', async () => {
  const {root, folder} = studioFolder()
  const lake = await guardedLake({studio: folder})
  rmSync(join(folder, 'static/app.js'))
  symlinkSync(join(root, 'outside/secret.txt'), join(folder, 'static/app.js'))
  const {body} = await raw(lake.port, request(lake.port, '/static/app.js'))
  expect(body).not.toContain('secret')
})

test('a lake without a Studio has one page, and it is text', async () => {
  const lake = await guardedLake()
  expect((await raw(lake.port, request(lake.port, '/'))).headers).toMatch(/content-type: text\/plain/i)
  for (const path of outside) {
    const {status} = await raw(lake.port, request(lake.port, path))
    expect([path, status === 404 || status === 400]).toEqual([path, true])
  }
})

const injected = [
  '%0d%0aX-Injected:%20yes',
  '%0aX-Injected:%20yes',
  '<script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
]

test.each(injected)('%s is told back in JSON at most, and in no header', async (text) => {
  const lake = await guardedLake()
  const encoded = text.replaceAll('<', '%3C').replaceAll('>', '%3E')
  for (const path of [
    `/v1/data/query/production?query=*&tag=${encoded}`,
    `/v1/data/query/production?query=${encoded}`,
    `/v1/data/query/${encoded}?query=*`,
    `/v1/data/query/production?query=1&perspective=${encoded}`,
    `/v1/data/doc/production/${encoded}`,
    `/v1/users/${encoded}`,
    `/v1/${encoded}`,
    `/${encoded}`,
  ]) {
    const {headers} = await raw(lake.port, request(lake.port, path, {headers: [`Authorization: Bearer ${lake.token}`]}))
    expect([path, /injected|script/i.exec(headers)?.[0]]).toEqual([path, undefined])
    expect(headers).toMatch(/^content-type: application\/json/im)
    expect(headers).toMatch(/^x-content-type-options: nosniff/im)
  }
})

describe('a Studio that was not ready at the start', () => {
  test('takes the place of what was shown meanwhile', async () => {
    const {root, folder} = studioFolder()
    const waiting = join(root, 'waiting')
    mkdirSync(waiting)
    writeFileSync(join(waiting, 'index.html'), '<!doctype html><title>Wait</title>')
    const lake = await guardedLake({studio: waiting})
    const page = async () => (await raw(lake.port, request(lake.port, '/'))).body
    expect(await page()).toContain('<title>Wait</title>')
    lake.serveStudio(folder)
    expect(await page()).toContain('<title>Studio</title>')
    expect((await raw(lake.port, request(lake.port, '/static/app.js'))).body).toContain('studio()')
  })
})
