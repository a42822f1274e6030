import {once} from 'node:events'
import {connect} from 'node:net'
import {expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {startLake} from '../../src/lake/index.ts'
import {socketUrl} from './support/editor.ts'
import {bearer, kept, version} from './support/guarded.ts'

const streams = [
  (dataset: string) => `/v${version}/data/listen/${dataset}?query=*`,
  (dataset: string) => `/v${version}/data/live/events/${dataset}`,
]

test('a lake that is closed ends its open streams and sockets, and waits for none of them', async () => {
  const lake = await startLake({dataDir: ':memory:', port: 0, seed: () => kept})
  const readers = await Promise.all(
    streams.map(async (path) => {
      const answer = await fetch(lake.url + path(lake.dataset), {headers: bearer(lake)})
      const reader = answer.body?.getReader()
      expect((await reader?.read())?.done).toBe(false)
      return reader
    }),
  )
  const idle = connect(lake.port, '127.0.0.1')
  await once(idle, 'connect')
  const half = connect(lake.port, '127.0.0.1')
  half.write('GET / HTTP/1.1\r\n')
  const editor = new WebSocket(socketUrl(lake), {headers: bearer(lake)})
  await once(editor, 'open')

  const isOver = Promise.all([
    ...readers.map(async (reader) => {
      while (!(await reader?.read().catch(() => ({done: true})))?.done);
    }),
    ...[idle, half].map((socket) =>
      once(
        socket.resume().on('error', () => {}),
        'close',
      ),
    ),
    once(editor, 'close'),
  ])
  // Nobody on the other side does anything: without an end from here, each would stay for minutes.
  const tooLong = new Promise((_, reject) =>
    setTimeout(() => reject(new Error('The lake is still not closed.')), 10_000),
  )
  await Promise.race([lake.close(), tooLong])
  await Promise.race([isOver, tooLong])
  await expect(fetch(`${lake.url}/v1/ping`)).rejects.toThrow('fetch failed')
}, 30_000)
