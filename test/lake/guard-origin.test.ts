import {describe, expect, test} from 'vitest'
import {bearer, guardedLake, untouched, version} from './support/guarded.ts'
import {raw, request} from './support/raw.ts'

const mutation = '{"mutations":[{"create":{"_id":"planted","_type":"role"}}]}'
const query = `/v${version}/data/query/production?query=*`
const json = ['Content-Type: application/json']

/** Origins of pages that are not the lake's own. `PORT` is its port. */
const foreign = [
  ...['https://evil.example', 'null', 'http://localhost:PORT.evil', 'http://localhost', 'http://localhost:1'],
  ...['https://localhost:PORT', 'http://evil.localhost:PORT', 'http://localhost:PORT/', 'HTTP://LOCALHOST:PORT'],
  ...['http://127.0.0.1:PORT@evil.example', 'http://s0.local.localhost:PORT', 'file://', 'chrome-extension://abcdef'],
  ...['', ' ', '*', 'http://localhost:PORT, https://evil.example'],
]

/** What such a page may try, each as it would be right for the lake's own page. */
const attempts: [what: string, make: (headers: string[], port: number) => string][] = [
  ['a query', (headers, port) => request(port, query, {headers})],
  ['a listener', (headers, port) => request(port, `/v${version}/data/listen/production?query=*`, {headers})],
  [
    'a mutation',
    (headers, port) => {
      const mutate = {method: 'POST', headers: [...headers, ...json], body: mutation}
      return request(port, `/v${version}/data/mutate/production`, mutate)
    },
  ],
]

describe.each(attempts)('%s with the token is refused and not carried out', (_what, make) => {
  test.each(foreign)('from a page of %j', async (origin) => {
    const lake = await guardedLake()
    const named = `Origin: ${origin.replaceAll('PORT', String(lake.port))}`
    const headers = [`Authorization: Bearer ${lake.token}`, named]
    const answer = await untouched(lake, () => raw(lake.port, make(headers, lake.port)))
    expect(answer).toMatchObject({status: 403, body: expect.stringContaining('origin')})
    expect(answer.headers).not.toMatch(/access-control-/i)
  })
})

describe('whether a page may ask', () => {
  const asked = async (origin: string) => {
    const lake = await guardedLake()
    const named = origin.replaceAll('PORT', String(lake.port))
    const answer = await fetch(`${lake.url}/v${version}/check/cors`, {headers: {Origin: named}})
    return {named, status: answer.status, allows: answer.headers.get('access-control-allow-origin'), answer}
  }

  test.each([
    ['https://evil.example', false],
    ['http://localhost:PORT', true],
  ])('is told to a page of %s', async (origin, allowed) => {
    const {named, status, allows, answer} = await asked(origin)
    expect([status, allows]).toEqual([200, named])
    expect(await answer.json()).toEqual({result: {allowed, withCredentials: allowed}})
  })

  test.each(['null', '*', 'http://localhost:PORT/', 'file://'])(
    'is not told to %s, which is no origin',
    async (origin) => {
      const {status, allows} = await asked(origin)
      expect([status, allows]).toEqual([403, null])
    },
  )
})

/** Requests of a browser without an origin: pictures, forms of old, links. */
const crossSite: [why: string, method: string, path: string, headers: string[]][] = [
  ['a picture', 'GET', query, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image']],
  ['a script', 'GET', query, ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script']],
  ['a link to a query', 'GET', query, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']],
  ['a link to a session', 'GET', '/v1/auth/fetch?sid=x', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']],
  [
    'a frame of a query',
    'GET',
    query,
    ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'],
  ],
  ['a form', 'POST', `/v${version}/data/mutate/production`, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']],
  ['a form to the page', 'POST', '/', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']],
  ['an unknown kind of site', 'GET', query, ['Sec-Fetch-Site: elsewhere']],
  [
    'a fetch of a picture',
    'GET',
    '/images/local/production/x.png',
    ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors'],
  ],
  [
    'a path that looks like pictures',
    'GET',
    `/images/../v${version}/data/query/production?query=1`,
    ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors'],
  ],
]

test.each(crossSite)('%s on another site, which names no origin, is refused', async (_why, method, path, more) => {
  const lake = await guardedLake()
  const headers = [`Authorization: Bearer ${lake.token}`, ...json, ...more]
  const answer = await untouched(lake, () =>
    raw(lake.port, request(lake.port, path, {method, headers, body: method === 'POST' ? mutation : ''})),
  )
  expect(answer.status).toBe(403)
})

describe('a page that may ask', () => {
  test.each(['http://localhost:PORT', 'http://127.0.0.1:PORT', 'http://local.localhost:PORT', 'http://localhost:3000'])(
    'of %s is answered, named alone, and told apart in caches',
    async (named) => {
      const lake = await guardedLake({origins: ['http://localhost:3000']})
      const origin = named.replace('PORT', String(lake.port))
      const {headers, status} = await fetch(`${lake.url}${query}`, {headers: {...bearer(lake), Origin: origin}})
      expect([status, headers.get('vary'), headers.get('access-control-allow-origin')]).toEqual([200, 'Origin', origin])
      expect(headers.get('access-control-allow-credentials')).toBe('true')
    },
  )

  test('is told before it writes that it may, on a private network too', async () => {
    const lake = await guardedLake({origins: ['http://localhost:3000']})
    const asks = ['Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: authorization']
    const preflight = (origin: string) => {
      const headers = [`Origin: ${origin}`, ...asks, 'Access-Control-Request-Private-Network: true']
      return raw(lake.port, request(lake.port, `/v${version}/data/mutate/production`, {method: 'OPTIONS', headers}))
    }
    const allowed = await preflight('http://localhost:3000')
    expect(allowed.status).toBe(204)
    expect(allowed.headers).toMatch(/^access-control-allow-private-network: true$/im)
    const refused = await preflight('http://localhost:3001')
    expect(refused.status).toBe(403)
    expect(refused.headers).not.toMatch(/access-control-/i)
  })

  test.each(['*', 'null', 'localhost:3000', 'http://localhost:3000/', 'file://'])(
    'cannot be named as %j when the lake is started',
    async (origin) => {
      await expect(guardedLake({origins: [origin]})).rejects.toThrow('no origin')
    },
  )
})

test.each([
  ['a page of the lake itself', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors']],
  ['somebody who types the address', ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate']],
  ['a program', []],
])('a query of %s is answered', async (_who, headers) => {
  const lake = await guardedLake()
  expect((await raw(lake.port, request(lake.port, query, {headers}))).status).toBe(200)
})

test('a link on another site may lead to the Studio’s page, and a picture may be shown there', async () => {
  const lake = await guardedLake()
  const visit = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate']
  const shown = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors']
  expect((await raw(lake.port, request(lake.port, '/', {headers: visit}))).status).toBe(200)
  expect((await raw(lake.port, request(lake.port, '/images/local/production/x.png', {headers: shown}))).status).toBe(
    404,
  )
})
