import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {expect, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {temporaryFolder} from '../support/content.ts'
import {clientOf, countIn, runningLake} from './support.ts'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('prints every document, drafts included, one a line', async () => {
  const {data} = await runningLake([
    {_id: 'a', _type: 'a', text: 'one\ntwo'},
    {_id: 'drafts.a', _type: 'a'},
  ])
  const {stdout, stderr, exitCode} = await run(['export', '--data', data], {})
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)._id),
  ).toEqual(['a', 'drafts.a'])
  expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
})

test('leaves out what lets somebody see drafts', async () => {
  const {lake, data} = await runningLake([{_id: 'a', _type: 'a'}])
  const {secret} = await createPreviewSecret(clientOf(lake) as never, 'test', 'http://localhost:3333')
  const share = {_id: 'sanity-preview-url-secret.share-access', _type: 'sanity.previewUrlShareAccess', secret}
  await clientOf(lake).create(share)
  expect(await countIn(lake)).toBe(3)
  const {stdout} = await run(['export', '--data', data], {})
  expect(JSON.parse(stdout)).toMatchObject({_id: 'a'})
  expect(stdout).not.toContain(secret)
})

test('writes a file whole, and says so', async () => {
  const {data} = await runningLake([{_id: 'a', _type: 'a'}])
  const out = join(await temporaryFolder(), 'dataset.ndjson')
  expect(await run(['export', '--data', data, '--out', out], {})).toMatchObject({
    ...{stdout: '', stderr: `Wrote 1 document to ${out}.\n`, exitCode: 0},
  })
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({_id: 'a', _type: 'a'})
})

test('takes pictures along into a folder, from which they are loaded again', async () => {
  const {lake, data} = await runningLake()
  const client = clientOf(lake)
  const {_id} = await client.assets.upload('image', pixel, {filename: 'face.png'})
  await client.create({
    _id: 'p',
    _type: 'person',
    image: {_type: 'image', asset: {_type: 'reference', _ref: _id}, alt: 'A face'},
  })
  expect((await run(['export', '--data', data], {})).stderr).toContain('1 picture or file not taken along')

  const out = `${join(await temporaryFolder(), 'backup')}/`
  expect((await run(['export', '--data', data, '--out', out], {})).stderr).toBe(
    `Wrote 2 documents and 1 file to ${out}.\n`,
  )
  const [picture = ''] = await readdir(join(out, 'images'))
  const person = JSON.parse(await readFile(join(out, 'data.ndjson'), 'utf8'))
  expect(person.image).toEqual({_type: 'image', alt: 'A face', _sanityAsset: `image@file://./images/${picture}`})
  expect(await readFile(join(out, 'images', picture))).toEqual(pixel)

  const other = await runningLake()
  expect((await run(['load', out, '--data', other.data], {})).stderr).toBe('Loaded 1 document.\n')
  expect(
    await clientOf(other.lake).fetch('*[_type == "person"][0].image{alt, "of": asset->_type, "id": asset._ref}'),
  ).toEqual({
    ...{alt: 'A face', of: 'sanity.imageAsset', id: _id},
  })
})

test('says where there is no lake', async () => {
  const {stderr, exitCode} = await run(['export', '--data', '/no/such/lake'], {})
  expect(stderr).toBe(
    'There is no lake in /no/such/lake. Start one with "roleprint lake --data /no/such/lake", or check --data.\n',
  )
  expect(exitCode).toBe(3)
})

test('an asset without a file holds up nothing: the others are exported, and it stays a document', async () => {
  const {lake, data} = await runningLake([
    {_id: 'image-bad-1x1-png', _type: 'sanity.imageAsset', path: 'x/..'},
    {_id: 'image-gone-1x1-png', _type: 'sanity.imageAsset', path: 'images/local/production/gone-1x1.png'},
    {_id: 'ana', _type: 'person', image: {_type: 'image', asset: {_type: 'reference', _ref: 'image-bad-1x1-png'}}},
  ])
  await clientOf(lake).assets.upload('file', Buffer.from('words'), {filename: 'words.txt'})
  const out = join(await temporaryFolder(), 'bk/')
  const {stderr, exitCode} = await run(['export', '--out', out, '--data', data], {})
  expect(exitCode).toBe(1)
  expect(stderr).toContain('"image-bad-1x1-png" is left out: "x/.." is no path of a file.')
  expect(stderr).toContain('"image-gone-1x1-png" is left out: it cannot be fetched (HTTP 404).')
  expect(stderr).toContain('and 1 file to')
  const other = await runningLake()
  expect((await run(['load', out, '--data', other.data], {})).exitCode).toBe(0)
  expect(await clientOf(other.lake).getDocument('ana')).toMatchObject({image: {asset: {_ref: 'image-bad-1x1-png'}}})
})
