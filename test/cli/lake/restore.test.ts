import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {type Lake, startLake} from '../../../src/lake/index.ts'
import {sampleDocuments} from '../../content.ts'
import {temporaryFolder} from '../support/content.ts'
import {clientOf, runningLake} from './support.ts'

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

describe('a backup comes back whole in one command', () => {
  test('of load, into a folder that is not there', async () => {
    const {lake, data: from, removed, bk} = await workedWith()
    const data = join(await temporaryFolder(), 'new')
    expect((await run(['export', '--out', bk, '--data', from], {})).exitCode).toBe(0)
    const loaded = await run(['load', bk, '--data', data], {})
    expect([loaded.exitCode, loaded.stderr]).toEqual([0, expect.stringMatching(/^Loaded \d+ documents\.\n$/)])
    const other = await restarted(data)
    expect(await all(other)).toEqual(await all(lake))
    expect(await pictures(other)).toEqual([png])
    expect(await clientOf(other).getDocument(removed)).toBeUndefined()
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

  test('of lake, or not at all', async () => {
    const {data: from, bk} = await workedWith()
    const data = join(await temporaryFolder(), 'new')
    await run(['export', '--out', bk, '--data', from], {})
    const {rm} = await import('node:fs/promises')
    await rm(join(bk, 'images'), {recursive: true})
    expect(await run(['lake', '--seed', bk, '--data', data, '--port', '0'], {})).toMatchObject({exitCode: 3})
    expect(await run(['list', '--data', data], {})).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('There is no lake'),
    })
  })
})
