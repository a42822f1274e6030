import {describe, expect, test} from 'vitest'
import type {Lake} from '../../src/lake/index.ts'
import {lockFolder} from '../../src/lake/store/lock.ts'
import {openDatabase} from '../../src/lake/store/open.ts'
import {Store} from '../../src/lake/store/store.ts'
import {newFolder} from './support/folder.ts'
import {bearer, guardedLake, version} from './support/guarded.ts'
import {clientOf} from './support/lake.ts'

/** Asks as the Studio does. */
const asked = (lake: Lake, path: string, headers: Record<string, string> = bearer(lake)) =>
  fetch(`${lake.url}/v${version}${path}`, {headers})

async function answered(lake: Lake, path: string, headers?: Record<string, string>): Promise<unknown> {
  const answer = await asked(lake, path, headers)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}

describe('the Studio is told', () => {
  test('who is there: one person, who may do everything', async () => {
    const lake = await guardedLake()
    const you = {id: 'local', name: 'You', email: 'you@localhost', profileImage: null, role: 'administrator'}
    expect(await answered(lake, '/users/me')).toMatchObject({...you, roles: [{name: 'administrator'}]})
    expect(await answered(lake, '/auth/id')).toEqual({id: 'local'})
    const [rights, ...none] = (await answered(lake, '/projects/local/datasets/production/acl')) as object[]
    const permissions = expect.arrayContaining(['read', 'create', 'update', 'history'])
    expect([rights, none]).toEqual([{filter: '_id in path("**")', permissions}, []])
  })

  test('of whoever has written here that it was this person, and of nobody else', async () => {
    const dataDir = newFolder()
    const release = lockFolder(dataDir)
    const store = new Store(openDatabase(dataDir))
    const body = JSON.stringify({_id: 'old', _type: 'role', _rev: 'one'})
    const change = {documentId: 'old', before: null, after: body, links: []}
    store.commit({id: 'one', author: 'p8x1', timestamp: store.now(), changes: [change]})
    store.close()
    release()
    const lake = await guardedLake({dataDir})
    expect(await answered(lake, '/users/p8x1')).toMatchObject({id: 'p8x1', name: 'You'})
    expect(await answered(lake, '/users/local')).toMatchObject({id: 'local', name: 'You'})
    expect(await answered(lake, '/users/p8x1,nobody,local')).toMatchObject([{id: 'p8x1'}, {id: 'local'}])
    for (const id of ['nobody', 'p8x', 'P8X1', '%25']) {
      const answer = await asked(lake, `/users/${id}`)
      expect([id, answer.status, (await answer.json()).message]).toEqual([id, 404, expect.stringContaining('Nobody')])
    }
  })

  test('of its project what it is called, and of no other', async () => {
    const lake = await guardedLake({project: 'ward', seed: []})
    expect(await answered(lake, '/projects/ward')).toEqual({id: 'ward', displayName: 'ward', members: []})
    for (const path of ['/projects/other', '/projects/other/grants', '/projects/ward/datasets/other/acl']) {
      expect([path, (await asked(lake, path)).status]).toEqual([path, 404])
    }
  })

  test('which dataset there is, as a client lists them', async () => {
    const lake = await guardedLake()
    for (const useProjectHostname of [false, true]) {
      const path = useProjectHostname ? '/datasets' : '/projects/local/datasets'
      expect(await answered(lake, path)).toMatchObject([{name: 'production', aclMode: 'private'}])
    }
    expect(await clientOf(lake).datasets.list()).toMatchObject([{name: 'production'}])
  })

  test.each<[path: string, nothing: unknown]>([
    ['/projects/local/grants', {}],
    ['/projects/local/user-applications', []],
    ['/features', []],
    ['/journey/welcome', null],
    ['/help', {}],
  ])('that there is nothing of what only the hosted service has: %s', async (path, nothing) => {
    const lake = await guardedLake()
    expect(await answered(lake, path)).toEqual(nothing)
    expect((await asked(lake, path, {})).status).toBe(401)
  })

  test.each<[path: string, answer: object]>([
    ['/ping', {pong: true}],
    ['/check/cors', {result: {allowed: true, withCredentials: true}}],
    ['/auth/providers', {providers: []}],
  ])('before it has signed in, that it may: %s', async (path, answer) => {
    expect(await answered(await guardedLake(), path, {})).toEqual(answer)
  })
})

describe('the address the Studio is opened with', () => {
  const sidOf = (lake: Lake) => new URLSearchParams(new URL(lake.studioUrl()).hash.slice(1)).get('sid')

  test('gives the token, and no cookie, which a browser would send to other ports too', async () => {
    const lake = await guardedLake()
    const answer = await asked(lake, `/auth/fetch?sid=${sidOf(lake)}`, {})
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.json()).toEqual({token: lake.token})
  })

  test('works once, and a new one then', async () => {
    const lake = await guardedLake()
    const path = `/auth/fetch?sid=${sidOf(lake)}`
    await answered(lake, path, {})
    const again = await asked(lake, path, {})
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
    expect(await again.json()).toMatchObject({message: expect.stringContaining('used before')})
    await answered(lake, `/auth/fetch?sid=${sidOf(lake)}`, {})
  })

  test.each(['', '?sid=', '?sid=guessed'])('cannot be made up: %s', async (search) => {
    const lake = await guardedLake()
    const {status, headers} = await asked(lake, `/auth/fetch${search}`, {})
    expect([status, headers.get('set-cookie')]).toEqual([401, null])
  })
})

describe('how somebody likes their Studio', () => {
  const keep = (lake: Lake, pairs: unknown, headers: Record<string, string> = bearer(lake)) =>
    fetch(`${lake.url}/v${version}/users/me/keyvalue`, {
      ...{method: 'PUT', headers: {'Content-Type': 'application/json', ...headers}},
      body: JSON.stringify(pairs),
    })
  const kept = (lake: Lake, keys: string) => answered(lake, `/users/me/keyvalue/${keys}`)

  test('is kept under each key, whatever it is, and told in the order of the question', async () => {
    const lake = await guardedLake()
    const pairs = [
      {key: 'studio.layout', value: {width: 320, open: ['a', 'b']}},
      {key: 'studio.theme', value: 'dark'},
    ]
    const answer = await keep(lake, pairs)
    expect([answer.status, await answer.json()]).toEqual([200, pairs])
    expect(await kept(lake, 'studio.theme,never,studio.layout')).toEqual([
      pairs[1],
      {key: 'never', value: null},
      pairs[0],
    ])
  })

  test('is what was said last, and nothing where that was taken back', async () => {
    const lake = await guardedLake()
    await keep(lake, [{key: 'theme', value: 'dark'}])
    await keep(lake, [{key: 'theme', value: 'light'}])
    expect(await kept(lake, 'theme')).toEqual([{key: 'theme', value: 'light'}])
    await keep(lake, [{key: 'theme'}])
    expect(await kept(lake, 'theme')).toEqual([{key: 'theme', value: null}])
  })

  test('is told for a hundred keys at most', async () => {
    const keys = Array.from({length: 101}, (_, index) => `key-${index}`)
    expect(await kept(await guardedLake(), keys.join(','))).toHaveLength(100)
  })

  test('is no way to what the lake keeps about itself', async () => {
    const lake = await guardedLake()
    await keep(lake, [{key: 'project', value: 'other'}])
    expect(await kept(lake, 'dataset')).toEqual([{key: 'dataset', value: null}])
    expect(await answered(lake, '/projects/local')).toMatchObject({id: 'local'})
  })

  test.each<[what: string, pairs: unknown]>([
    ['no list', {key: 'theme', value: 'dark'}],
    ['a list of nothing', [{key: 'theme', value: 'dark'}, null]],
    ['a list of texts', [{key: 'theme', value: 'dark'}, 'theme']],
    [
      'a key that is no text',
      [
        {key: 'theme', value: 'dark'},
        {key: 5, value: 'dark'},
      ],
    ],
    [
      'a key of more than 200 letters',
      [
        {key: 'theme', value: 'dark'},
        {key: 'k'.repeat(201), value: 'dark'},
      ],
    ],
  ])('is refused as %s, and nothing of it is kept', async (_, pairs) => {
    const lake = await guardedLake()
    const answer = await keep(lake, pairs)
    expect([answer.status, await answer.json()]).toMatchObject([400, {error: 'Bad Request'}])
    expect(await kept(lake, 'theme')).toEqual([{key: 'theme', value: null}])
  })

  test('is nobody’s business without the token', async () => {
    const lake = await guardedLake()
    await keep(lake, [{key: 'theme', value: 'dark'}])
    expect((await keep(lake, [{key: 'theme', value: 'light'}], {})).status).toBe(401)
    expect((await asked(lake, '/users/me/keyvalue/theme', {})).status).toBe(401)
    expect(await kept(lake, 'theme')).toEqual([{key: 'theme', value: 'dark'}])
  })
})
