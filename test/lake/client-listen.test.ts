import type {ListenEvent as Listened, MutationEvent} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {heard} from './support/heard.ts'
import {clientOf, lakeWith, olderVersion} from './support/lake.ts'

type ListenEvent = Listened<Record<string, unknown>>

const nurse = {_id: 'nurse', _type: 'role', title: 'Nurse', pay: 3}
const documents = [nurse, {_id: 'calm', _type: 'skill', name: 'Calm'}]
const connect = () => lakeWith(documents)

/** A listener that has been welcomed. What it hears is counted from there. */
async function listening(
  client: Awaited<ReturnType<typeof connect>>['client'],
  query: string,
  params: object = {},
  options: object = {},
) {
  const all = {includeAllVersions: true, ...options, events: ['welcome', 'mutation']}
  const {events, until} = heard<ListenEvent>(client.listen(query, {...params}, all as object))
  await until(1)
  return {
    events,
    mutations: async (count: number) => (await until(count + 1)).slice(1) as MutationEvent[],
  }
}

describe('a listener', () => {
  test('is welcomed first, by a name of its own', async () => {
    const {client} = await connect()
    const [first, second] = [await listening(client, '*'), await listening(client, '*')]
    await client.patch('nurse').inc({pay: 1}).commit()
    expect((await first.mutations(1)) && (await second.mutations(1))).toHaveLength(1)
    expect(first.events.map(({type}) => type)).toEqual(['welcome', 'mutation'])
    expect(first.events[0]).toEqual({type: 'welcome', listenerName: expect.any(String)})
    expect(first.events[0]).not.toEqual(second.events[0])
  })

  test('is told what was done and what came of it', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*[_type == "role"]', {}, {includePreviousRevision: true})
    const before = await client.getDocument('nurse')
    const {_rev, _updatedAt} = await client.patch('nurse').set({title: 'Head Nurse'}).inc({pay: 1}).commit()
    expect(await mutations(1)).toEqual([
      {
        ...{type: 'mutation', documentId: 'nurse', transactionId: _rev, eventId: `${_rev}#nurse`},
        ...{transition: 'update', identity: 'local', visibility: 'query', timestamp: _updatedAt},
        mutations: [{patch: {id: 'nurse', set: {title: 'Head Nurse'}, inc: {pay: 1}}}],
        ...{previousRev: 'seed', resultRev: _rev, transactionTotalEvents: 1, transactionCurrentEvent: 0},
        result: await client.getDocument('nurse'),
        previous: before,
      },
    ])
  })

  test('can leave out the mutations and the result', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*', {}, {includeMutations: false, includeResult: false})
    await client.patch('nurse').inc({pay: 1}).commit()
    const [event] = await mutations(1)
    for (const part of ['mutations', 'result', 'previous', 'effects']) expect(event).not.toHaveProperty(part)
  })

  test('can have the effects, from which either document is made of the other', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*', {}, {effectFormat: 'mendoza'})
    const before = await client.getDocument('nurse')
    await client.patch('nurse').inc({pay: 1}).commit()
    const after = await client.getDocument('nurse')
    await client.delete('nurse')
    const events = (await mutations(2)) as (MutationEvent & {effects: object})[]
    expect(events[0]?.effects).toEqual({apply: [0, after], revert: [0, before]})
    expect(events[1]?.effects).toEqual({apply: [0, null], revert: [0, after]})
  })

  test('hears how documents appear in, change in and disappear from what it asks for', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*[_type == "role" && pay > $least]', {least: 3})
    await client.patch('calm').set({name: 'Calmer'}).commit()
    await client.patch('nurse').set({pay: 2}).commit()
    await client.patch('nurse').set({pay: 4}).commit()
    await client.patch('nurse').set({pay: 5}).commit()
    await client.patch('nurse').set({pay: 1}).commit()
    await client.create({_id: 'cook', _type: 'role', pay: 9})
    await client.delete('cook')
    const told = (await mutations(5)).map(({documentId, transition, result}) => [documentId, transition, result?.pay])
    expect(told).toEqual([
      ['nurse', 'appear', 4],
      ['nurse', 'update', 5],
      ['nurse', 'disappear', 1],
      ['cook', 'appear', 9],
      ['cook', 'disappear', undefined],
    ])
  })

  test('hears in order, each revision following from the one before', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*[_id == $id]', {id: 'nurse'})
    await Promise.all(Array.from({length: 30}, () => client.patch('nurse').inc({pay: 1}).commit({visibility: 'async'})))
    const events = await mutations(30)
    expect(events.map(({result}) => result?.pay)).toEqual(Array.from({length: 30}, (_, n) => n + 4))
    expect(events.map(({previousRev}) => previousRev)).toEqual([
      'seed',
      ...events.slice(0, -1).map(({resultRev}) => resultRev),
    ])
    expect(events.at(-1)?.resultRev).toBe((await client.getDocument('nurse'))?._rev)
  })

  test('hears no previous revision of what is new', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*')
    await client.create({_id: 'cook', _type: 'role'})
    const [event] = await mutations(1)
    expect(event).toMatchObject({transition: 'appear', resultRev: event?.transactionId})
    expect(event).not.toHaveProperty('previousRev')
  })

  test('is told how many events a transaction has for it, and which each is', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*[_type == "role"]')
    const transaction = client.transaction()
    for (const _id of ['a', 'b', 'c'])
      transaction.create({_id, _type: 'role'}).create({_id: `${_id}-skill`, _type: 'skill'})
    const {transactionId} = await transaction.patch('a', {set: {pay: 1}}).commit()
    const events = await mutations(3)
    expect(events).toHaveLength(3)
    expect(events.map(({documentId, result}) => [documentId, result?.pay])).toEqual([
      ['a', 1],
      ['b', undefined],
      ['c', undefined],
    ])
    expect(events.map(({transactionCurrentEvent}) => transactionCurrentEvent)).toEqual([0, 1, 2])
    for (const event of events) expect(event).toMatchObject({transactionTotalEvents: 3, transactionId})
    expect(events[0]?.mutations).toHaveLength(2)
  })

  test('hears nothing of a transaction that changed nothing', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*')
    await client.createIfNotExists({_id: 'nurse', _type: 'role'})
    await client.transaction().create({_id: 'new', _type: 'role'}).delete('new').commit()
    await client.delete('gone')
    await client.patch('nurse').inc({pay: 1}).commit()
    expect(await mutations(1)).toMatchObject([{documentId: 'nurse'}])
  })

  test('can ask what it hears of: nobody hears of a change that cannot be read yet', async () => {
    const {client} = await connect()
    const {mutations} = await listening(client, '*[_type == "role"]')
    for (let pay = 10; pay < 30; pay += 1) {
      void client.patch('nurse').set({pay}).commit()
      await mutations(pay - 9)
      expect(await client.fetch('*[_id == "nurse"][0].pay')).toBe(pay)
    }
  })

  test('hears of drafts and versions, from 2025-02-19 on, only where it asks for them', async () => {
    const {lake, client} = await connect()
    const older = await listening(clientOf(lake, {apiVersion: olderVersion}), '*', {}, {includeAllVersions: undefined})
    const all = await listening(client, '*')
    const published = await listening(client, '*', {}, {includeAllVersions: undefined})
    const anybody = clientOf(lake, {token: undefined, apiVersion: olderVersion})
    const open = await listening(anybody, '*', {}, {includeAllVersions: undefined})
    const ids = ['drafts.nurse', 'versions.spring.nurse', 'cook']
    for (const _id of ids) await client.create({_id, _type: 'role'})
    const told = async ({mutations}: typeof all, count: number) =>
      (await mutations(count)).map(({documentId}) => documentId)
    expect(await told(older, 3)).toEqual(ids)
    expect(await told(all, 3)).toEqual(ids)
    expect(await told(published, 1)).toEqual(['cook'])
    expect(await told(open, 1)).toEqual(['cook'])
  })

  test('may not hear of drafts without a token', async () => {
    const {lake} = await connect()
    const anybody = clientOf(lake, {token: undefined})
    const {error} = heard(anybody.listen('*', {}, {includeAllVersions: true}))
    expect(await error()).toMatchObject({name: 'ConnectionFailedError', status: 401})
  })

  test.each(['*[_type == ', 'nothing::here()', '*[$missing'])('of %s is told why it hears nothing', async (query) => {
    const {client} = await connect()
    const error = await heard(client.listen(query)).error()
    expect(error).toMatchObject({name: 'ChannelError'})
    expect((error as Error).message).not.toBe('')
  })

  test('whose filter takes too long is told so, instead of missing a change', async () => {
    const {client} = await connect()
    const slow = '*[count(list[@ in ^.list]) > 0]'
    const {events, errors, until} = heard(client.listen(slow, {}, {events: ['welcome', 'mutation', 'reconnect']}))
    await until(1)
    await client.create({_id: 'long', _type: 'role', list: Array.from({length: 5000}, (_, n) => `item ${n}`)})
    await expect.poll(() => events.length + errors.length, {timeout: 10_000}).toBeGreaterThan(1)
  })

  test('that is gone is forgotten, and the lake goes on', async () => {
    const {client} = await connect()
    for (let n = 0; n < 20; n += 1) {
      const {until, stop} = heard(client.listen('*', {}, {events: ['welcome']}))
      await until(1)
      stop()
    }
    const {mutations} = await listening(client, '*')
    await client.patch('nurse').inc({pay: 1}).commit()
    expect(await mutations(1)).toHaveLength(1)
  })
})
