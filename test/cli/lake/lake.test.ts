import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {sampleDocuments} from '../../content.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'

const folder = async () => join(await temporaryFolder(), 'data')

async function start(...argv: string[]) {
  const outcome = await run(['lake', '--port', '0', ...argv], {})
  if (outcome.close) onTestFinished(outcome.close)
  return {...outcome, url: /http:\S+/.exec(outcome.stdout)?.[0] ?? ''}
}

const count = async (url: string): Promise<number> => {
  const answer = await fetch(`${url}/v2025-02-19/data/query/production?query=count(*)`)
  return ((await answer.json()) as {result: number}).result
}

test('a new lake begins with the sample roles, and says where it is and where its token is', async () => {
  const data = await folder()
  const {stdout, stderr, url} = await start('--data', data)
  expect(stdout).toBe(`The lake runs at ${url} (project "local", dataset "production").
Its data is in ${data}, and the token for drafts and writing in ${join(data, 'token')}.
Stop it with Ctrl+C.
`)
  expect(stderr).toBe('')
  expect(await count(url)).toBe(sampleDocuments.filter(({_id}) => !_id.startsWith('drafts.')).length)
})

test('a lake that was there before keeps what it has', async () => {
  const data = await folder()
  const seed = await contentFile([{_id: 'a', _type: 'a'}])
  const first = await start('--data', data, '--seed', seed)
  await first.close?.()
  const second = await start('--data', data)
  expect(await count(second.url)).toBe(1)
})

test('a seed that is of no use, since there are documents already, is said to be so', async () => {
  const data = await folder()
  const seed = await contentFile([{_id: 'a', _type: 'a'}])
  const first = await start('--data', data, '--seed', seed)
  await first.close?.()
  expect((await start('--data', data, '--seed', seed)).stderr).toContain('--seed was not used')
})

test('a folder with other things in it is not taken over, and one of its own is kept out of a repository', async () => {
  const data = await folder()
  await mkdir(data)
  await writeFile(join(data, 'index.ts'), '')
  const {stderr, exitCode} = await start('--data', data)
  expect([stderr, exitCode]).toEqual([`${data} is no lake, and it is not empty (index.ts). Choose a new folder.\n`, 3])
  expect(await readdir(data)).toEqual(['index.ts'])
  const own = await folder()
  await start('--data', own)
  expect(await readFile(join(own, '.gitignore'), 'utf8')).toBe('*\n')
})

test.each([
  [['--origin', 'foo'], '--origin takes an address such as http://localhost:3000, not "foo".'],
  [['--dataset', 'Bad Name'], '--dataset takes up to 64 lower-case letters'],
])('%s is a wrong call', async (argv, message) => {
  const {stderr, exitCode} = await start('--data', await folder(), ...argv)
  expect([stderr.includes(message), exitCode]).toEqual([true, 64])
})

test('--reset begins anew and keeps the former data beside it', async () => {
  const data = await folder()
  const first = await start('--data', data, '--seed', await contentFile([{_id: 'a', _type: 'a'}]))
  expect((await start('--data', data, '--reset')).stderr).toBe(`A lake runs on ${data}. Stop it first.\n`)
  await first.close?.()
  const second = await start('--data', data, '--reset', '--seed', await contentFile([]))
  expect(await count(second.url)).toBe(0)
  expect(second.stderr).toMatch(/^The former data is kept in .+lake-until-\S+\.db\.\n$/)
  expect((await readdir(data)).filter((name) => /^lake-until-.+\.db$/.test(name))).toHaveLength(1)
})

test('a port that is taken gives the next free one, said aloud', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const taken = typeof address === 'object' ? address?.port : 0
  const {stderr, url} = await start('--data', await folder(), '--port', String(taken))
  expect(stderr).toBe(`Port ${taken} is taken, so the lake is on port ${new URL(url).port}.\n`)
})

test.each([
  [
    'a file that is no store',
    async (data: string) => writeFile(join(data, 'lake.db'), 'x'.repeat(5000)),
    3,
    'The file was left as it is.',
  ],
  [
    'a link in place of the file',
    async (data: string) => symlink('/etc/hosts', join(data, 'lake.db')),
    3,
    'it is a link or no file',
  ],
])('%s is refused with a reason', async (_, prepare, code, message) => {
  const data = await folder()
  await mkdir(data)
  await prepare(data)
  const {stderr, exitCode} = await start('--data', data)
  expect(stderr).toContain(message)
  expect(exitCode).toBe(code)
})

test('a seed that is no set of documents leaves nothing behind that would pass for a lake with content', async () => {
  const data = await folder()
  const bad = await start('--data', data, '--seed', await contentFile([{_id: 'a', _type: 'a', b: {_ref: 'gone'}}]))
  expect(bad).toMatchObject({exitCode: 1, stderr: expect.stringContaining('references non-existent document "gone"')})
  expect((await run(['list', '--data', data], {})).stderr).toContain('There is no lake in')
  const good = await start('--data', data, '--seed', await contentFile([{_id: 'a', _type: 'a'}]))
  expect(await count(good.url)).toBe(1)
})

test('the same roles are listed and rendered from a lake as from the sample files', async () => {
  const data = await folder()
  await start('--data', data)
  for (const command of [
    ['list'],
    ['list', '--perspective', 'drafts'],
    ['render', 'ai-engineer', '--format', 'page'],
  ]) {
    expect(await run([...command, '--data', data], {}), command.join(' ')).toEqual(
      await run([...command, '--sample'], {}),
    )
  }
  expect(existsSync(join(data, 'address.json'))).toBe(true)
})
