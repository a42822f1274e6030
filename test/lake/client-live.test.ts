import type {LiveEvent, LiveEventMessage, SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {cuttable} from './support/cut.ts'
import {heard} from './support/heard.ts'
import {clientOf, lakeWith} from './support/lake.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse', skill: {_ref: 'calm'}, kpi: {_ref: 'late', _weak: true}},
  {_id: 'cook', _type: 'role', title: 'Cook'},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
]
const connect = () => lakeWith(documents)

async function following(client: SanityClient, options: {includeDrafts?: boolean} = {}) {
  const {events, until} = heard<LiveEvent>(client.live.events(options))
  await until(1)
  return {events, messages: async (count: number) => (await until(count + 1)).slice(1) as LiveEventMessage[]}
}

const tagsOf = async (client: SanityClient, query: string, perspective: 'published' | 'drafts' = 'published') =>
  (await client.fetch(query, {}, {perspective, filterResponse: false})).syncTags ?? []

describe('live events', () => {
  test('begin with a welcome, with an id to go on from', async () => {
    const {client} = await connect()
    const {events} = await following(client)
    expect(events).toMatchObject([{type: 'welcome', id: expect.stringMatching(/./)}])
  })

  test('need no token, but for drafts', async () => {
    const {lake, client} = await connect()
    const anybody = clientOf(lake, {token: undefined})
    const {messages} = await following(anybody)
    await client.create({_id: 'drafts.nurse', _type: 'role'})
    await client.patch('nurse').set({title: 'x'}).commit()
    expect(await messages(1)).toHaveLength(1)
    expect(() => anybody.live.events({includeDrafts: true})).toThrow('requires a token')
    const wrong = heard(clientOf(lake, {token: 'wrong'}).live.events({includeDrafts: true}))
    expect(await wrong.error()).toMatchObject({status: 401})
  })

  test('are of drafts and versions only where these are asked for', async () => {
    const {client} = await connect()
    const [published, all] = [await following(client), await following(client, {includeDrafts: true})]
    await client.create({_id: 'drafts.nurse', _type: 'role'})
    await client.create({_id: 'versions.spring.nurse', _type: 'role'})
    await client.patch('nurse').set({title: 'x'}).commit()
    expect(await all.messages(3)).toHaveLength(3)
    expect(await published.messages(1)).toHaveLength(1)
    expect((await published.messages(1))[0]?.id).toBe((await all.messages(3))[2]?.id)
  })

  test('of a transaction are one, with the tags of all it changed', async () => {
    const {client} = await connect()
    const {messages} = await following(client)
    await client
      .transaction()
      .patch('nurse', {set: {title: 'x'}})
      .patch('calm', {set: {name: 'x'}})
      .commit()
    const [message] = await messages(1)
    const tags = [...(await tagsOf(client, '*[_type == "role"]')), ...(await tagsOf(client, '*[_type == "skill"]'))]
    expect(message?.tags).toEqual(expect.arrayContaining(tags))
  })

  const change = {
    'the role': (client: SanityClient) => client.patch('nurse').set({title: 'x'}).commit(),
    'another role': (client: SanityClient) => client.patch('cook').set({title: 'x'}).commit(),
    'a new role': (client: SanityClient) => client.create({_id: 'baker', _type: 'role'}),
    'no role any more': (client: SanityClient) => client.delete('cook'),
    'the skill': (client: SanityClient) => client.patch('calm').set({name: 'x'}).commit(),
    'the missing target': (client: SanityClient) => client.create({_id: 'late', _type: 'kpi'}),
    'another kpi': (client: SanityClient) => client.create({_id: 'other', _type: 'kpi'}),
    'a person': (client: SanityClient) => client.create({_id: 'ana', _type: 'person'}),
  }
  type Changed = keyof typeof change
  const roles: Changed[] = ['the role', 'another role', 'a new role', 'no role any more']
  const everything = Object.keys(change) as Changed[]

  test.each<[string, Changed[]]>([
    ['*[_type == "role"]', roles],
    ['*[_type == "role" && _id == "nurse"][0]', roles],
    ['*[_type == "role"]{title, "skill": skill->name}', [...roles, 'the skill']],
    ['*[_type == "role"]{title, "kpi": kpi->name}', [...roles, 'the missing target']],
    ['*[_type == "skill"]{name, "roles": *[_type == "role" && references(^._id)].title}', ['the skill', ...roles]],
    ['*[_id == "late"][0]', ['the missing target']],
    ['count(*[_type == "person"])', ['a person']],
    ['count(*)', everything],
    ['*[title == "Nurse"]', everything],
    ['1 + 1', []],
  ])('tell who asked %s of %j, and of nothing else', async (query, changed) => {
    const {client} = await connect()
    const {messages} = await following(client)
    const asked = await tagsOf(client, query)
    const told: string[] = []
    for (const [index, name] of everything.entries()) {
      await change[name](client)
      const message = (await messages(index + 1))[index]
      if (message?.tags.some((tag) => asked.includes(tag))) told.push(name)
    }
    expect(told.sort()).toEqual([...changed].sort())
  })

  test('tell who asked for drafts of a draft and of what it refers to', async () => {
    const {client} = await connect()
    const {messages} = await following(client, {includeDrafts: true})
    const tags = await tagsOf(client, '*[_type == "role" && _id == "nurse"]{"kpi": kpi->}', 'drafts')
    await client.create({_id: 'drafts.late', _type: 'kpi'})
    const [message] = await messages(1)
    expect(tags.some((tag) => message?.tags.includes(tag))).toBe(true)
  })

  test('tell who asked for raw documents of one draft that was missing', async () => {
    const {client} = await connect()
    const {messages} = await following(client, {includeDrafts: true})
    const query = '*[_id == "drafts.late"][0]'
    const {syncTags} = await client.fetch(query, {}, {perspective: 'raw', filterResponse: false})
    await client.create({_id: 'drafts.late', _type: 'kpi'})
    expect((await messages(1))[0]?.tags.some((tag) => syncTags?.includes(tag))).toBe(true)
  })

  test('tell who asked for either type, where a document is replaced by one of another type', async () => {
    const {client} = await connect()
    const {messages} = await following(client)
    await client.transaction().delete('cook').create({_id: 'cook', _type: 'person'}).commit()
    const [message] = await messages(1)
    for (const type of ['role', 'person']) {
      expect(message?.tags).toEqual(expect.arrayContaining(await tagsOf(client, `*[_type == "${type}"]`)))
    }
  })

  test('come after the change can be read', async () => {
    const {client} = await connect()
    const {messages} = await following(client)
    for (let n = 1; n <= 20; n += 1) {
      void client
        .patch('nurse')
        .set({title: `Nurse ${n}`})
        .commit()
      const id = (await messages(n))[n - 1]?.id
      expect(await client.fetch('*[_id == "nurse"][0].title', {}, {lastLiveEventId: id})).toBe(`Nurse ${n}`)
    }
  })
})

describe('a follower that was cut off', () => {
  test.each([
    ['has missed something is told to ask for everything again', true],
    ['has missed nothing goes on', false],
  ])('and %s', async (_, isMissing) => {
    const {lake, client} = await connect()
    const way = await cuttable(lake)
    const {events} = await following(clientOf({...lake, url: way.url}))
    const types = () => events.map(({type}) => type).filter((type) => type !== 'reconnect')
    await client.patch('nurse').set({title: 'x'}).commit()
    await expect.poll(types).toEqual(['welcome', 'message'])
    way.cut()
    if (isMissing) await client.patch('nurse').set({title: 'y'}).commit()
    way.mend()
    const back = ['welcome', 'message', 'welcome', ...(isMissing ? ['restart'] : [])]
    await expect.poll(types, {timeout: 20_000}).toEqual(back)
    await client.patch('nurse').set({title: 'z'}).commit()
    await expect.poll(types).toEqual([...back, 'message'])
    const last = events.at(-1)
    expect(last).toMatchObject({id: expect.stringMatching(/./), tags: expect.any(Array)})
  })
})
