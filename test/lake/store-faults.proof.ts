import {execFileSync} from 'node:child_process'
import {chmodSync} from 'node:fs'
import {join} from 'node:path'
import type {MutationEvent} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {writeUntilRefused} from '../../bench/lake/full-disk.ts'
import {wait} from '../../bench/lake/proof.ts'
import {endedLake, filesIn, newFolder, refusalOf, runningLake} from './support/folder.ts'
import {heard} from './support/heard.ts'
import {failure} from './support/lake.ts'

test('a lake that is asked to end while it writes exits with 0 and has lost nothing', async () => {
  const dataDir = newFolder()
  const {client, end} = await runningLake({dataDir})
  const acknowledged: string[] = []
  const writing = Array.from({length: 8}, async (_, writer) => {
    for (let number = 0; ; number += 1) {
      const _id = `${writer}-${number}`
      try {
        await client.create({_id, _type: 'thing'})
        acknowledged.push(_id)
      } catch {
        return
      }
    }
  })
  await expect.poll(() => acknowledged.length, {timeout: 20_000}).toBeGreaterThan(100)
  expect(await end()).toBe(0)
  await Promise.all(writing)
  const again = await runningLake({dataDir})
  const found = new Set(await again.client.fetch<string[]>('*[]._id'))
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
})

test('a lake that is killed leaves no process behind', async () => {
  const {client, pid, kill} = await runningLake({dataDir: newFolder()})
  await client.fetch('count(*)')
  const processes = () => execFileSync('ps', ['-e', '-o', 'pid=,ppid='], {encoding: 'utf8'}).split('\n')
  const pids = processes()
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
  await kill()
  const left = () => processes().filter((line) => pids.includes(Number(line.trim().split(/\s+/)[0])))
  await expect.poll(left, {timeout: 10_000}).toEqual([])
})

describe('a full disk', () => {
  test('refuses what is written with 507, loses nothing, and reading goes on', async () => {
    const dataDir = newFolder()
    const limit = ['sh', '-c', 'ulimit -f 3000; exec "$0" "$@"']
    const {client, end, errors} = await runningLake({dataDir, within: limit})
    const {kept, refusal} = await writeUntilRefused(client)
    expect(kept.length).toBeGreaterThan(20)
    expect(refusal.statusCode).toBe(507)
    expect(refusal.message).toMatch(/Nothing was written/)

    const large = {_id: 'large', _type: 'large', text: 'words '.repeat(2000)}
    expect((await failure(client.create(large))).statusCode).toBe(507)
    expect((await failure(client.assets.upload('file', Buffer.alloc(100_000, 1)))).statusCode).toBe(507)
    expect(await client.fetch('*[_type == "large"]._id')).toEqual(kept.toSorted())
    expect(await client.getDocument('large')).toBeFalsy()
    expect(errors()).toBe('')
    await end()

    const again = await runningLake({dataDir})
    expect(await again.client.fetch('*[_type == "large"]._id')).toEqual(kept.toSorted())
    await again.client.create(large)
  })

  test('where one document is more than the disk takes, it is refused with 507, and a smaller one is not', async () => {
    const dataDir = newFolder()
    const {client} = await runningLake({dataDir, within: ['sh', '-c', 'ulimit -f 400; exec "$0" "$@"']})
    await client.create({_id: 'kept', _type: 'thing'})
    expect((await failure(client.create({_type: 'large', text: 'x'.repeat(1_000_000)}))).statusCode).toBe(507)
    await client.create({_id: 'small', _type: 'thing'})
    expect(await client.fetch('*[]._id')).toEqual(['kept', 'small'])
  })

  test('keeps a new lake from starting, in clear words', async () => {
    const {reason, message} = await refusalOf({
      ...{dataDir: newFolder(), within: ['sh', '-c', 'ulimit -f 8; exec "$0" "$@"']},
    })
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/cannot be (opened|used)/)
  })
})

describe('what may not be written', () => {
  // Root may write everything, unless this power is taken away.
  const within = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'] : []

  test.each([
    ['file', 'lake.db', 0o400],
    ['folder', '.', 0o500],
  ])('a read-only %s keeps the lake from starting, in clear words', async (_, name, mode) => {
    const dataDir = await endedLake()
    const before = filesIn(dataDir)
    chmodSync(join(dataDir, name), mode)
    const {reason, message} = await refusalOf({dataDir, within})
    chmodSync(join(dataDir, name), 0o700)
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/read-?only|may write|permission/i)
    expect(filesIn(dataDir)).toEqual(before)
  })
})

test('where the clock is set back, dates of documents and of changes do not go back', async () => {
  const dataDir = newFolder()
  const nodeOptions = ['--import', join(import.meta.dirname, 'support', 'moved-clock.ts')]
  const {client, signal, kill} = await runningLake({dataDir, nodeOptions})
  const dates: string[] = []
  const change = async (own = client) => {
    const {_updatedAt} = await own.createIfNotExists({_id: 'kept', _type: 'thing', number: 0}).then(async () => {
      return own.patch('kept').inc({number: 1}).commit()
    })
    dates.push(_updatedAt)
  }
  await change()
  signal('SIGUSR2')
  await wait(100)
  await change()
  await client.create({_id: 'other', _type: 'thing'})
  await kill()
  const again = await runningLake({dataDir, nodeOptions})
  again.signal('SIGUSR2')
  await wait(100)
  await change(again.client)
  await again.client.createOrReplace({_id: 'kept', _type: 'thing', number: 0})
  dates.push((await again.client.getDocument('kept'))?._updatedAt ?? '')
  expect(dates).toEqual(dates.toSorted())
  expect(Date.parse(dates[0] ?? '')).toBeGreaterThan(Date.now() - 60_000)
})

test('a listener hears of a document that is larger than what a connection takes at once', async () => {
  const {client} = await runningLake({dataDir: ':memory:'})
  await client.create({_id: 'large', _type: 'thing', text: 'x'.repeat(3_500_000)})
  const options = {includeResult: true, includePreviousRevision: true, enableResume: true}
  const {events} = heard<{type: string}>(
    client.listen('*[_id == "large"]', {}, {events: ['welcome', 'mutation', 'reconnect'] as 'mutation'[], ...options}),
  )
  await expect.poll(() => events.length, {timeout: 10_000}).toBe(1)
  await client.patch('large').set({number: 1}).commit()
  const told = () => events.filter((event) => event.type === 'mutation') as MutationEvent[]
  await expect.poll(() => told().length, {timeout: 15_000}).toBe(1)
  expect(events.map(({type}) => type)).toEqual(['welcome', 'mutation'])
  expect(told()[0]?.result).toMatchObject({number: 1})
})
