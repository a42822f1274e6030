import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {startLake} from '../../../src/lake/index.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {clientOf, countIn, runningLake} from './support.ts'

const line =
  '{"_id":"nurse","_type":"role","portrait":{"_type":"image","_sanityAsset":"image@file://./images/secret.png"}}\n'

/** An export's folder whose one picture is not what it seems. */
async function exportWith(make: (images: string, secret: string) => Promise<void>) {
  const folder = await temporaryFolder()
  const secret = join(folder, 'secret')
  const bk = join(folder, 'bk')
  await mkdir(bk)
  await mkdir(secret)
  await writeFile(join(secret, 'secret.png'), 'what nobody may see')
  await writeFile(join(bk, 'data.ndjson'), line)
  await make(join(bk, 'images'), secret)
  return bk
}

describe('load follows nothing that leads out of the folder it is given:', () => {
  test.each<[what: string, make: (images: string, secret: string) => Promise<void>]>([
    [
      'a link in place of a picture',
      async (images, secret) => {
        await mkdir(images)
        await symlink(join(secret, 'secret.png'), join(images, 'secret.png'))
      },
    ],
    ['a link in place of the folder of pictures', (images, secret) => symlink(secret, images)],
    [
      'a pipe in place of a picture',
      async (images) => {
        await mkdir(images)
        execFileSync('mkfifo', [join(images, 'secret.png')])
      },
    ],
    [
      'a link in place of the documents',
      async (images) => {
        const data = join(images, '..', 'data.ndjson')
        await rename(data, join(images, '..', '..', 'elsewhere.ndjson'))
        await symlink(join(images, '..', '..', 'elsewhere.ndjson'), data)
      },
    ],
    [
      'a pipe in place of the documents',
      async (images) => {
        const data = join(images, '..', 'data.ndjson')
        await rm(data)
        execFileSync('mkfifo', [data])
      },
    ],
  ])('%s', async (_what, make) => {
    const {lake, data} = await runningLake()
    const {stderr, exitCode} = await run(['load', await exportWith(make), '--data', data], {})
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/is a link|pipe/)])
    expect(await countIn(lake)).toBe(0)
  })

  test('a pipe that is named itself', async () => {
    const pipe = join(await temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const {data} = await runningLake()
    for (const argv of [
      ['load', pipe, '--data', data],
      ['list', '--content', pipe],
    ]) {
      expect(await run(argv, {})).toMatchObject({exitCode: 3, stderr: expect.stringContaining('pipe')})
    }
  })
})

test.each(['', 'images'])('export writes through no link: %j', async (place) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
    'base64',
  )
  const {lake, data} = await runningLake()
  await clientOf(lake).assets.upload('image', png)
  const folder = await temporaryFolder()
  const elsewhere = join(folder, 'elsewhere')
  await mkdir(elsewhere)
  const out = join(folder, 'bk')
  if (place) await mkdir(out)
  await symlink(elsewhere, join(out, place))
  const {exitCode, stderr} = await run(['export', '--out', `${out}/`, '--data', data], {})
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining('link')])
  expect(execFileSync('ls', [elsewhere], {encoding: 'utf8'})).toBe('')
})

test('a data folder that somebody made keeps its token out of their repository', async () => {
  const folder = await temporaryFolder()
  const dataDir = join(folder, '.roleprint')
  await mkdir(dataDir)
  await (await startLake({dataDir, port: 0, seed: () => []})).close()
  execFileSync('git', ['init', '-q'], {cwd: folder})
  execFileSync('git', ['add', '-A'], {cwd: folder})
  expect(existsSync(join(dataDir, 'token'))).toBe(true)
  expect(execFileSync('git', ['ls-files'], {cwd: folder, encoding: 'utf8'})).toBe('')
  // An older folder without the file gets it, too; one that somebody has changed stays as it is.
  await rm(join(dataDir, '.gitignore'))
  await (await startLake({dataDir, port: 0})).close()
  expect(await readFile(join(dataDir, '.gitignore'), 'utf8')).toBe('*\n')
  await writeFile(join(dataDir, '.gitignore'), 'token\n')
  await (await startLake({dataDir, port: 0})).close()
  expect(await readFile(join(dataDir, '.gitignore'), 'utf8')).toBe('token\n')
})

describe('a load that is cut off', () => {
  const circle = Array.from({length: 700}, (_, index) => ({
    _id: `r${index}`,
    _type: 'role',
    related: [{_key: 'a', _ref: `r${(index + 350) % 700}`}],
  }))

  /** Hands on to the lake, until so many writes have come. */
  async function cutAfter(url: string, most: number) {
    let writes = 0
    const server = createServer(async (request, response) => {
      if (request.url?.includes('/mutate/') && ++writes > most) return void request.socket.destroy()
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const {host: _, connection: __, ...headers} = request.headers
      const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
      const {method = 'GET'} = request
      const answer = await fetch(url + request.url, {method, headers: headers as Record<string, string>, body})
      response.writeHead(answer.status, {'Content-Type': 'application/json'}).end(await answer.text())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as {port: number}).port}`
  }

  test('is told as a fault of the way there, and a later one makes its references strong', async () => {
    const {lake, data} = await runningLake()
    const apiHost = await cutAfter(lake.url, 3)
    const hosted = ['--project', lake.project, '--dataset', lake.dataset, '--api-host', apiHost]
    const file = await contentFile(circle)
    const first = await run(['load', file, ...hosted], {SANITY_API_WRITE_TOKEN: lake.token})
    expect([first.exitCode, first.stderr]).toEqual([2, expect.not.stringContaining('fault of roleprint')])
    const weak = () => clientOf(lake).fetch('count(*[related[0]._weak == true])')
    expect(await weak()).toBeGreaterThan(0)
    await clientOf(lake).patch('r0').set({title: 'Mine'}).commit()
    const second = await run(['load', file, '--missing', '--data', data], {})
    expect([second.exitCode, second.stderr]).toEqual([
      0,
      expect.stringContaining('of a load that was cut off: finished.'),
    ])
    // What somebody has changed since is theirs.
    expect(await clientOf(lake).fetch('*[related[0]._weak == true]._id')).toEqual(['r0'])
    expect(await clientOf(lake).getDocument('r0')).toMatchObject({title: 'Mine'})
  })
})
