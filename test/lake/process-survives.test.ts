import {connect} from 'node:net'
import {describe, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {bearer} from './support/guarded.ts'
import {lakeInProcess, type OtherLake} from './support/lake-process-of.ts'
import {raw, request} from './support/raw.ts'

const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='

async function assertServes(lake: OtherLake): Promise<void> {
  const answer = await fetch(`${lake.url}/v1/data/query/production?query=1`).catch(() => null)
  expect([answer?.status, lake.isAlive()], lake.log()).toEqual([200, true])
}

/** Sends a request and tears the connection down at once or soon after. */
function tornDown(lake: OtherLake, sent: string, after: number | null): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(lake.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => resolve())
    socket.on('connect', () => {
      socket.write(sent)
      if (after === null) socket.resetAndDestroy()
      else setTimeout(() => socket.resetAndDestroy(), after)
    })
  })
}

describe('the process survives senders that reset the connection', () => {
  const sent: [what: string, make: (lake: OtherLake) => string][] = [
    ['a query', ({port}) => request(port, '/v1/data/query/production?query=*')],
    ['a listener', ({port}) => request(port, '/v1/data/listen/production?query=*')],
    ['live events', ({port}) => request(port, '/v1/data/live/events/production')],
    [
      'half a body',
      ({port, token}) =>
        request(port, '/v1/data/mutate/production', {
          method: 'POST',
          headers: ['Content-Length: 99', `Authorization: Bearer ${token}`, 'Content-Type: application/json'],
        }),
    ],
    ['a socket that is refused', ({port}) => request(port, '/nowhere', {headers: [...upgrade, key]})],
    [
      'a socket of another host',
      ({port}) => request(port, '/v1/socket/production', {headers: [...upgrade, key, 'Host: evil']}),
    ],
    ['a socket', ({port}) => request(port, '/v1/socket/production', {headers: [...upgrade, key]})],
    ['a socket without a key', ({port}) => request(port, '/v1/socket/production', {headers: upgrade})],
    ['another protocol', ({port}) => request(port, '/v1/ping', {headers: ['Connection: Upgrade', 'Upgrade: h2c']})],
    ['CONNECT', ({port}) => request(port, 'evil.example:443', {method: 'CONNECT'})],
    [
      'a promise of a body',
      ({port}) =>
        request(port, '/v1/data/mutate/production', {
          method: 'POST',
          headers: ['Expect: 100-continue', 'Content-Length: 9'],
        }),
    ],
    ['what is no HTTP', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ]

  test.each(sent)('while it sends %s', async (_what, make) => {
    const lake = await lakeInProcess()
    for (let round = 0; round < 3; round += 1) {
      const waits = Array.from({length: 60}, (_, index) => (index % 3 === 0 ? null : index % 7))
      await Promise.all(waits.map((after) => tornDown(lake, make(lake), after)))
      await assertServes(lake)
    }
  })
})

const calls = [
  ...[
    'null',
    '1',
    '"x"',
    '[]',
    '{}',
    'x',
    '',
    '{"method":"authorization"}',
    '{"method":"authorization","params":null}',
  ],
  ...['{"method":"authorization","params":[]}', '{"method":"authorization","params":{"authorization":{"toString":1}}}'],
  ...['{"method":"presence_rollcall","params":null}', '{"method":"presence_announce","params":7}'],
  ...['{"method":"presence_subscribe","id":{"a":[]}}', '{"method":"presence_disconnect","params":null}'],
  ...['{"method":"__proto__","params":null}', '{"__proto__":null,"method":5}', `{"method":"${'x'.repeat(60_000)}"}`],
]

describe('the process survives what is said over a socket', () => {
  test.each([
    ['by anybody', false],
    ['by an editor', true],
  ])('%s', async (_who, isEditor) => {
    const lake = await lakeInProcess()
    const headers = isEditor ? bearer(lake) : {}
    for (const call of [...calls, 'x'.repeat(70_000)]) {
      const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/production`, {headers})
      socket.on('error', () => {})
      const closed = new Promise((resolve) => socket.on('close', resolve))
      await new Promise((resolve) => socket.on('open', resolve).on('close', resolve))
      socket.send(call)
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 100))])
      socket.terminate()
      expect([call.slice(0, 80), lake.isAlive()], lake.log()).toEqual([call.slice(0, 80), true])
    }
    await assertServes(lake)
  })
})

test('a socket shows nothing to somebody without the token, who is let go', async () => {
  const lake = await lakeInProcess()
  const address = `${lake.url.replace('http', 'ws')}/v1/socket/production`
  const socket = new WebSocket(address)
  const heard: string[] = []
  socket.on('message', (data) => heard.push(String(data)))
  await new Promise((resolve) => socket.on('open', resolve))
  const code = new Promise((resolve) => socket.on('close', resolve))
  socket.send('{"id":1,"method":"presence_subscribe"}')
  expect(await code).toBe(4001)
  expect(heard).toEqual([])
})

test('more requests on one connection are answered each for itself', async () => {
  const lake = await lakeInProcess()
  const one = request(lake.port, '/v1/data/query/production?query=1')
  const foreign = request(lake.port, '/v1/data/query/production?query=2', {headers: ['Host: evil.example']})
  const {text} = await raw(lake.port, one + foreign + one, 800)
  const first = text.indexOf('HTTP/1.1 200')
  expect([first, text.indexOf('HTTP/1.1 403') > first || text.split('HTTP/1.1').length === 2]).toEqual([0, true])
  expect(text).not.toContain('"result":2')
})

test('methods that are none of the lake’s are refused', async () => {
  const lake = await lakeInProcess()
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY', 'POST']) {
    for (const path of ['/', '/v1/data/query/production?query=1', '/v1/data/doc/production/a', '/v1/nowhere']) {
      if (method === 'POST' && path.includes('query')) continue
      const {status, text} = await raw(lake.port, request(lake.port, path, {method}))
      expect([method, path, status === 404 || status === 405]).toEqual([method, path, true])
      expect(text.toLowerCase()).not.toContain('access-control')
    }
  }
  const head = await raw(lake.port, request(lake.port, '/v1/data/query/production?query=1', {method: 'HEAD'}), 2000)
  expect([head.status, head.body]).toEqual([200, ''])
})

const confusing = [
  ...['/v1/data/query/production/../x', '/v1/data/query/production/..%2fx', '/v1/data/../data/query/production'],
  ...[
    '/v1//data/query/production',
    '//v1/data/query/production',
    '/V1/data/query/production',
    '/v1/data/query%2fproduction',
  ],
  ...[
    '/v0/data/query/production',
    '/v2024-1-1/data/query/production',
    '/v1/data/query/production;x',
    '/v1/data/query/production%3fquery',
  ],
  ...[
    '/v%31/data/query/production',
    '/v1/data/%71uery/production',
    '/v1\\data\\query\\production',
    `/v1/data/query/${'a/'.repeat(2000)}`,
  ],
]

test.each(confusing)('the path %s leads nowhere', async (path) => {
  const lake = await lakeInProcess()
  const {status, body} = await raw(lake.port, request(lake.port, `${path}?query=1`))
  expect([path.slice(0, 80), [400, 404].includes(status ?? 0)]).toEqual([path.slice(0, 80), true])
  expect(body).not.toContain('"result"')
})

test('an address that is too long is refused, and one that is just short enough is answered', async () => {
  const lake = await lakeInProcess()
  const of = (length: number) => request(lake.port, `/v1/data/query/production?query=1&x=${'x'.repeat(length)}`)
  expect((await raw(lake.port, of(60_000))).status).toBe(200)
  for (const length of [90_000, 1_000_000])
    expect([431, 414, null]).toContain((await raw(lake.port, of(length))).status)
  await assertServes(lake)
})
