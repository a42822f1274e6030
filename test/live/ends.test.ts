import {spawn} from 'node:child_process'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type FollowEvent, follow} from '../../src/index.ts'
import {connection} from '../../src/live/connection.ts'
import {pause} from '../../src/live/timing.ts'
import {clientOf, lakeWith} from '../lake/support/lake.ts'
import {
  always,
  deaf,
  type FaultServer,
  faultServer,
  frame,
  hangUp,
  instead,
  status,
  withoutWelcome,
} from './support/fault-server.ts'
import {quick, type Stream, waiting} from './support/reader.ts'

/** Each state a follower can be in when it is ended, and how it comes to it. */
const states: {name: string; stream?: Stream; begin?(server: FaultServer): void; until: string}[] = [
  {name: 'live', until: 'live'},
  {name: 'live, by tags', stream: 'live', until: 'live'},
  {name: 'waiting for an answer', begin: instead(deaf), until: 'connecting'},
  {name: 'waiting for the welcome', begin: instead(withoutWelcome), until: 'connecting'},
  {name: 'waiting to connect again', begin: instead(status(503)), until: 'waiting'},
  {name: 'cut off', stream: 'live', begin: instead(hangUp), until: 'waiting'},
  {name: 'refused', begin: instead(status(401)), until: 'refused'},
  {
    name: 'polling',
    stream: 'live',
    begin: always(frame('goaway', '{}')),
    until: 'polling',
  },
]

// Its own time, so that whatever is left would keep the program for long.
const program = `
import {createClient} from '@sanity/client'
import {follow} from './src/live/follow.ts'
const {config, stream, until} = JSON.parse(process.argv[1])
const aborting = new AbortController()
for await (const event of follow(createClient(config), {signal: aborting.signal, stream})) {
  if (event.type === 'status' && event.status === until) setTimeout(() => aborting.abort(), 100)
}
console.log('ended')
`

async function server(begin?: (server: FaultServer) => void) {
  const {lake} = await lakeWith([])
  const {faults, behind} = await faultServer(lake)
  begin?.(faults)
  return {faults, behind}
}

describe('a follower that is ended', () => {
  test.each(states)(
    'while it is $name leaves nothing open: its program ends',
    async ({stream = 'listen', begin, until}) => {
      const {faults, behind} = await server(begin)
      const config = clientOf(behind).config()
      const {projectId, dataset, token, apiHost, useProjectHostname, apiVersion} = config
      const given = {projectId, dataset, token, apiHost, useProjectHostname, apiVersion, useCdn: false}
      const argument = JSON.stringify({config: given, stream, until})
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program, argument], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      onTestFinished(() => void child.kill())
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part
      })
      await expect.poll(() => said, waiting).toBe('ended\n')
      await expect.poll(() => faults.open, waiting).toBe(0)
      // A connection that waits to be used again may stay for some seconds; no wait of a follower is as short.
      await expect.poll(() => child.exitCode, {timeout: 9000}).toBe(0)
      expect(faults.connections).toBe(1)
    },
  )

  test('by leaving the loop leaves nothing open either', async () => {
    const {faults, behind} = await server()
    const {signal} = new AbortController()
    for await (const event of follow(clientOf(behind), {signal, timing: quick})) if (event.type === 'refresh') break
    await expect.poll(() => faults.open, waiting).toBe(0)
  })

  test('tells nothing more', async () => {
    const {behind} = await server()
    const aborting = new AbortController()
    const told: FollowEvent[] = []
    for await (const event of follow(clientOf(behind), {signal: aborting.signal, timing: quick})) {
      told.push(event)
      // There is a `refresh` to tell by now.
      if (event.type === 'status' && event.status === 'live') aborting.abort()
    }
    expect(told.at(-1)).toMatchObject({status: 'live'})
  })

  test('before it began asks nobody', async () => {
    const {faults, behind} = await server()
    for await (const event of follow(clientOf(behind), {signal: AbortSignal.abort()})) expect(event).toBeUndefined()
    const {signal} = new AbortController()
    follow(clientOf(behind), {signal})
    expect(faults.connections).toBe(0)
  })

  test('many times leaves no listener on its signal', async () => {
    const {faults, behind} = await server(instead(status(503)))
    const {signal, listeners} = counted()
    for (let n = 0; n < 20; n += 1) {
      const timing = {...quick, firstWait: 1, longestWait: 2}
      let waits = 0
      for await (const event of follow(clientOf(behind), {signal, timing})) {
        if (event.type === 'status' && event.status === 'waiting') waits += 1
        if (waits === 3) break
      }
      expect(listeners()).toBe(0)
    }
    await expect.poll(() => faults.open, waiting).toBe(0)
  })
  test('does not gather listeners on the way: a wait and a connection leave none', async () => {
    const {faults, behind} = await server(instead(status(503)))
    const {signal, listeners} = counted()
    await pause(1, signal)
    expect(listeners()).toBe(0)
    const client = clientOf(behind)
    const open = () => client.live.events()
    await connection({client, open, timing: quick, signal, greeted: () => {}, changed: () => {}})
    expect(faults.connections).toBe(1)
    expect(listeners()).toBe(0)
  })
})

/** A signal that knows how many listen to it. */
function counted() {
  let count = 0
  const {signal} = new AbortController()
  const add = signal.addEventListener.bind(signal)
  const remove = signal.removeEventListener.bind(signal)
  signal.addEventListener = (...given: unknown[]) => {
    count += 1
    add(...(given as Parameters<typeof add>))
  }
  signal.removeEventListener = (...given: unknown[]) => {
    count -= 1
    remove(...(given as Parameters<typeof remove>))
  }
  return {signal, listeners: () => count}
}
