import type {
  ListenEvent,
  MutationEvent,
  ResumableListenEventNames,
  ResumableListenOptions,
  SanityClient,
} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {cuttable} from './support/cut.ts'
import {heard} from './support/heard.ts'
import {clientOf, lakeWith} from './support/lake.ts'

const nurse = {_id: 'nurse', _type: 'role', title: 'Nurse', pay: 0}

/** A client that can be cut off, and one that cannot. */
async function connect() {
  const {lake, client} = await lakeWith([nurse, {_id: 'calm', _type: 'skill'}])
  const way = await cuttable(lake)
  return {lake, client, way, cutOff: clientOf({...lake, url: way.url})}
}

const names: ResumableListenEventNames[] = ['welcome', 'welcomeback', 'reset', 'mutation', 'reconnect']
const resumable: ResumableListenOptions = {enableResume: true, includeAllVersions: true, events: names}
const raise = (client: SanityClient, id = 'nurse') => client.patch(id).inc({pay: 1}).commit({visibility: 'async'})

type Told = ListenEvent<Record<string, unknown>> | {type: 'welcomeback' | 'reset'}

const told = (heardEvents: Told[]) =>
  heardEvents
    .filter(({type}) => type !== 'reconnect')
    .map((event) => (event.type === 'mutation' ? (event as MutationEvent).result?.pay : event.type))

describe('a listener that was cut off', () => {
  test('is welcomed back with exactly what it has missed', async () => {
    const {client, way, cutOff} = await connect()
    const {until, events} = heard<Told>(cutOff.listen('*[_type == "role"]', {}, resumable))
    await until(1)
    await raise(client)
    await raise(client)
    await until(3)
    way.cut()
    for (let n = 0; n < 5; n += 1) {
      await raise(client)
      await client.patch('calm').setIfMissing({name: 'Calm'}).commit()
    }
    way.mend()
    await expect.poll(() => told(events).length, {timeout: 20_000}).toBe(9)
    await raise(client)
    await expect.poll(() => told(events).length).toBe(10)
    expect(told(events)).toEqual(['welcome', 1, 2, 'welcomeback', 3, 4, 5, 6, 7, 8])
    const mutations = events.filter((event): event is MutationEvent => event.type === 'mutation')
    expect(mutations.map(({previousRev}) => previousRev).slice(1)).toEqual(
      mutations.map(({resultRev}) => resultRev).slice(0, -1),
    )
    expect(mutations[4]).toMatchObject({transition: 'update', documentId: 'nurse', result: {pay: 5}})
  })

  test('before it heard anything misses nothing either', async () => {
    const {client, way, cutOff} = await connect()
    const {until, events} = heard<Told>(cutOff.listen('*[_type == "role"]', {}, resumable))
    await until(1)
    way.cut()
    await raise(client)
    way.mend()
    await expect.poll(() => told(events), {timeout: 20_000}).toEqual(['welcome', 'welcomeback', 1])
  })

  test('has missed nothing where nothing was written', async () => {
    const {client, way, cutOff} = await connect()
    const {until, events} = heard<Told>(cutOff.listen('*[_type == "role"]', {}, resumable))
    await until(1)
    await raise(client)
    await until(2)
    way.cut()
    way.mend()
    await expect.poll(() => told(events), {timeout: 20_000}).toEqual(['welcome', 1, 'welcomeback'])
    await raise(client)
    await expect.poll(() => told(events)).toEqual(['welcome', 1, 'welcomeback', 2])
  })

  test('for longer than the lake goes back is told to begin anew', async () => {
    const {client, way, cutOff} = await connect()
    const {until, events} = heard<Told>(cutOff.listen('*[_type == "role"]', {}, resumable))
    await until(1)
    await raise(client)
    await until(2)
    way.cut()
    for (let n = 0; n < 1100; n += 50) await Promise.all(Array.from({length: 50}, () => raise(client)))
    way.mend()
    await expect.poll(() => told(events), {timeout: 20_000}).toEqual(['welcome', 1, 'reset'])
    await raise(client)
    await expect.poll(() => told(events)).toEqual(['welcome', 1, 'reset', 1102])
  })

  test('from another lake, whose numbers it holds, is told to begin anew', async () => {
    const {lake, client} = await connect()
    for (let n = 0; n < 5; n += 1) await raise(client)
    const headers = {'Last-Event-ID': '4000.', Accept: 'text/event-stream', Authorization: `Bearer ${lake.token}`}
    const url = `${lake.url}/v2025-02-19/data/listen/production?query=*&enableResume=true`
    const aborting = new AbortController()
    const {body} = await fetch(url, {headers, signal: aborting.signal})
    const {value} = (await body?.getReader().read()) ?? {}
    expect(new TextDecoder().decode(value)).toMatch(/^(id: \S+\n)?event: reset\n/m)
    aborting.abort()
  })

  test('and does not ask to go on is welcomed as if it were new', async () => {
    const {client, way, cutOff} = await connect()
    const {until, events} = heard<Told>(cutOff.listen('*[_type == "role"]', {}, {events: ['welcome', 'mutation']}))
    await until(1)
    way.cut()
    await raise(client)
    way.mend()
    await until(2)
    await raise(client)
    await until(3)
    expect(told(events)).toEqual(['welcome', 'welcome', 2])
  })

  test('in the middle of a transaction is told the rest of it', async () => {
    const {lake, client} = await connect()
    const transaction = client.transaction()
    for (const _id of ['a', 'b', 'c']) transaction.create({_id, _type: 'role'})
    await transaction.commit()
    const listen = async (lastEventId?: string) => {
      const headers = {Authorization: `Bearer ${lake.token}`, ...(lastEventId && {'Last-Event-ID': lastEventId})}
      const aborting = new AbortController()
      const query = encodeURIComponent('*[_type == "role"]')
      const url = `${lake.url}/v2025-02-19/data/listen/production?query=${query}&enableResume=true`
      const {body} = await fetch(url, {headers, signal: aborting.signal})
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (!/"documentId":"c"/.test(text)) text += (await reader?.read())?.value ?? ''
      aborting.abort()
      return text
    }
    const all = await listen('1.')
    const [first = ''] = /(?<=id: )\S+(?=\nevent: mutation)/.exec(all) ?? []
    const idsIn = (text: string) => [...text.matchAll(/"documentId":"(\w+)"/g)].map(([, id]) => id)
    expect(idsIn(all)).toEqual(['a', 'b', 'c'])
    expect(idsIn(await listen(first))).toEqual(['b', 'c'])
  })
})
