import type {IncomingMessage, ServerResponse} from 'node:http'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {explain} from '../../src/cli/explain.ts'
import {run} from '../../src/cli/run.ts'
import {contentFile, nurse, shared, temporaryFolder} from './support/content.ts'
import {fakeLake, json} from './support/fake-lake.ts'

/** The commands that read or write content, and what each needs beside it. `FILE`, `OUT` and `PIC` are made for the test. */
const reading = [
  ['list'],
  ['render', 'nurse'],
  ['check'],
  ['diff', 'nurse'],
  ['share', 'nurse', '--out', 'OUT'],
  ['build', '--out', 'OUT'],
]
const moving = [
  ['export'],
  ['export', '--out', 'OUT/'],
  ['load', 'FILE'],
  ['load', 'FILE', '--missing'],
  ['load', 'PIC'],
]
const commands = [...reading, ['serve', '--port', '0'], ['preview', '--port', '0'], ['lake'], ['start'], ...moving]

async function call(argv: readonly string[], more: readonly string[] = []) {
  const folder = await temporaryFolder()
  const file = await contentFile([{_id: 'a', _type: 'skill', name: 'SQL'}])
  const picture = await contentFile([{_id: 'a', _type: 'person', image: {_sanityAsset: 'file@file://./files/x.txt'}}])
  const {mkdir, writeFile} = await import('node:fs/promises')
  await mkdir(join(picture, '..', 'files'), {recursive: true})
  await writeFile(join(picture, '..', 'files', 'x.txt'), 'x')
  const parts: Record<string, string> = {
    FILE: file,
    PIC: picture,
    OUT: join(folder, 'out'),
    'OUT/': join(folder, 'out/'),
  }
  const env = {SANITY_API_READ_TOKEN: 'sk-reading', SANITY_API_WRITE_TOKEN: 'sk-writing'}
  const outcome = await run([...argv.map((part) => parts[part] ?? part), ...more], env, {timeout: 300})
  if (outcome.close) onTestFinished(outcome.close)
  return outcome
}

const answers: [what: string, answer: (request: IncomingMessage, response: ServerResponse) => unknown][] = [
  ['breaks every connection off', (request) => request.socket.destroy()],
  ['hangs', () => {}],
  [
    'breaks off in the middle of its answer',
    (_request, response) => {
      response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 100})
      response.write('{"result":[', () => response.destroy())
    },
  ],
  ['refuses the token', json(401, {statusCode: 401, error: 'Unauthorized', message: 'no session'})],
  ['forbids', json(403, {statusCode: 403, error: 'Forbidden', message: 'may not'})],
  ['knows no such dataset', json(404, {statusCode: 404, error: 'Not Found', message: 'no dataset'})],
  ['is asked too often', json(429, {statusCode: 429, error: 'Too Many', message: 'slow down'})],
  ['has a fault', json(500, {statusCode: 500, error: 'Internal', message: 'oops'})],
  ['is away', json(503, {statusCode: 503, error: 'Unavailable', message: 'later'})],
  [
    'shows a login page',
    (_request, response) => response.writeHead(200, {'Content-Type': 'text/html'}).end('<h1>Log in</h1>'),
  ],
  ['sends on elsewhere', (_request, response) => response.writeHead(302, {Location: 'http://127.0.0.1:9/'}).end()],
]

describe('2: where Sanity', () => {
  describe.each(answers)('%s', (_what, answer) => {
    test.each([...reading, ...moving].map((argv) => [argv.join(' '), argv]))('%s', async (_name, argv) => {
      const {apiHost} = await fakeLake(answer)
      const {exitCode, stderr, stdout} = await call(argv, ['--project', 'abc', '--dataset', 'd', '--api-host', apiHost])
      expect([exitCode, stderr]).toEqual([
        2,
        expect.stringMatching(/^(?:127\.0\.0\.1:\d+|Sanity) .+\.( It sent (?!no type).+)?\n$/),
      ])
      expect(stdout + stderr).not.toMatch(/fault of roleprint|sk-/)
    })
  })
})

test('2: a load that may not write is told which token to look at', async () => {
  const {apiHost} = await fakeLake(json(403, {statusCode: 403, error: 'Forbidden', message: 'may not'}))
  const hosted = ['--project', 'abc', '--dataset', 'd', '--api-host', apiHost]
  expect((await call(['load', 'FILE'], hosted)).stderr).toContain('SANITY_API_WRITE_TOKEN may write')
  expect((await call(['list'], hosted)).stderr).toContain('SANITY_API_READ_TOKEN may read')
})

const named = commands.map((argv): [string, string[]] => [argv.join(' '), argv])

describe('64: an option that is not there', () => {
  test.each(named)('%s', async (_name, argv) => {
    expect(await call(argv, ['--nonsense'])).toMatchObject({
      exitCode: 64,
      stdout: '',
      stderr: expect.stringMatching(/--help/),
    })
  })
})

describe('3: where the files are not there, or no lake is,', () => {
  test.each(reading.map((argv) => [argv.join(' '), argv]))('%s', async (_name, argv) => {
    for (const origin of [
      ['--content', '/no/such'],
      ['--data', '/no/such'],
    ]) {
      expect(await call(argv, origin)).toMatchObject({
        exitCode: 3,
        stdout: '',
        stderr: expect.stringContaining('/no/such'),
      })
    }
  })

  test.each<[string, string[]]>([
    ['export', ['export', '--data', '/no/such']],
    ['load', ['load', '/no/such', '--data', 'OUT']],
    ['load into a file', ['load', 'FILE', '--data', 'FILE']],
    ['serve', ['serve', '--content', '/no/such', '--port', '0']],
    ['preview', ['preview', '--data', '/no/such', '--port', '0']],
    ['lake', ['lake', '--data', 'FILE', '--port', '0']],
    ['lake with a seed', ['lake', '--data', 'OUT', '--seed', '/no/such', '--port', '0']],
    ['start', ['start', '--data', 'FILE', '--no-studio', '--port', '0', '--site-port', '0']],
    ['render into no folder', ['render', 'machine-learning-engineer', '--sample', '--out', '/no/such/file']],
    ['diff into no folder', ['diff', 'seo-specialist', '--sample', '--out', '/no/such/file']],
    ['share into no folder', ['share', 'seo-specialist', '--sample', '--out', '/no/such/file']],
    ['build into a file', ['build', '--sample', '--out', 'FILE']],
  ])('%s', async (_name, argv) => {
    expect(await call(argv)).toMatchObject({exitCode: 3, stdout: '', stderr: expect.not.stringContaining('fault of')})
  })
})

describe('1: something about the content:', () => {
  test.each<[string, string[]]>([
    ['render of no role', ['render', 'nobody']],
    ['diff of no role', ['diff', 'nobody']],
    ['share of no role', ['share', 'nobody']],
    ['check of no role', ['check', 'nobody']],
    ['check of a role that cannot be published', ['check', 'broken']],
    ['build of a role that is not whole', ['build', '--out', 'OUT']],
  ])('%s', async (_name, argv) => {
    const content = await contentFile([
      ...shared,
      nurse,
      {...nurse, _id: 'broken', title: null, slug: {current: 'broken'}},
    ])
    expect(await call(argv, ['--content', content])).toMatchObject({exitCode: 1})
  })

  test.each<[string, string[]]>([
    ['a line that is no JSON', ['{']],
    ['an id twice', ['{"_id":"a","_type":"b"}', '{"_id":"a","_type":"b"}']],
  ])('%s, from every command', async (_what, lines) => {
    const {writeFile} = await import('node:fs/promises')
    const content = join(await temporaryFolder(), 'content.ndjson')
    await writeFile(content, lines.join('\n'))
    for (const argv of reading)
      expect(await call(argv, ['--content', content]), argv.join(' ')).toMatchObject({exitCode: 1})
    for (const argv of [
      ['load', content, '--data', 'OUT'],
      ['lake', '--seed', content, '--data', 'OUT', '--port', '0'],
    ])
      expect(await call(argv), argv.join(' ')).toMatchObject({exitCode: 1})
  })
})

test('70: nothing but what nobody has thought of', () => {
  expect(explain(new Error('x is not a function'), null)).toMatchObject({
    ...{exitCode: 70, message: expect.stringContaining('This is a fault of roleprint, not of yours: x is not')},
  })
})

test('0: all commands, where nothing is wrong', async () => {
  const content = await contentFile([...shared, nurse, {...nurse, _id: 'drafts.nurse', title: 'Head Nurse'}])
  for (const argv of reading.filter(([name]) => name !== 'check')) {
    expect(await call(argv, ['--content', content]), argv.join(' ')).toMatchObject({exitCode: 0})
  }
  expect(await call(['check', '--sample', '--perspective', 'published'])).toMatchObject({exitCode: 0})
  for (const argv of [['serve'], ['preview']])
    expect(await call([...argv, '--content', content, '--port', '0'])).toMatchObject({exitCode: 0})
  const data = join(await temporaryFolder(), 'data')
  for (const argv of [['load', content], ['load', content, '--replace'], ['export'], ['export', '--out', 'OUT']])
    expect(await call(argv, ['--data', data]), argv.join(' ')).toMatchObject({exitCode: 0})
  expect(await call(['lake', '--data', data, '--port', '0'])).toMatchObject({exitCode: 0})
})
