import {connect} from 'node:net'
import {networkInterfaces} from 'node:os'
import {describe, expect, test} from 'vitest'
import {allowedHost, ownHosts} from '../../src/loopback/hosts.ts'
import {guardedLake, untouched} from './support/guarded.ts'
import {raw, request} from './support/raw.ts'

const target = '/v2025-02-19/data/query/production?query=1'

/** Host headers that name somebody else. `PORT` is the port of the lake. */
const foreign: [why: string, lines: string[]][] = [
  ['another name, as a rebound name has', ['Host: evil.example']],
  ['another name with the right port', ['Host: evil.example:PORT']],
  ['a name that begins like the address', ['Host: 127.0.0.1.evil.example:PORT']],
  ['a name that begins like localhost', ['Host: localhost.evil:PORT']],
  ['a name that ends like localhost', ['Host: evil-localhost:PORT']],
  ['a subdomain that is not the lake’s own', ['Host: evil.localhost:PORT']],
  ['a subdomain of the project that is no shard', ['Host: s20.local.localhost:PORT']],
  ['the right name without its port', ['Host: 127.0.0.1']],
  ['the right name with another port', ['Host: 127.0.0.1:1']],
  ['the right name with the port written otherwise', ['Host: 127.0.0.1:0PORT']],
  ['the right name with something after the port', ['Host: [::1]:PORT@evil']],
  ['somebody before the right name', ['Host: evil@127.0.0.1:PORT']],
  ['a dot after the right name', ['Host: localhost.:PORT']],
  ['the address as one number', ['Host: 2130706433:PORT']],
  ['the address in short', ['Host: 127.1:PORT']],
  ['the address of all networks', ['Host: 0.0.0.0:PORT']],
  ['another address of this computer', ['Host: 127.0.0.2:PORT']],
  ['the address within IPv6', ['Host: [::ffff:127.0.0.1]:PORT']],
  ['two names, the right one first', ['Host: 127.0.0.1:PORT', 'Host: evil.example']],
  ['two names, the right one last', ['Host: evil.example', 'Host: 127.0.0.1:PORT']],
  ['the right name twice', ['Host: 127.0.0.1:PORT', 'Host: 127.0.0.1:PORT']],
  ['two names in one line', ['Host: 127.0.0.1:PORT, evil.example']],
  ['no name', ['Host:']],
  ['a forwarded name beside a foreign one', ['Host: evil.example', 'X-Forwarded-Host: 127.0.0.1:PORT']],
]

/** Requests whose first line is not the usual one. */
const odd: [why: string, request: string][] = [
  ['HTTP/1.0 without a host', `GET ${target} HTTP/1.0\r\n\r\n`],
  ['HTTP/1.1 without a host', `GET ${target} HTTP/1.1\r\n\r\n`],
  ['a whole address of another site', `GET http://evil.example${target} HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
  [
    'a whole address beside the right host',
    `GET http://evil.example${target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n`,
  ],
  ['a whole address of the lake itself', `GET http://127.0.0.1:PORT${target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n`],
  ['a star', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
]

describe('a request is refused before it is looked at where its host is', () => {
  test.each(foreign)('%s', async (_why, lines) => {
    const lake = await guardedLake()
    const headers = lines.map((line) => line.replace('PORT', String(lake.port)))
    const answer = await untouched(lake, () => raw(lake.port, request(lake.port, target, {headers})))
    expect(answer).toMatchObject({status: 403, body: expect.stringContaining('host is not allowed')})
  })

  test('foreign, on every path and method, also where there is no such path', async () => {
    const lake = await guardedLake()
    for (const [method, path] of [
      ['POST', '/v2025-02-19/data/mutate/production'],
      ['GET', '/v2025-02-19/data/listen/production?query=*'],
      ['GET', '/v2025-02-19/auth/fetch?sid=x'],
      ['OPTIONS', '/v2025-02-19/data/query/production'],
      ['HEAD', target],
      ['GET', '/'],
      ['GET', '/nowhere'],
    ] as const) {
      const headers = ['Host: evil.example', `Authorization: Bearer ${lake.token}`]
      const {status} = await raw(lake.port, request(lake.port, path, {method, headers}), 1000)
      expect([path, status]).toEqual([path, 403])
    }
  })

  test('foreign, where a socket is asked for', async () => {
    const lake = await guardedLake()
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
    const headers = [...upgrade, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `Host: evil.example:${lake.port}`]
    const {status} = await raw(lake.port, request(lake.port, '/v1/socket/production', {headers}))
    expect(status).toBe(403)
  })
})

test.each(odd)('%s is refused', async (_why, sent) => {
  const lake = await guardedLake()
  const answer = await untouched(lake, () => raw(lake.port, sent.replaceAll('PORT', String(lake.port))))
  expect(answer.status).toBe(403)
})

test.each([
  '127.0.0.1',
  'localhost',
  'LOCALHOST',
  '[::1]',
  'local.localhost',
  's0.local.localhost',
  's19.local.localhost',
])('a request to the lake’s own name %s is answered', async (name) => {
  const lake = await guardedLake()
  const {status} = await raw(lake.port, request(lake.port, target, {headers: [`Host: ${name}:${lake.port}`]}))
  expect(status).toBe(200)
})

test('the guard admits exactly one host line that names this server, and no other', () => {
  const hosts = ownHosts(3333)
  expect(allowedHost(['Accept', '*/*', 'HOST', 'LocalHost:3333'], hosts)).toBe('localhost:3333')
  expect(allowedHost(['X-Host', 'localhost:3333'], hosts)).toBeNull()
  expect(allowedHost(['Accept', 'host', 'X', 'localhost:3333'], hosts)).toBeNull()
  expect(ownHosts(80)).toContain('localhost')
  expect(hosts).not.toContain('localhost')
})

test('nothing listens at the addresses by which other computers reach this one', async () => {
  const lake = await guardedLake()
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outer = [...addresses.filter(({internal}) => !internal).map(({address}) => address), '127.0.0.2']
  for (const host of outer) {
    const socket = connect({host, port: lake.port})
    const code = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'))
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      socket.setTimeout(2000, () => resolve('ETIMEDOUT'))
    })
    socket.destroy()
    expect([host, code]).not.toEqual([host, 'connected'])
  }
})
