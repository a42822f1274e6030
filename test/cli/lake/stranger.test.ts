import {execFile} from 'node:child_process'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {type LakeProcess, startProcess} from '../../../bench/lake/lake-process.ts'
import {run} from '../../../src/cli/run.ts'
import {clientOf} from '../../lake/support/lake.ts'
import {temporaryFolder} from '../support/content.ts'
import {fileOf} from './support.ts'

const execute = promisify(execFile)
const main = new URL('../../../src/cli/main.ts', import.meta.url).pathname

async function startedLake() {
  const data = join(await temporaryFolder(), 'data')
  const lake = await startProcess({dataDir: data})
  onTestFinished(() => lake.kill())
  await clientOf(lake).create({_id: 'drafts.kept', _type: 'role', title: 'Kept', slug: {current: 'kept'}})
  return {data, lake}
}

/** A lake that was ended in the middle of what it did, and somebody else's server at its port. */
async function killedLake(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const {data, lake} = await startedLake()
  await lake.kill()
  const heard = await stranger(lake, answer)
  return {data, heard, token: lake.token}
}

/** Listens at the lake's port, and gives all it is told. */
async function stranger(
  {url}: Pick<LakeProcess, 'url'>,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(JSON.stringify([request.url, request.rawHeaders]))
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return heard
}

const pong = (_request: IncomingMessage, response: ServerResponse) =>
  void response.setHeader('Content-Type', 'application/json').end('{"pong":true,"proof":"bm8","result":[]}')
const endless = (_request: IncomingMessage, response: ServerResponse) => {
  const more = () => void (response.write('x'.repeat(65_536)) && setImmediate(more))
  response.on('drain', more)
  more()
}
const elsewhere = ({url}: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(307, {Location: `http://127.0.0.1:${port(response)}/other${url}`}).end()
const port = ({socket}: ServerResponse) => socket?.localPort

describe.each([
  ['answers every ping', pong],
  ['answers without an end', endless],
  ['sends on to another address', elsewhere],
])('whoever listens where a lake was killed, and %s,', (_what, answer) => {
  test.each([
    ['list', ['list', '--perspective', 'drafts']],
    ['load', ['load', '']],
    ['export', ['export', '--out', '']],
  ])('hears no token from %s, which has its answer from the folder', async (name, argv) => {
    const {data, heard, token} = await killedLake(answer)
    const file = name === 'load' ? await fileOf('{"_id":"more","_type":"skill","name":"SQL"}') : join(data, '..', 'out')
    const {exitCode, stderr} = await run([...argv.map((part) => part || file), '--data', data], {})
    expect([exitCode, stderr]).toEqual([0, expect.any(String)])
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.filter((request) => request.includes(token))).toEqual([])
  })
})

describe('whoever listens where a lake was killed while a command used it hears no token from', () => {
  test.each(['preview', 'serve'])('%s, which goes on asking', async (name) => {
    const {data, lake} = await startedLake()
    const site = await run([name, '--data', data, '--port', '0'], {}, {timeout: 500})
    onTestFinished(() => site.close?.())
    const page = `${site.stdout.trim()}roles/kept?perspective=drafts`.replace('localhost', '127.0.0.1')
    expect((await fetch(page)).status).toBe(200)
    await lake.kill()
    const heard = await stranger(lake, pong)
    for (const _ of [1, 2, 3]) expect((await fetch(page)).status).toBeGreaterThanOrEqual(500)
    const ofPages = heard.length
    expect(ofPages).toBeGreaterThan(0)
    // The preview opens its stream again by itself.
    if (name === 'preview') await vi.waitFor(() => expect(heard.length).toBeGreaterThan(ofPages), 20_000)
    expect(heard.filter((request) => request.includes(lake.token))).toEqual([])
  })
})

test('a proxy hears no token, though the environment names one', async () => {
  const {data, lake} = await startedLake()
  const heard: string[] = []
  const proxy = createServer((request, response) => {
    heard.push(JSON.stringify(request.rawHeaders))
    response.writeHead(502).end()
  })
  proxy.on('connect', ({url}, socket) => {
    heard.push(`CONNECT ${url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const address = `http://127.0.0.1:${(proxy.address() as {port: number}).port}`
  const env = {...process.env, HTTP_PROXY: address, http_proxy: address, NO_PROXY: '', no_proxy: ''}
  const listed = () => execute(process.execPath, [main, 'list', '--data', data, '--perspective', 'drafts'], {env})
  await listed().finally(() => expect(heard).toEqual([]))
  await lake.kill()
  expect((await listed()).stdout).toContain('kept')
  expect(heard).toEqual([])
})

test('a lake proves that it knows its token, at its own address and for one challenge', async () => {
  const data = join(await temporaryFolder(), 'data')
  const lake = await startProcess({dataDir: data})
  onTestFinished(() => lake.kill())
  const proofFor = async (challenge: string) => {
    const answer = await fetch(`${lake.url}/v1/ping?challenge=${challenge}`)
    return ((await answer.json()) as {proof?: string}).proof
  }
  const one = await proofFor('a'.repeat(32))
  expect(one).toMatch(/^[\w-]{43}$/)
  expect(await proofFor('a'.repeat(32))).toBe(one)
  expect(await proofFor('b'.repeat(32))).not.toBe(one)
  expect(await proofFor('short')).toBeUndefined()
  // Whoever hands a challenge on to the lake gets a proof for the lake's address, which is not its own.
  const relay = createServer(async ({url}, response) => {
    response.end(await (await fetch(`${lake.url}${url}`)).text())
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void relay.close())
  const {proofOf} = await import('../../../src/loopback/proof.ts')
  const {port} = relay.address() as {port: number}
  expect(await proofFor('c'.repeat(32))).toBe(proofOf(lake.token, 'c'.repeat(32), lake.url))
  expect(await proofFor('c'.repeat(32))).not.toBe(proofOf(lake.token, 'c'.repeat(32), `http://127.0.0.1:${port}`))
})
