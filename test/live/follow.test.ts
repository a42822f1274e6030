import {createHash} from 'node:crypto'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type FollowEvent, type FollowTagsEvent, follow} from '../../src/index.ts'
import {clientOf, lakeWith} from '../lake/support/lake.ts'
import {afterWelcome, faultServer, hangUp, isMutation, withoutWelcome} from './support/fault-server.ts'
import {comesRight, during, everything, liveReader, quick, waiting} from './support/reader.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse'},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
  {_id: 'note', _type: 'note', text: 'Nothing that is printed.'},
]

async function connect() {
  const {lake, client} = await lakeWith(documents)
  // Its first answer takes its time.
  await client.fetch('*')
  const {faults, behind} = await faultServer(lake)
  return {lake, client, faults, through: clientOf(behind)}
}

/** Takes the next event when it is asked to, until the test is over. */
function taking<Event>(follower: (signal: AbortSignal) => AsyncIterable<Event>) {
  const aborting = new AbortController()
  const events = follower(aborting.signal)[Symbol.asyncIterator]()
  onTestFinished(() => aborting.abort())
  return {
    aborting,
    next: async (): Promise<Event> => (await events.next()).value,
    /** The first of this type, which is all that is told of it until then. */
    async nextOf<Type extends string>(type: Type): Promise<Event & {type: Type}> {
      for (;;) {
        const {value, done} = await events.next()
        if (done) throw new Error('It has ended.')
        if ((value as {type: string}).type === type) return value as Event & {type: Type}
      }
    },
  }
}

const live = {type: 'status', status: 'live', message: null, retryIn: null}

describe('a follower', () => {
  test('is told when it is connected, to ask for everything, and then what changes', async () => {
    const {client} = await connect()
    const {next} = taking((signal) => follow(client, {signal}))
    expect(await next()).toEqual({type: 'status', status: 'connecting', message: null, retryIn: null})
    expect(await next()).toEqual(live)
    expect(await next()).toEqual({type: 'refresh', reason: 'connected'})
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    expect(await next()).toEqual({type: 'changed', documentIds: ['nurse']})
    await client.delete('calm')
    expect(await next()).toEqual({type: 'changed', documentIds: ['calm']})
  })

  test.each([true, false])('hears of drafts and versions only if it wants to (%s)', async (includeDrafts) => {
    const {client} = await connect()
    // This version of the API tells whoever has a token about everything.
    const older = client.withConfig({apiVersion: '2021-06-07'})
    for (const each of [client, older]) {
      const {nextOf} = taking((signal) => follow(each, {signal, includeDrafts}))
      await nextOf('refresh')
      for (const _id of ['drafts.calm', 'versions.spring.calm']) {
        await client.createOrReplace({_id, _type: 'skill', name: 'Very calm'})
        if (includeDrafts) expect((await nextOf('changed')).documentIds).toEqual(['calm'])
      }
      await client.patch('nurse').set({title: 'Head nurse'}).commit()
      expect((await nextOf('changed')).documentIds).toEqual(['nurse'])
    }
  })

  test('hears nothing of documents that are not printed', async () => {
    const {client} = await connect()
    const {nextOf} = taking((signal) => follow(client, {signal}))
    await nextOf('refresh')
    await client.patch('note').set({text: 'Still nothing.'}).commit()
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    expect((await nextOf('changed')).documentIds).toEqual(['nurse'])
  })

  test('of tags is told the tags of the answers that are old, and the id to ask with', async () => {
    const {client} = await connect()
    const {syncTags} = await client.fetch('*[_type == "role"]', {}, {filterResponse: false})
    const {nextOf} = taking<FollowTagsEvent>((signal) => follow(client, {signal, stream: 'live'}))
    await nextOf('refresh')
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    const {tags, lastLiveEventId} = await nextOf('changed')
    expect(tags).toEqual(expect.arrayContaining(syncTags ?? ['some']))
    expect(lastLiveEventId).toMatch(/./)
    expect(await client.fetch('*[_type == "role"].title', {}, {lastLiveEventId})).toEqual(['Head nurse'])
  })

  test('can ask for what it hears of', async () => {
    const {client} = await connect()
    const {nextOf} = taking((signal) => follow(client, {signal}))
    await nextOf('refresh')
    for (let n = 0; n < 20; n += 1) {
      void client
        .patch('nurse')
        .set({title: `Nurse ${n}`})
        .commit()
      await nextOf('changed')
      expect(await client.fetch('*[_id == "nurse"][0].title')).toBe(`Nurse ${n}`)
    }
  })

  test('that reads slowly is told the ids together, each once', async () => {
    const {client, faults, through} = await connect()
    const {next, nextOf} = taking((signal) => follow(through, {signal}))
    await nextOf('refresh')
    for (let n = 0; n < 3; n += 1) {
      await client.patch('nurse').inc({n: 1}).setIfMissing({n: 0}).commit()
      await client.patch('calm').set({n}).commit()
    }
    await expect.poll(() => faults.sent.filter(isMutation).length, waiting).toBe(6)
    await during(50)
    expect(await next()).toEqual({type: 'changed', documentIds: ['nurse', 'calm']})
  })

  test.each([
    {count: 1000, told: {type: 'changed', documentIds: expect.objectContaining({length: 1000})}},
    {count: 1001, told: {type: 'refresh', reason: 'many'}},
    {count: 3000, told: {type: 'refresh', reason: 'many'}},
  ])('that reads slowly is told one thing after $count changes', async ({count, told}) => {
    const {client, faults, through} = await connect()
    const {next, nextOf} = taking((signal) => follow(through, {signal}))
    await nextOf('refresh')
    const transaction = client.transaction()
    for (let n = 0; n < count; n += 1) transaction.create({_id: `tool-${n}`, _type: 'tool'})
    await transaction.commit()
    await expect.poll(() => faults.sent.filter(isMutation).length, waiting).toBe(count)
    await during(100)
    expect(await next()).toEqual(told)
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    expect(await next()).toEqual({type: 'changed', documentIds: ['nurse']})
  })

  test('is told of an event once, however often it comes', async () => {
    const {client, faults, through} = await connect()
    const reader = await liveReader({client: through, direct: client, stream: 'listen'})
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    await expect.poll(() => reader.changes, waiting).toEqual([['nurse']])
    const told = faults.sent.find(isMutation) ?? ''
    faults.say(told)
    faults.say(told)
    await client.patch('calm').set({name: 'Very calm'}).commit()
    await expect.poll(() => reader.changes, waiting).toEqual([['nurse'], ['calm']])
    await comesRight(reader, client)
  })

  test.each(['listen', 'live'] as const)(
    'of %s ends up right where events come twice, late and in disorder',
    async (stream) => {
      const {client, faults, through} = await connect()
      const reader = await liveReader({client: through, direct: client, stream})
      const kept: string[] = []
      faults.edit = (text) => {
        if (!isMutation(text)) return text
        kept.unshift(text, text)
        return ''
      }
      for (let n = 0; n < 20; n += 1) {
        await client
          .patch(n % 3 ? 'nurse' : 'calm')
          .set({n})
          .commit()
        if (n % 4) await client.createOrReplace({_id: `tool-${n % 5}`, _type: 'tool', n})
        else await client.delete(`tool-${n % 5}`)
      }
      await expect.poll(() => kept.length, waiting).toBeGreaterThan(60)
      await during(50)
      for (const text of kept) faults.say(text)
      await comesRight(reader, client)
      expect(reader.statuses.at(-1)).toBe('live')
    },
  )

  test.each(['listen', 'live'] as const)(
    'of %s that was away while a thousand changes were made ends up right',
    async (stream) => {
      const {client, faults, through} = await connect()
      const reader = await liveReader({client: through, direct: client, stream})
      faults.answer = hangUp
      faults.cut()
      for (let n = 0; n < 1000; n += 25) {
        const transaction = client.transaction()
        for (let k = n; k < n + 25; k += 1) {
          transaction.createOrReplace({_id: `tool-${k % 300}`, _type: 'tool', name: `Tool ${k}`})
          if (k % 7 === 0) transaction.delete(`tool-${(k + 150) % 300}`)
        }
        await transaction.patch('nurse', {set: {title: `Nurse ${n}`}}).commit()
      }
      faults.heal()
      const truth = checksum(await everything(client))
      await expect.poll(() => checksum(reader.state), waiting).toBe(truth)
      await expect.poll(() => reader.statuses.at(-1), waiting).toBe('live')
      await client.patch('calm').set({name: 'Very calm'}).commit()
      await comesRight(reader, client)
    },
  )

  test('opens a stream anew that has said nothing for long', async () => {
    const {client, faults, through} = await connect()
    const reader = await liveReader({
      client: through,
      direct: client,
      stream: 'listen',
      timing: {quiet: 400, poll: 60_000},
    })
    // As after a night: the connection looks alive, and nothing comes.
    faults.edit = (text) => (isMutation(text) ? '' : text)
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    await comesRight(reader, client)
    expect(faults.connections).toBeLessThanOrEqual(4)
    expect(reader.reasons.filter((reason) => reason !== 'connected')).toEqual([])
    expect(reader.statuses).not.toContain('waiting')
  })

  test('hears what is told before the welcome', async () => {
    const {client, faults, through} = await connect()
    faults.answer = withoutWelcome
    const {nextOf} = taking((signal) => follow(through, {signal, timing: {welcome: 60_000, poll: 60_000}}))
    const changed = nextOf('changed')
    await expect.poll(() => faults.open, waiting).toBe(1)
    faults.say('event: mutation\ndata: {"documentId": "nurse", "transactionId": "one"}\n\n')
    expect((await changed).documentIds).toEqual(['nurse'])
    expect(client.config().dataset).toBe('production')
  })

  test('whose client is not enough for what is asked is told what is missing', async () => {
    const {lake} = await connect()
    const anonymous = clientOf(lake, {token: undefined})
    for (const stream of ['listen', 'live'] as const) {
      const {nextOf} = taking<FollowEvent | FollowTagsEvent>((signal) =>
        follow(anonymous, {signal, stream, includeDrafts: true}),
      )
      await nextOf('status')
      const status = await nextOf('status')
      expect(status).toMatchObject({status: 'refused', message: expect.stringMatching(/token/)})
      expect(status.retryIn).toBeGreaterThanOrEqual(60_000)
    }
  })

  test('is never told the token, whoever says it', async () => {
    const {lake, client, faults, through} = await connect()
    const reader = await liveReader({client: through, direct: client, stream: 'listen'})
    const other = `sk${'a1B2'.repeat(20)}`
    const said = JSON.stringify({
      message: `Bearer ${other} is no good,\nnor is ${lake.token}, nor ${other}. ${'x'.repeat(5000)}`,
    })
    faults.edit = afterWelcome(`event: error\ndata: ${said}\n\n`)
    faults.cut()
    await expect.poll(() => reader.messages.join(), waiting).toContain('is no good')
    await during(300)
    const told = JSON.stringify(reader.events)
    expect(told).not.toContain(lake.token)
    expect(told).not.toContain(other)
    for (const message of reader.messages) expect(message).toMatch(/^.{1,400}$/)
  })

  test('shares a stream of tags with others, and each ends up right', async () => {
    const {client, faults, through} = await connect()
    const reading = {client: through, direct: client, stream: 'live'} as const
    const readers = await Promise.all(Array.from({length: 10}, () => liveReader(reading)))
    expect(faults.open).toBe(1)
    for (let n = 0; n < 3; n += 1) {
      faults.cut()
      await client.patch('nurse').set({n}).commit()
      for (const reader of readers) await comesRight(reader, client)
    }
    await readers[0]?.stop()
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    for (const reader of readers.slice(1)) await comesRight(reader, client)
    expect(faults.open).toBe(1)
    expect(faults.connections).toBeLessThanOrEqual(1 + 3 * 2)
  })

  test('comes right again after any faults in any order', async () => {
    const {client, faults, through} = await connect()
    const timing = {
      ...quick,
      firstWait: 10,
      longestWait: 40,
      welcome: 80,
      poll: 100,
      refused: 30,
      goAway: 50,
      unreadable: 100,
    }
    const readers = await Promise.all(
      (['listen', 'live'] as const).map((stream) => liveReader({client: through, direct: client, stream, timing})),
    )
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % below
    }
    const frames = [
      'reset',
      'restart',
      'goaway',
      'disconnect',
      'error',
      'channelError',
      'mutation',
      'message',
      'welcome',
    ]
    for (let n = 0; n < 60; n += 1) {
      const texts = ['{}', '{', 'null', '[]', '"text"', '{"tags": 3}', '{"documentId": "drafts."}', '{"data": null}']
      const event = frames[random(frames.length)]
      faults.say(`event: ${event}\ndata: ${texts[random(texts.length)]}\n\n`)
      if (random(4) === 0) faults.cut()
      faults.answer = random(5) === 0 ? ([hangUp, withoutWelcome][random(2)] ?? null) : null
      await client.createOrReplace({_id: `tool-${random(9)}`, _type: 'tool', n})
      await during(random(60))
    }
    faults.heal()
    for (const reader of readers) await comesRight(reader, client)
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    for (const reader of readers) {
      await comesRight(reader, client)
      await expect.poll(() => reader.statuses.at(-1), waiting).toBe('live')
    }
  })
})

const checksum = (state: unknown): string => createHash('sha256').update(JSON.stringify(state)).digest('hex')
