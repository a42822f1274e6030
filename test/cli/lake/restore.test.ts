import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, statSync} from 'node:fs'
import {readdir, rename} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {type Lake, startLake} from '../../../src/lake/index.ts'
import {sampleDocuments} from '../../content.ts'
import {temporaryFolder} from '../support/content.ts'
import {clientOf, fileOf, runningLake} from './support.ts'

const main = new URL('../../../src/cli/main.ts', import.meta.url).pathname

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** A lake in which somebody has worked: a portrait, a draft, and one role that was removed. */
async function workedWith() {
  const {lake, data} = await runningLake(sampleDocuments)
  const client = clientOf(lake)
  const {_id} = await client.assets.upload('image', png, {
    filename: 'portrait.png',
    creditLine: 'Ana',
    title: 'Smiling',
  })
  const [person] = await client.fetch('*[_type == "person"]._id')
  await client
    .patch(person)
    .set({image: {_type: 'image', asset: {_type: 'reference', _ref: _id}}})
    .commit()
  await client.create({_id: 'drafts.role-data-engineer', _type: 'role', title: 'Being written'})
  const [last] = await client.fetch('*[_type == "role" && count(*[references(^._id)]) == 0]._id')
  await client.delete(last)
  return {lake, data, removed: last, bk: join(await temporaryFolder(), 'bk/')}
}

// A picture is uploaded anew: its address is the new lake's, and so are its dates.
const without = ({_rev, ...rest}: Record<string, unknown>) => {
  const {url, _createdAt, _updatedAt, ...lasting} = rest
  return rest._type === 'sanity.imageAsset' ? lasting : rest
}

const all = async (lake: Lake) => (await clientOf(lake).fetch('*|order(_id)')).map(without)

async function pictures(lake: Lake) {
  const paths: string[] = await clientOf(lake).fetch('*[_type == "sanity.imageAsset"].path')
  return Promise.all(paths.map(async (path) => Buffer.from(await (await fetch(`${lake.url}/${path}`)).arrayBuffer())))
}

async function restarted(dataDir: string) {
  const lake = await startLake({dataDir, port: 0})
  onTestFinished(() => lake.close())
  return lake
}

/** What history says that each document is now: what reviewing and restoring in a Studio begin with. */
async function newest(lake: Lake) {
  const ids: string[] = await clientOf(lake).fetch('*|order(_id)._id')
  const {documents} = await clientOf(lake).request({
    url: `/data/history/${lake.dataset}/documents/${ids.join(',')}?lastRevision=true`,
  })
  return documents.map(without)
}

/** Where the pictures are said to be, and what a browser finds there. */
async function addressed(lake: Lake) {
  const urls: string[] = await clientOf(lake).fetch('*[_type == "sanity.imageAsset"].url')
  expect(urls.map((url) => new URL(url).origin)).toEqual(urls.map(() => lake.url))
  return urls.map((url) => new URL(url).pathname)
}

describe('a backup comes back whole in one command', () => {
  test('of load, into a folder that is not there', async () => {
    const {lake, data: from, removed, bk} = await workedWith()
    const data = join(await temporaryFolder(), 'new')
    expect((await run(['export', '--out', bk, '--data', from], {})).exitCode).toBe(0)
    const loaded = await run(['load', bk, '--data', data], {})
    expect([loaded.exitCode, loaded.stderr]).toEqual([
      0,
      expect.stringMatching(/^Loaded \d+ documents\.\nThere was no lake in .+: this is a new one\.\n$/),
    ])
    const other = await restarted(data)
    expect(await all(other)).toEqual(await all(lake))
    expect(await newest(other)).toEqual(await newest(lake))
    expect(await addressed(other)).toEqual(await addressed(lake))
    expect(await pictures(other)).toEqual([png])
    expect(await clientOf(other).getDocument(removed)).toBeUndefined()
    await other.close()
    const moved = await restarted(data)
    expect(moved.port).not.toBe(other.port)
    expect(await all(moved)).toEqual(await all(lake))
    expect(await newest(moved)).toEqual(await newest(lake))
    expect(await addressed(moved)).toEqual(await addressed(lake))
    expect(await pictures(moved)).toEqual([png])
  })

  test('of lake, which begins with it', async () => {
    const {lake, data: from, bk} = await workedWith()
    const data = join(await temporaryFolder(), 'new')
    await run(['export', '--out', bk, '--data', from], {})
    const begun = await run(['lake', '--seed', bk, '--data', data, '--port', '0'], {})
    expect([begun.exitCode, begun.stderr]).toEqual([0, ''])
    await begun.close?.()
    const other = await restarted(data)
    expect(await all(other)).toEqual(await all(lake))
    expect(await pictures(other)).toEqual([png])
  })

  test.each([
    ['lake', ['lake', '--port', '0', '--seed']],
    ['load', ['load']],
  ])('of %s, or not at all', async (_name, argv) => {
    const {data: from, bk} = await workedWith()
    const data = join(await temporaryFolder(), 'new')
    await run(['export', '--out', bk, '--data', from], {})
    await rename(join(bk, 'images'), join(bk, 'elsewhere'))
    expect(await run([...argv, bk, '--data', data], {})).toMatchObject({exitCode: 3})
    expect(existsSync(data)).toBe(false)
    await rename(join(bk, 'elsewhere'), join(bk, 'images'))
    const again = await run([...argv, bk, '--data', data], {})
    await again.close?.()
    expect(again.exitCode).toBe(0)
    expect(await pictures(await restarted(data))).toEqual([png])
  })

  test('also where the first attempt was ended in its middle', async () => {
    const data = join(await temporaryFolder(), 'new')
    const file = await fileOf(...Array.from({length: 5000}, (_, at) => `{"_id":"s${at}","_type":"skill","name":"x"}`))
    const program = spawn(process.execPath, [main, 'load', file, '--data', data])
    const beginning = join(data, 'lake.db.loading', 'lake.db-wal')
    await vi.waitFor(() => expect(statSync(beginning).size).toBeGreaterThan(200_000), {timeout: 20_000, interval: 1})
    program.kill('SIGKILL')
    await once(program, 'exit')
    expect(await run(['list', '--data', data], {})).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('There is no lake'),
    })
    expect(await run(['load', file, '--data', data], {})).toMatchObject({exitCode: 0})
    expect(await clientOf(await restarted(data)).fetch('count(*)')).toBe(5000)
    expect((await readdir(data)).filter((name) => name.includes('loading'))).toEqual([])
  })

  test('in place of what is there, which stays where the backup is not whole', async () => {
    const {data: from, bk} = await workedWith()
    await run(['export', '--out', bk, '--data', from], {})
    const data = join(await temporaryFolder(), 'data')
    await (await startLake({dataDir: data, port: 0, seed: () => [{_id: 'mine', _type: 'skill'}]})).close()
    await rename(join(bk, 'images'), join(bk, 'elsewhere'))
    const reset = ['lake', '--reset', '--seed', bk, '--data', data, '--port', '0']
    expect(await run(reset, {})).toMatchObject({exitCode: 3})
    const before = await startLake({dataDir: data, port: 0})
    expect(await clientOf(before).fetch('*._id')).toEqual(['mine'])
    await before.close()
    await rename(join(bk, 'elsewhere'), join(bk, 'images'))
    const again = await run(reset, {})
    expect(again).toMatchObject({exitCode: 0, stderr: expect.stringContaining('The former data is kept')})
    await again.close?.()
    expect(await pictures(await restarted(data))).toEqual([png])
  })
})
