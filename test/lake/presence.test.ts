import {describe, expect, test, vi} from 'vitest'
import type {Lake} from '../../src/lake/index.ts'
import {type Editor, editorOf} from './support/editor.ts'
import {bearer, guardedLake} from './support/guarded.ts'
import {raw, request} from './support/raw.ts'

/** An editor that has shown the token and wants to hear of others. */
async function listening(lake: Lake): Promise<Editor> {
  const editor = await editorOf(lake, bearer(lake))
  await editor.call('presence_subscribe')
  return editor
}

describe('editors that look at the same dataset', () => {
  test('hear the roll call of one who comes, and what each answers, but never their own words', async () => {
    const lake = await guardedLake()
    const [ana, ben] = [await listening(lake), await listening(lake)]
    expect(await ana.call('presence_rollcall', {session: 'ana-1'})).toBe(true)
    expect(await ben.until(1)).toEqual([{type: 'rollCall', i: 'local', session: 'ana-1'}])
    const data = {sessionId: 'ben-1', locations: [{type: 'document', documentId: 'nurse', path: ['title']}]}
    expect(await ben.call('presence_announce', {data})).toBe(true)
    expect(await ana.until(1)).toEqual([{type: 'state', i: 'local', m: data}])
    expect(ben.told).toHaveLength(1)
  })

  test('hear of one who says goodbye', async () => {
    const lake = await guardedLake()
    const [ana, ben] = [await listening(lake), await listening(lake)]
    expect(await ana.call('presence_disconnect', {session: 'ana-1'})).toBe(true)
    expect(await ben.until(1)).toEqual([{type: 'disconnect', i: 'local', m: {session: 'ana-1'}}])
  })

  test('hear by the name their subscription was given, each by its own', async () => {
    const lake = await guardedLake()
    const [ana, ben, cleo] = [await listening(lake), await editorOf(lake, bearer(lake)), await listening(lake)]
    const name = await ben.call('presence_subscribe')
    await ana.call('presence_rollcall', {session: 'ana-1'})
    await Promise.all([ben.until(1), cleo.until(1)])
    expect(ben.told[0]?.subscription).toBe(name)
    expect(cleo.told[0]?.subscription).not.toBe(name)
  })

  test('hear nothing before they ask to, and nothing once they no longer want to', async () => {
    const lake = await guardedLake()
    const [ana, ben, cleo] = [await listening(lake), await editorOf(lake, bearer(lake)), await listening(lake)]
    await ana.call('presence_rollcall', {session: 'first'})
    await ben.call('presence_subscribe')
    await ana.call('presence_rollcall', {session: 'second'})
    expect(await ben.call('presence_unsubscribe')).toBe(true)
    await ana.call('presence_rollcall', {session: 'third'})
    await cleo.until(3)
    await ben.call('anything')
    expect(ben.told.map(({result}) => result)).toEqual([{type: 'rollCall', i: 'local', session: 'second'}])
  })

  test('go on where another one has gone without a word', async () => {
    const lake = await guardedLake()
    const [ana, ben, cleo] = [await listening(lake), await listening(lake), await listening(lake)]
    cleo.leave()
    await cleo.closed
    await ana.call('presence_announce', {data: 'still here'})
    expect(await ben.until(1)).toEqual([{type: 'state', i: 'local', m: 'still here'}])
  })

  test('are answered true for what the lake has no use for', async () => {
    const lake = await guardedLake()
    const ana = await editorOf(lake, bearer(lake))
    expect(await ana.call('presence_of_mind')).toBe(true)
  })

  test('hear a heartbeat, so that they know the lake is there', async () => {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
    try {
      const lake = await guardedLake()
      const ana = await editorOf(lake, bearer(lake))
      vi.advanceTimersByTime(9_000)
      await ana.call('anything')
      expect(ana.beats).toEqual([])
      vi.advanceTimersByTime(21_000)
      await expect.poll(() => ana.beats).toEqual(['♥', '♥', '♥'])
      ana.leave()
      await ana.closed
      await expect.poll(() => vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('an editor is let in', () => {
  test('with the token in its first call, since a browser cannot send it along', async () => {
    const lake = await guardedLake()
    const [ana, ben] = [await editorOf(lake), await listening(lake)]
    expect(await ana.call('authorization', {authorization: `Bearer ${lake.token}`})).toBe(true)
    expect(await ana.call('presence_rollcall', {session: 'ana-1'})).toBe(true)
    expect(await ben.until(1)).toHaveLength(1)
  })
})

describe('an editor is let go', () => {
  test.each(['presence_subscribe', 'presence_rollcall', 'presence_announce', 'anything'])(
    'at its first call where it has shown no token: %s',
    async (method) => {
      const lake = await guardedLake()
      const [ana, ben] = [await editorOf(lake), await listening(lake)]
      void ana.call(method, {session: 'spy', data: 'spy'})
      expect(await ana.closed).toBe(4001)
      await ben.call('anything')
      expect([ana.told, ben.told]).toEqual([[], []])
    },
  )

  test.each([
    ['a wrong token', 'Bearer wrong'],
    ['no token', undefined],
  ])('where it calls with %s, even if it was let in before', async (_, authorization) => {
    const lake = await guardedLake()
    const ana = await listening(lake)
    void ana.call('authorization', {authorization})
    expect(await ana.closed).toBe(4001)
  })

  test.each([
    ['no JSON', 'hello'],
    ['half of it', '{"jsonrpc":"2.0","id":1,'],
    ['no call', 'null'],
    ['nothing', ''],
  ])('where it says %s, and others are not disturbed', async (_, text) => {
    const lake = await guardedLake()
    const [ana, ben, cleo] = [await listening(lake), await listening(lake), await listening(lake)]
    ana.send(text)
    expect(await ana.closed).toBe(1006)
    await ben.call('presence_announce', {data: 'still here'})
    expect(await cleo.until(1)).toHaveLength(1)
  })

  test('where it says more than 64,000 bytes at once, and nobody hears that', async () => {
    const lake = await guardedLake()
    const [ana, ben] = [await listening(lake), await listening(lake)]
    const frame = JSON.stringify({jsonrpc: '2.0', id: 1, method: 'presence_announce', params: {data: ''}})
    await ana.call('presence_announce', {data: 'x'.repeat(63_000)})
    expect(await ben.until(1)).toHaveLength(1)
    ana.send(frame.replace('""', `"${'x'.repeat(64_001 - frame.length)}"`))
    expect([1006, 1009]).toContain(await ana.closed)
    await ben.call('anything')
    expect(ben.told).toHaveLength(1)
  })

  test('when the lake is closed', async () => {
    const lake = await guardedLake()
    const [ana, ben] = [await listening(lake), await editorOf(lake)]
    await lake.close()
    expect(await Promise.all([ana.closed, ben.closed])).toEqual([1006, 1006])
  })
})

describe('a socket is refused', () => {
  test.each<[who: string, status: number, headers: Record<string, string>]>([
    ['to a page of another site', 403, {Origin: 'https://evil.example'}],
    ['to a page of no site', 403, {Origin: 'null'}],
    ['to a page of another port', 403, {Origin: 'http://localhost:1'}],
    ['to what a browser says comes from another site', 403, {'Sec-Fetch-Site': 'cross-site'}],
    ['by another host name', 403, {Host: 'evil.example'}],
    ['to a wrong token', 401, {Authorization: 'Bearer wrong'}],
  ])('%s, also where the right token comes along', async (_, status, headers) => {
    const lake = await guardedLake()
    await expect(editorOf(lake, {...bearer(lake), ...headers})).rejects.toThrow(`response: ${status}`)
  })

  test.each(['/v1/socket/other', '/v1/socket', '/v1/socket/production/x', '/v1/ping'])(
    'at an address where there is none: %s',
    async (path) => {
      const lake = await guardedLake()
      const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
      const headers = [...upgrade, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
      const {status} = await raw(lake.port, request(lake.port, path, {headers}))
      expect(status).toBe(404)
    },
  )

  test('beyond two hundred, until one of them leaves', async () => {
    const lake = await guardedLake()
    const editors = await Promise.all(Array.from({length: 200}, () => editorOf(lake, bearer(lake))))
    await expect(editorOf(lake, bearer(lake))).rejects.toThrow('socket hang up')
    editors[0]?.leave()
    const next = () => editorOf(lake, bearer(lake)).catch(() => null)
    await expect.poll(async () => (await next())?.call('anything')).toBe(true)
  })
})

test('two hundred sockets that say nothing keep no editor out: the oldest of them goes', async () => {
  const lake = await guardedLake()
  const silent = []
  for (let index = 0; index < 200; index += 1) silent.push(await editorOf(lake))
  const ana = await listening(lake)
  expect(await silent[0]?.closed).toBe(1006)
  await editorOf(lake)
  expect(await ana.call('anything')).toBe(true)
})
