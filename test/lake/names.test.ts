import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {startLake} from '../../src/lake/index.ts'
import {isDatasetName, isDocumentId, isProjectId} from '../../src/lake/rules.ts'
import {bearer, guardedLake, mutate, untouched, version} from './support/guarded.ts'
import {raw, request} from './support/raw.ts'

const data = `/v${version}/data`

const badDatasets = [
  '..%2fx',
  '..%2f..%2fetc',
  '%2e%2e',
  '%2e',
  'a%2fb',
  'a%5cb',
  'a%00b',
  'CON',
  'a'.repeat(65),
  '%C3%85',
  '~',
]
const moreBadDatasets = [
  '-a',
  'a.b',
  '%',
  '%zz',
  'a%20',
  '%0d%0aX:%201',
  'production%00',
  '%252e%252e',
  'production%2f',
]

describe('a dataset that is no name is refused', () => {
  test.each([...badDatasets, ...moreBadDatasets])('%s', async (name) => {
    const lake = await guardedLake()
    const headers = [`Authorization: Bearer ${lake.token}`, 'Content-Type: application/json']
    const body = '{"mutations":[{"delete":{"id":"nurse"}}]}'
    const statuses = await untouched(lake, async () => [
      (await raw(lake.port, request(lake.port, `${data}/query/${name}?query=*`, {headers}))).status,
      (await raw(lake.port, request(lake.port, `${data}/mutate/${name}`, {method: 'POST', headers, body}))).status,
      (await raw(lake.port, request(lake.port, `${data}/export/${name}`, {headers}))).status,
      (await raw(lake.port, request(lake.port, `/v1/projects/local/datasets/${name}/acl`, {headers}))).status,
      (await raw(lake.port, request(lake.port, `/images/local/${name}/x.png`, {headers}))).status,
    ])
    expect(statuses).toEqual([400, 400, 400, 400, 400])
  })

  test.each(['..', '.'])('%s is taken for no path at all', async (name) => {
    const lake = await guardedLake()
    const headers = [`Authorization: Bearer ${lake.token}`]
    const {status} = await raw(lake.port, request(lake.port, `${data}/query/${name}?query=*`, {headers}))
    expect([400, 404]).toContain(status)
  })

  test.each(['productio', 'production2', '~production', 'toString'])('%s is another one’s', async (name) => {
    const lake = await guardedLake()
    const {status} = await fetch(`${lake.url}${data}/query/${name.toLowerCase()}?query=*`, {headers: bearer(lake)})
    expect(status).toBe(404)
  })
})

test.each([
  '..%2flocal',
  '%2e%2e',
  'LOCAL',
  'a'.repeat(64),
  'a_b',
  'a.b',
  '-a',
  'a-',
  '%C3%85',
  'local%00',
  '__proto__',
])('a project that is no name is refused: %s', async (name) => {
  const lake = await guardedLake()
  for (const path of [`/v1/projects/${name}`, `/v1/projects/${name}/datasets`, `/images/${name}/production/x.png`]) {
    const {status} = await raw(lake.port, request(lake.port, path, {headers: [`Authorization: Bearer ${lake.token}`]}))
    expect([path, status]).toEqual([path, 400])
  }
})

test.each(['../x', 'a/b', 'CON', 'a'.repeat(65), 'Å', '~', '', '.', 'a\0b', '__proto__'])(
  'no lake is started for the dataset %j',
  async (dataset) => {
    await expect(startLake({dataDir: ':memory:', port: 0, dataset})).rejects.toThrow('no dataset name')
  },
)

const badIds = [
  'a/../b',
  'drafts..x',
  'a..b',
  'a'.repeat(129),
  '.a',
  '-a',
  'a b',
  'a\0',
  'a\nb',
  'Å',
  '',
  'a%2fb',
  '<x>',
  'a"b',
]
const unfinished = ['drafts..', 'a..', '..', '.', `${'a'.repeat(127)}.`, 'drafts.a..']

describe('an id that is none is refused', () => {
  test.each(badIds)('in a mutation: %j', async (id) => {
    const lake = await guardedLake()
    const steps = [{create: {_id: id, _type: 'role'}}, {createOrReplace: {_id: id, _type: 'role'}}, {delete: {id}}]
    for (const step of [...steps, {createIfNotExists: {_id: id, _type: 'role'}}, {patch: {id, set: {title: 'x'}}}]) {
      if (id === '' && !('delete' in step || 'patch' in step)) continue
      const answer = await untouched(lake, () => mutate(lake, {mutations: [step]}))
      expect([step, answer.status]).toEqual([step, 400])
    }
  })

  test.each(unfinished)('also where the lake would complete it: %j', async (id) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () => mutate(lake, {mutations: [{create: {_id: id, _type: 'role'}}]}))
    expect(answer.status).toBe(400)
  })

  test.each(['drafts.a.', 'a.', 'drafts.a..', 'versions.x.a.'])('in an action: %j', async (_id) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () =>
      fetch(`${lake.url}${data}/actions/production`, {
        ...{method: 'POST', headers: {'Content-Type': 'application/json', ...bearer(lake)}},
        body: JSON.stringify({
          actions: [{actionType: 'sanity.action.document.replaceDraft', attributes: {_id, _type: 'role'}}],
        }),
      }),
    )
    expect(answer.status).toBe(400)
  })

  test.each(['a%2f..%2fb', 'drafts..x', 'a'.repeat(129), '%00', 'nurse,..', 'nurse,', ',', 'a%2520b', '%ff'])(
    'in an address: %s',
    async (id) => {
      const lake = await guardedLake()
      for (const path of [
        `/doc/production/${id}`,
        `/history/production/transactions/${id}`,
        `/history/production/documents/${id}`,
      ]) {
        const {status} = await fetch(`${lake.url}${data}${path}`, {headers: bearer(lake)})
        expect([path, status]).toEqual([path, 400])
      }
    },
  )
})

test.each(['image-..%2f..%2fx-1x1-png', '..%2f..%2flake.db', '%2e%2e', 'x%00.png', "x' OR '1'='1", 'constructor'])(
  'an asset of the name %s is not there',
  async (name) => {
    const lake = await guardedLake()
    for (const kind of ['images', 'files']) {
      const {status, text} = await raw(
        lake.port,
        request(lake.port, `/${kind}/local/production/${encodeURI(name).replaceAll('%25', '%')}`),
      )
      expect([kind, status, /SQLite/.test(text)]).toEqual([kind, 404, false])
    }
  },
)

describe('a data folder that leads elsewhere is refused and left alone', () => {
  const links: [what: string, of: string, to: string, named: string][] = [
    ['the folder', 'link', 'elsewhere', 'link'],
    ['the folder, written with a slash', 'link', 'elsewhere', 'link/'],
    ['the database', 'data/lake.db', 'elsewhere/file', 'data'],
    ['the token', 'data/token', 'elsewhere/file', 'data'],
    ['the address', 'data/address.json', 'elsewhere/file', 'data'],
  ]

  test.each(links)('by a link in the place of %s', async (_what, of, to, named) => {
    const {root, precious} = folders()
    symlinkSync(join(root, to), join(root, of))
    await expect(startLake({dataDir: `${root}/${named}`, port: 0})).rejects.toMatchObject({name: 'StoreError'})
    expect(precious()).toBe('precious')
  })

  test.each(['lake.db-wal', 'lake.db-shm', 'lake.db-journal'])('by a link in the place of %s', async (name) => {
    const {root, precious} = folders()
    symlinkSync(join(root, 'elsewhere/file'), join(root, 'data', name))
    const lake = await startLake({dataDir: join(root, 'data'), port: 0}).catch(() => null)
    await lake?.close()
    expect(precious()).toBe('precious')
  })

  function folders() {
    const root = mkdtempSync(join(tmpdir(), 'lake-'))
    onTestFinished(() => rmSync(root, {recursive: true}))
    for (const name of ['data', 'elsewhere']) mkdirSync(join(root, name))
    const file = join(root, 'elsewhere/file')
    writeFileSync(file, 'precious')
    return {root, precious: () => readFileSync(file, 'utf8')}
  }
})

test('names that keep to the rules are taken', () => {
  for (const name of ['production', '~private', 'a', 'a-b_c', 'a'.repeat(64)])
    expect([name, isDatasetName(name)]).toEqual([name, true])
  for (const id of ['local', 'a', 'a-1', 'a'.repeat(63)]) expect([id, isProjectId(id)]).toEqual([id, true])
  for (const id of ['a', 'drafts.a', 'versions.r.a', '_.x', 'a'.repeat(128), 'A-b.c'])
    expect([id, isDocumentId(id)]).toEqual([id, true])
})
