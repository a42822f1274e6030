import {connect, type Socket} from 'node:net'
import {describe, expect, onTestFinished, test} from 'vitest'
import {ask, memoryWatch} from './support/busy.ts'
import {guardedLake, query, stateOf} from './support/guarded.ts'
import {lakeInProcess, type OtherLake} from './support/lake-process-of.ts'
import {request} from './support/raw.ts'

/** Opens a connection that reads nothing, sends something, and then this again and again. */
function idle(port: number, first: string, again = '', every = 1000) {
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.on('error', () => {})
  const beat = setInterval(() => again !== '' && socket.writable && socket.write(again), every)
  const closed = new Promise<number>((resolve) => {
    const start = performance.now()
    socket.on('close', () => {
      clearInterval(beat)
      resolve(performance.now() - start)
    })
  })
  socket.on('connect', () => first !== '' && socket.write(first))
  onTestFinished(() => void socket.destroy())
  return {socket, closed}
}

/** A paused socket does not notice its end: this one reads on, and throws away what comes. */
const reading = ({socket, closed}: {socket: Socket; closed: Promise<number>}) => {
  socket.resume()
  return closed
}

const write = (lake: Pick<OtherLake, 'url' | 'token'>, set: object) =>
  fetch(`${lake.url}/v1/data/mutate/production`, {
    ...{method: 'POST', body: JSON.stringify({mutations: [{patch: {id: 'long', set}}]})},
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${lake.token}`},
  })

test('a connection that dawdles is closed, others are answered, and nothing is written', async () => {
  const lake = await guardedLake()
  const headers = [`Authorization: Bearer ${lake.token}`, 'Content-Type: application/json', 'Content-Length: 1000']
  const mutation = request(lake.port, '/v1/data/mutate/production', {method: 'POST', headers})
  const slow: [what: string, within: number, first: string, again: string][] = [
    ['that says nothing', 20_000, '', ''],
    ['that says half a line', 20_000, 'GET / HT', ''],
    ['that sends a header now and then', 20_000, 'GET / HTTP/1.1\r\n', 'X-Slow: 1\r\n'],
    ['that sends a letter now and then', 20_000, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${lake.port}\r\nX: `, 'x'],
    ['that sends its body a letter at a time', 40_000, mutation, ' '],
    ['that asks for nothing more', 10_000, request(lake.port, '/v1/ping'), ''],
  ]
  const before = await stateOf(lake)
  const closed = slow.map(async ([what, within, first, again]) => {
    expect([what, (await reading(idle(lake.port, first, again, 500))) < within]).toEqual([what, true])
  })
  expect((await query(lake, '1')).status).toBe(200)
  await Promise.all(closed)
  expect(await stateOf(lake)).toBe(before)
})

test('hundreds of connections that say nothing keep nobody from asking', async () => {
  const lake = await lakeInProcess()
  const sockets = Array.from({length: 800}, () => idle(lake.port, 'GET / HTTP/1.1\r\n'))
  await Promise.all(sockets.map(({socket}) => new Promise((resolve) => socket.once('connect', resolve))))
  expect((await ask(lake, 'count(*)')).milliseconds).toBeLessThan(1000)
  expect(lake.isAlive()).toBe(true)
})

describe('a listener that never reads', () => {
  test('is let go, and holds no memory of what it was told', async () => {
    const lake = await lakeInProcess()
    const headers = [`Authorization: Bearer ${lake.token}`]
    const path = '/v1/data/listen/production?query=*&includeResult=true&includePreviousRevision=true'
    const listeners = Array.from({length: 20}, () => idle(lake.port, request(lake.port, path, {headers})))
    await Promise.all(listeners.map(({socket}) => new Promise((resolve) => socket.once('connect', resolve))))
    await write(lake, {round: -1})
    const memory = await memoryWatch(lake)
    const text = 'é'.repeat(400_000)
    for (let round = 0; round < 30; round += 1) expect((await write(lake, {round, text})).status).toBe(200)
    expect(await memory.stop()).toBeLessThan(256)
    await Promise.all(listeners.map(reading))
    expect((await ask(lake, 'count(*)')).status).toBe(200)
  })

  test('is one of a thousand at most: another one is refused, and finds a place when one has gone', async () => {
    const lake = await lakeInProcess()
    const path = '/v1/data/listen/production?query=*'
    const listeners = Array.from({length: 1000}, () => idle(lake.port, request(lake.port, path)))
    await Promise.all(listeners.map(({socket}) => new Promise((resolve) => socket.once('readable', resolve).resume())))
    const refused = await fetch(lake.url + path)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    for (const {socket} of listeners.slice(0, 10)) socket.destroy()
    await expect
      .poll(async () => {
        const answer = await fetch(lake.url + path)
        await answer.body?.cancel()
        return answer.status
      })
      .toBe(200)
    expect((await ask(lake, 'count(*)')).status).toBe(200)
  })
})

test('large answers that nobody reads do not fill the memory', async () => {
  const lake = await lakeInProcess()
  const large = `[${Array(400).fill('*[_id == "long"][0].text').join()}]`
  expect((await ask(lake, large)).text.length).toBeGreaterThan(30_000_000)
  const memory = await memoryWatch(lake)
  const sent = request(lake.port, `/v2025-02-19/data/query/production?query=${encodeURIComponent(large)}`)
  for (let count = 0; count < 50; count += 1) {
    idle(lake.port, sent)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await new Promise((resolve) => setTimeout(resolve, 2000))
  expect((await ask(lake, 'count(*)')).status).toBe(200)
  // All of them would be two gigabytes.
  expect(await memory.stop()).toBeLessThan(768)
})

test('senders that go away in the middle leave nothing in the log', async () => {
  const lake = await lakeInProcess()
  const headers = [`Authorization: Bearer ${lake.token}`, 'Content-Type: application/json', 'Content-Length: 1000']
  for (let count = 0; count < 10; count += 1) {
    const {socket} = idle(lake.port, request(lake.port, '/v1/data/mutate/production', {method: 'POST', headers}))
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
  }
  expect((await ask(lake, '1')).status).toBe(200)
  expect(lake.log()).toBe('')
})

test('a listener with a filter that cannot be read is told so', async () => {
  const lake = await guardedLake()
  for (const filter of ['*[', 'nobody(1)', '*[_id ==']) {
    const answer = await fetch(`${lake.url}/v1/data/listen/production?query=${encodeURIComponent(filter)}`)
    const text = answer.status === 200 ? new TextDecoder().decode((await answer.body?.getReader().read())?.value) : ''
    expect([filter, answer.status === 400 || text.includes('channelError')]).toEqual([filter, true])
  }
})
