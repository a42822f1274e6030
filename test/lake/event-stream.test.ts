import {once} from 'node:events'
import {createServer, type ServerResponse} from 'node:http'
import {type AddressInfo, connect} from 'node:net'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {EventStream, frame, type OpenStreams} from '../../src/lake/stream/event-stream.ts'

const megabyte = frame('mutation', JSON.stringify('x'.repeat(1_000_000)))

/** A stream to a reader that takes nothing until it is told to, and is told to stop when the test is over. */
async function openStream(streams: OpenStreams = {count: 0, unread: 0}) {
  const server = createServer()
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => void reader.destroy())
  const coming = once(server, 'request')
  reader.pause().write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [, response] = (await coming) as [unknown, ServerResponse]
  const stream = new EventStream(response, streams)
  let text = ''
  reader.on('data', (part) => {
    text += part
  })
  reader.pause()
  return {stream, streams, reader, text: () => text}
}

describe('a reader of events', () => {
  test('that keeps up is told all of them, however large they are', async () => {
    const {stream, streams, reader, text} = await openStream()
    reader.resume()
    for (const id of ['1.0', '2.0', '3.0']) {
      stream.write(megabyte.repeat(3) + frame('mutation', '{}', id))
      await expect.poll(() => text().slice(-40)).toContain(`id: ${id}\nevent: mutation\ndata: {}\n\n`)
    }
    expect(text()).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: text\/event-stream; charset=utf-8\r\n/)
    await expect.poll(() => streams).toEqual({count: 1, unread: 0})
  })

  test('that does not keep up is let go, and what waited for it is forgotten', async () => {
    const {stream, streams} = await openStream()
    const closed = new Promise<void>((resolve) => stream.onClose(resolve))
    stream.write(megabyte.repeat(20))
    expect([stream.isOpen, streams.unread]).toEqual([true, megabyte.length * 20])
    stream.write(frame('mutation', '{}'))
    expect(stream.isOpen).toBe(false)
    await closed
    stream.write(megabyte)
    await expect.poll(() => streams).toEqual({count: 0, unread: 0})
  })

  test('is let go where all readers together leave too much unread', async () => {
    const {stream} = await openStream({count: 9, unread: 199_000_000})
    stream.write(frame('mutation', '{}'))
    expect(stream.isOpen).toBe(true)
    stream.write(megabyte)
    expect(stream.isOpen).toBe(false)
  })

  test('is waited for until it has taken nearly all', async () => {
    const {stream, reader} = await openStream()
    await stream.drained()
    stream.write(megabyte.repeat(20))
    let isDrained = false
    const drained = stream.drained().then(() => {
      isDrained = true
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isDrained).toBe(false)
    reader.resume()
    await drained
    expect(stream.isOpen).toBe(true)
  })

  test('is waited for no longer once it has gone', async () => {
    const {stream, reader} = await openStream()
    stream.write(megabyte.repeat(20))
    const drained = stream.drained()
    reader.destroy()
    await drained
    expect(stream.isOpen).toBe(false)
  })

  test('hears a heartbeat as long as it is there', async () => {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
    onTestFinished(() => void vi.useRealTimers())
    const {stream, reader, text} = await openStream()
    reader.resume()
    vi.advanceTimersByTime(30_000)
    await expect.poll(() => text().split(':\n\n').length).toBe(3)
    const closed = new Promise<void>((resolve) => stream.onClose(resolve))
    stream.end()
    await closed
    expect(vi.getTimerCount()).toBe(0)
  })
})
