import {existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {clock, NotStarted, startProcess} from '../../bench/lake/lake-process.ts'
import {endedLake, filesIn, modeOf, newFolder, refusalOf, runningLake} from './support/folder.ts'
import {clientOf, lakeWith} from './support/lake.ts'

describe('a data folder', () => {
  test('is made for its owner alone, with all that is in it', async () => {
    const dataDir = newFolder()
    const {client, kill} = await runningLake({dataDir})
    await client.create({_id: 'kept', _type: 'thing'})
    expect(modeOf(dataDir)).toBe('700')
    const names = readdirSync(dataDir)
    expect(names).toEqual(expect.arrayContaining(['lake.db', 'lake.db-wal', 'token']))
    expect(Object.fromEntries(names.map((name) => [name, modeOf(join(dataDir, name))]))).toEqual(
      Object.fromEntries(names.map((name) => [name, '600'])),
    )
    await kill()
    await runningLake({dataDir})
    expect(readdirSync(dataDir).filter((name) => modeOf(join(dataDir, name)) !== '600')).toEqual([])
  })

  test('is of one process: a second one is refused in clear words, and the first goes on', async () => {
    const dataDir = newFolder()
    const {client} = await runningLake({dataDir})
    for (let time = 1; time <= 3; time += 1) {
      const {reason, message} = await refusalOf({dataDir})
      expect(reason).toBe('StoreError')
      expect(message).toMatch(/in use\. Another lake runs on this data; stop it, or choose another/)
      await client.create({_id: `after-${time}`, _type: 'thing'})
      expect(await client.fetch('count(*)')).toBe(time)
    }
  })

  test('is of one process where several start at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const options = {dataDir: newFolder(), at: clock() + 1500}
      const started = await Promise.allSettled([1, 2, 3].map(() => startProcess(options)))
      const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const refused = started.flatMap((one) => (one.status === 'rejected' ? [one.reason as NotStarted] : []))
      for (const lake of running) await lake.kill()
      expect(running).toHaveLength(1)
      for (const {reason, message} of refused) expect(`${reason}: ${message}`).toMatch(/^StoreError: .*in use/)
    }
  })

  test('lists documents in the same order before and after a restart, where a query asks for none', async () => {
    const dataDir = newFolder()
    const {client, kill} = await runningLake({dataDir})
    const ids = (client: SanityClient) =>
      Promise.all(
        ['drafts', 'published', 'raw'].map((perspective) =>
          client.fetch('[*._id, *[_type == "role"]._id]', {}, {perspective: perspective as 'raw'}),
        ),
      )
    await client.create({_id: 'drafts.cook', _type: 'role'})
    await client.create({_id: 'nurse', _type: 'role'})
    await ids(client)
    await client.create({_id: 'baker', _type: 'role'})
    await client.delete('nurse')
    await client.action({actionType: 'sanity.action.document.publish', draftId: 'drafts.cook', publishedId: 'cook'})
    await client.create({_id: 'drafts.baker', _type: 'role'})
    await client.create({_id: 'nurse', _type: 'role'})
    const before = await ids(client)
    await kill()
    const again = await runningLake({dataDir})
    expect(await ids(again.client)).toEqual(before)
  })

  test('is not taken for damaged where only the disk is full', async () => {
    const dataDir = await endedLake()
    const full = ['sh', '-c', 'ulimit -f 0; exec "$0" "$@"']
    const {reason, message} = await refusalOf({dataDir, within: full})
    expect([reason, message]).toEqual(['StoreError', expect.stringMatching(/disk|room|written/)])
    expect(message).not.toMatch(/backup|damaged/i)
    expect(await (await runningLake({dataDir})).client.fetch('*._id')).toEqual(['kept'])
  })

  test('keeps its token, and its documents, from one run to the next', async () => {
    const dataDir = newFolder()
    const first = await runningLake({dataDir})
    await first.client.create({_id: 'kept', _type: 'thing', words: 'as they were'})
    expect(await first.end()).toBe(0)
    expect(readdirSync(dataDir)).not.toContain('lake.db-wal')
    const second = await runningLake({dataDir})
    expect(second.token).toBe(first.token)
    expect(await second.client.getDocument('kept')).toMatchObject({words: 'as they were'})
  })
})

describe('what is no data of this lake is refused, and left as it is', () => {
  test.each([
    ['a text', 'These are the notes of somebody, more than a hundred bytes of them. '.repeat(100)],
    ['a short text', 'notes'],
    ['the beginning of a database', 'SQLite format 3\0 and then no more'],
  ])('%s', async (_, content) => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'lake.db'), content)
    const {reason, message} = await refusalOf({dataDir})
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/lake\.db cannot be opened: .*The file was left as it is/)
    expect(filesIn(dataDir)).toEqual({'lake.db': content})
  })

  test('a database of another program', async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    const db = new DatabaseSync(join(dataDir, 'lake.db'))
    db.exec('CREATE TABLE documents (id TEXT)')
    db.close()
    const before = filesIn(dataDir)
    expect((await refusalOf({dataDir})).message).toMatch(/it is no store of a lake\. The file was left as it is/)
    expect(filesIn(dataDir)).toEqual(before)
  })

  test('a store of a later version', async () => {
    const dataDir = await endedLake()
    const db = new DatabaseSync(join(dataDir, 'lake.db'))
    db.exec('PRAGMA user_version=99')
    db.close()
    const before = filesIn(dataDir)
    expect((await refusalOf({dataDir})).message).toMatch(/it is of version 99/)
    expect(filesIn(dataDir)).toEqual(before)
  })

  test.each([
    ['project', {project: 'other'}, /of the project "local"/],
    ['dataset', {dataset: 'other'}, /of the dataset "production"/],
  ])('a store of another %s', async (_, names, words) => {
    const dataDir = await endedLake()
    const {reason, message} = await refusalOf({dataDir, ...names})
    expect(reason).toBe('StoreError')
    expect(message).toMatch(words)
    const {client} = await runningLake({dataDir})
    expect(await client.fetch('*[]._id')).toEqual(['kept'])
  })

  test.each(['lake.db', 'token'])('a link in place of %s', async (name) => {
    const dataDir = await endedLake()
    const elsewhere = join(dataDir, '..', 'elsewhere')
    renameSync(join(dataDir, name), elsewhere)
    symlinkSync(elsewhere, join(dataDir, name))
    const {reason, message} = await refusalOf({dataDir})
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/is a link/)
  })

  test.each(['', '/'])('a link in place of the folder, named with "%s" at its end', async (end) => {
    const dataDir = await endedLake()
    const link = join(dataDir, '..', 'link')
    symlinkSync(dataDir, link)
    const {reason, message} = await refusalOf({dataDir: `${link}${end}`})
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/is a link. Name the folder itself/)
  })

  test('a link that leads nowhere', async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    symlinkSync(join(dataDir, '..', 'nowhere'), join(dataDir, 'lake.db'))
    expect((await refusalOf({dataDir})).reason).toBe('StoreError')
    expect(existsSync(join(dataDir, '..', 'nowhere'))).toBe(false)
  })

  test('a file in place of the folder', async () => {
    const dataDir = newFolder()
    writeFileSync(dataDir, 'notes')
    const {reason, message} = await refusalOf({dataDir})
    expect(reason).toBe('StoreError')
    expect(message).toMatch(/cannot be used: it is a file/)
  })
})

test('a lake that does not start leaves nothing running', async () => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'address.json'), {recursive: true})
  // Waits for the end of the process.
  await Promise.race([
    startProcess({dataDir}).catch((error: unknown) => expect(error).toBeInstanceOf(NotStarted)),
    new Promise((_, reject) => setTimeout(() => reject(new Error('The process goes on.')), 8000)),
  ])
})

test('":memory:" keeps nothing', async () => {
  const {lake, client} = await lakeWith()
  await client.create({_id: 'gone', _type: 'thing'})
  await lake.close()
  const again = await lakeWith()
  expect(await clientOf(again.lake).fetch('count(*)')).toBe(0)
  expect(again.lake.token).not.toBe(lake.token)
  expect(existsSync(':memory:')).toBe(false)
})
