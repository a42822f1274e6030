import {createHmac} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Identity} from '../../src/lake/http/identity.ts'
import type {Lake} from '../../src/lake/index.ts'
import {bearer, guardedLake, untouched, version} from './support/guarded.ts'

const data = `/v${version}/data`
const json = {'Content-Type': 'application/json'}
const mutation = '{"mutations":[{"delete":{"id":"nurse"}}]}'
const action = '{"actions":[{"actionType":"sanity.action.document.discard","draftId":"drafts.nurse"}]}'

/** What only the holder of the token may do. */
const closed: [what: string, path: string, init?: RequestInit][] = [
  ['drafts', `${data}/query/production?query=*&perspective=drafts`],
  ['drafts by their old name', `${data}/query/production?query=*&perspective=previewDrafts`],
  ['every version', `${data}/query/production?query=*&perspective=raw`],
  ['a release', `${data}/query/production?query=*&perspective=spring`],
  ['releases', `${data}/query/production?query=*&perspective=spring,drafts`],
  ['raw among others', `${data}/query/production?query=*&perspective=published,raw`],
  ['a release named like a part of every object', `${data}/query/production?query=*&perspective=__proto__`],
  [
    'drafts by POST',
    `${data}/query/production?perspective=drafts`,
    {method: 'POST', headers: json, body: '{"query":"*"}'},
  ],
  ['a mutation', `${data}/mutate/production`, {method: 'POST', headers: json, body: mutation}],
  [
    'a mutation that is only tried',
    `${data}/mutate/production?dryRun=true`,
    {method: 'POST', headers: json, body: mutation},
  ],
  ['an action', `${data}/actions/production`, {method: 'POST', headers: json, body: action}],
  ['listening to drafts', `${data}/listen/production?query=*&includeAllVersions=true`],
  ['live drafts', `${data}/live/events/production?includeDrafts=true`],
  ['the export', `${data}/export/production`],
  ['the transactions of a document', `${data}/history/production/transactions/nurse`],
  ['an older document', `${data}/history/production/documents/nurse?time=2030-01-01`],
  ['the last revision of a draft', `${data}/history/production/documents/drafts.nurse?lastRevision=true`],
  ['the events of a document', `${data}/history/production/events/documents/nurse`],
  ['an upload', `/v${version}/assets/images/production`, {method: 'POST', body: 'x'}],
  ['a file upload', `/v${version}/assets/files/production?filename=a.html`, {method: 'POST', body: 'x'}],
  ['who is there', `/v${version}/users/me`],
  ['another user', `/v${version}/users/__proto__`],
  ['the project', `/v${version}/projects/local`],
  ['the datasets', `/v${version}/projects/local/datasets`],
  ['the datasets, by another name', `/v${version}/datasets`],
  ['the rights', `/v${version}/projects/local/datasets/production/acl`],
]

/** How to come without the token. */
const strangers: [who: string, headers: (lake: Lake) => Record<string, string>][] = [
  ['nothing', () => ({})],
  ['a wrong token', () => ({Authorization: `Bearer ${'x'.repeat(43)}`})],
  ['an empty token', () => ({Authorization: 'Bearer '})],
  ['the beginning of the token', ({token}) => ({Authorization: `Bearer ${token.slice(0, -1)}`})],
  ['the token and more', ({token}) => ({Authorization: `Bearer ${token}x`})],
  ['the token as a password', ({token}) => ({Authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}`})],
  ['the token without its scheme', ({token}) => ({Authorization: token})],
  ['the token as cookie', ({token}) => ({Cookie: `lake_session=${token}`})],
  ['an empty cookie', () => ({Cookie: 'lake_session='})],
  ['a cookie made with an empty key', () => ({Cookie: `lake_session=${forged('')}`})],
  [
    'the cookie of another name',
    ({token}) => ({Cookie: `x_lake_session=${forged(token)}; lake_sessions=${forged(token)}`}),
  ],
]
const forged = (key: string) => createHmac('sha256', key).update('session').digest('base64url')

describe.each(closed)('%s', (_what, path, init) => {
  test('cannot be had without the token, and nothing happens', async () => {
    const lake = await guardedLake()
    const tried: [string, number, string][] = []
    await untouched(lake, async () => {
      for (const [who, headers] of strangers) {
        const answer = await fetch(lake.url + path, {...init, headers: {...init?.headers, ...headers(lake)}})
        const text = answer.headers.get('content-type')?.startsWith('text/event') ? 'a stream' : await answer.text()
        tried.push([who, answer.status, /Secret|Calm/.exec(text)?.[0] ?? ''])
      }
    })
    expect(tried).toEqual(strangers.map(([who]) => [who, 401, '']))
  })

  test('cannot be had with the token in the address', async () => {
    const lake = await guardedLake()
    const joint = path.includes('?') ? '&' : '?'
    for (const name of ['token', 'access_token', 'authorization', 'sid']) {
      const {status} = await fetch(`${lake.url}${path}${joint}${name}=${lake.token}`, init)
      expect([name, status]).toEqual([name, 401])
    }
  })

  test('can be had with the token', async () => {
    const lake = await guardedLake()
    const answer = await fetch(lake.url + path, {...init, headers: {...init?.headers, ...bearer(lake)}})
    expect(answer.status).not.toBe(401)
    await answer.body?.cancel()
  })
})

describe('without a token', () => {
  test.each([
    '*',
    '*[_id == "private.note"]',
    '*[_id in path("**")]',
    '*[_id match "private"]',
    '*[_type == "role"]',
    '{"x": {"_ref": "private.note"}->}',
    '{"x": {"_ref": "drafts.nurse"}->, "y": {"_ref": "versions.spring.nurse"}->}',
    '{"x": {"_ref": "\\u0000type:role"}->}',
  ])('no query shows what has a dot in its id: %s', async (query) => {
    const lake = await guardedLake()
    const answer = await fetch(`${lake.url}${data}/query/production?query=${encodeURIComponent(query)}`)
    expect([answer.status, /Secret \w+/.exec(await answer.text())?.[0]]).toEqual([200, undefined])
  })

  test('documents by id are those of no path', async () => {
    const lake = await guardedLake()
    const answer = await fetch(
      `${lake.url}${data}/doc/production/nurse,drafts.nurse,versions.spring.nurse,private.note`,
    )
    const {documents, omitted} = await answer.json()
    expect([documents.length, omitted.length]).toEqual([1, 3])
  })

  test('the older API shows what is published, as the newer does', async () => {
    const lake = await guardedLake()
    const answer = await fetch(`${lake.url}/v1/data/query/production?query=*[_type=="role"].title`)
    expect((await answer.json()).result).not.toContain('Secret draft')
  })
})

test('the token is long, new for each lake, in no address, and in a file for its owner alone', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-'))
  onTestFinished(() => rmSync(dataDir, {recursive: true}))
  const [lake, other] = [await guardedLake({dataDir}), await guardedLake()]
  expect(Buffer.from(lake.token, 'base64url')).toHaveLength(32)
  expect(other.token).not.toBe(lake.token)
  expect(lake.studioUrl() + lake.url + lake.apiHost).not.toContain(lake.token)
  for (const name of readdirSync(dataDir)) expect([name, statSync(join(dataDir, name)).mode & 0o077]).toEqual([name, 0])
  expect(readFileSync(join(dataDir, 'token'), 'utf8').trim()).toBe(lake.token)
  expect(readFileSync(join(dataDir, 'address.json'), 'utf8')).not.toContain(lake.token)
})

test('an identity trusts its own token alone, and takes a wrong one for a mistake', () => {
  const identity = new Identity('secret')
  expect(identity.isTrusted({})).toBe(false)
  expect(identity.isTrusted({authorization: 'Bearer secret'})).toBe(true)
  // A browser sends cookies to every server of a name, whatever its port: they prove nothing.
  expect(identity.isTrusted({cookie: 'token=secret; lake_session=secret'})).toBe(false)
  expect(() => identity.isTrusted({authorization: 'Bearer secre'})).toThrow('not the one of this lake')
})
