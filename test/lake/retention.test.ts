import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {compactLake, startLake} from '../../src/lake/index.ts'
import {openDatabase} from '../../src/lake/store/open.ts'
import {Store} from '../../src/lake/store/store.ts'
import {newFolder} from './support/folder.ts'
import {clientOf} from './support/lake.ts'

const newest = Date.parse('2026-06-01T00:00:00.000Z')
const daysBefore = (days: number) => new Date(newest - days * 24 * 60 * 60 * 1000).toISOString()
const all = 1_000_000

/** Each a change of one document, so many days before the newest: what it says, or that it is deleted. */
type Written = [document: string, days: number, says: string | null]

function storeOf(written: Written[]): Store {
  const store = new Store(openDatabase(':memory:'))
  onTestFinished(() => store.close())
  for (const [index, [documentId, days, says]] of written.entries()) {
    const after = says === null ? null : JSON.stringify({_id: documentId, _type: 'role', says})
    const changes = [{documentId, before: store.body(documentId), after, links: []}]
    store.commit({id: `t${index}`, author: 'local', timestamp: daysBefore(days), changes})
  }
  return store
}

/** What is left of a document's history, the oldest first. */
const historyOf = (store: Store, id: string) =>
  store
    .transactionsOf([id], {from: 0, to: store.seq, limit: 100, isReversed: false})
    .map(({changes}) => changes.map(({after}) => after && JSON.parse(after).says)[0])

test('what was published is kept for a year, and the version with which that year began', () => {
  const store = storeOf([
    ['nurse', 800, 'a'],
    ['nurse', 500, 'b'],
    ['nurse', 364, 'c'],
    ['nurse', 31, 'd'],
    ['nurse', 0, 'e'],
  ])
  expect(store.letGo(all)).toBe(1)
  expect(historyOf(store, 'nurse')).toEqual(['b', 'c', 'd', 'e'])
})

test('drafts and versions of releases are kept for 30 days', () => {
  for (const id of ['drafts.nurse', 'versions.r1.nurse']) {
    const store = storeOf([
      [id, 90, 'a'],
      [id, 31, 'b'],
      [id, 30, 'c'],
      [id, 0, 'd'],
    ])
    expect([store.letGo(all), historyOf(store, id)]).toEqual([1, ['b', 'c', 'd']])
  }
})

test('what is there now stays, however old it is, and so does the newest transaction', () => {
  const store = storeOf([
    ['nurse', 2000, 'a'],
    ['cook', 0, 'b'],
  ])
  expect([store.letGo(all), store.body('nurse'), store.seq]).toEqual([0, expect.stringContaining('"a"'), 2])
})

test('of a document that was deleted long ago nothing stays', () => {
  const store = storeOf([
    ['nurse', 900, 'a'],
    ['nurse', 800, null],
    ['drafts.cook', 90, 'b'],
    ['drafts.cook', 80, null],
    ['baker', 0, 'c'],
  ])
  // The first time takes what came before a deletion, the second the deletion.
  while (store.letGo(all) > 0);
  expect([store.lastBody('nurse'), store.lastBody('drafts.cook')]).toEqual([null, null])
  expect(store.transactionsAfter(0, 10).map(({id}) => id)).toEqual(['t4'])
  // The same document may come again.
  const changes = [{documentId: 'nurse', before: null, after: '{"_id":"nurse"}', links: []}]
  store.commit({id: 'again', author: 'local', timestamp: daysBefore(0), changes})
  expect(store.body('nurse')).toBe('{"_id":"nurse"}')
})

test('time is counted from the newest change: a clock that is wrong lets nothing go', () => {
  const store = storeOf([
    ['drafts.nurse', 900, 'a'],
    ['drafts.nurse', 899, 'b'],
    ['drafts.nurse', 898, 'c'],
  ])
  expect(store.letGo(all)).toBe(0)
})

test('no more goes at once than is asked for, the oldest first', () => {
  const store = storeOf(Array.from({length: 10}, (_, day): Written => ['drafts.nurse', 100 - day, String(day)]))
  store.commit({
    ...{id: 'last', author: 'local', timestamp: daysBefore(0)},
    changes: [{documentId: 'cook', before: null, after: '{}', links: []}],
  })
  expect(store.letGo(3)).toBe(3)
  expect(historyOf(store, 'drafts.nurse')).toEqual(['3', '4', '5', '6', '7', '8', '9'])
})

test('a file goes with the last document that describes it, and may come again', async () => {
  const dataDir = newFolder()
  const lake = await startLake({dataDir, port: 0})
  onTestFinished(() => lake.close())
  const client = clientOf(lake)
  const {_id, url} = await client.assets.upload('file', Buffer.from('A text.'), {filename: 'a.txt'})
  const statusOf = async () => (await fetch(url)).status
  expect(await statusOf()).toBe(200)
  // Somebody has made another document of it, which describes the same file.
  const asset = await client.getDocument(_id)
  await client.create({...asset, _id: 'file-copy', _type: 'sanity.fileAsset'})
  await client.delete(_id)
  expect(await statusOf()).toBe(200)
  await client.delete('file-copy')
  expect(await statusOf()).toBe(404)
  await client.assets.upload('file', Buffer.from('A text.'), {filename: 'a.txt'})
  expect(await statusOf()).toBe(200)
})

test('the command makes the file smaller, lets go of files without a document, and says so', async () => {
  const dataDir = newFolder()
  const lake = await startLake({dataDir, port: 0, seed: [{_id: 'nurse', _type: 'role', title: 'Nurse'}]})
  await lake.close()
  const db = new DatabaseSync(join(dataDir, 'lake.db'))
  db.prepare('INSERT INTO files VALUES (?, ?, ?)').run('files/local/production/x.bin', 'x/y', Buffer.alloc(3_000_000))
  db.close()
  expect(await run(['lake', 'compact', '--data', dataDir], {})).toMatchObject({
    ...{exitCode: 0, stderr: ''},
    stdout: expect.stringMatching(/takes 0\.\d MB now, and took 3\.\d MB\. Let go: 0 old versions of documents\.\n$/),
  })
  const again = await startLake({dataDir, port: 0})
  expect(await clientOf(again).getDocument('nurse')).toMatchObject({title: 'Nurse'})
  expect(() => compactLake(dataDir)).toThrow(/in use|runs on/)
  expect((await run(['lake', 'compact', '--data', dataDir], {})).exitCode).toBe(3)
  await again.close()
})

test.each([
  [['lake', 'compact', '--data', 'nowhere'], 3, /There is no lake in nowhere/],
  [['lake', 'compost'], 64, /"lake" takes "compact" or nothing, not "compost"/],
])('the command says what is wrong: %j', async (argv, exitCode, stderr) => {
  expect(await run(argv, {})).toMatchObject({exitCode, stderr: expect.stringMatching(stderr)})
})
