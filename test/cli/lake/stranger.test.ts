import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type LakeProcess, startProcess} from '../../../bench/lake/lake-process.ts'
import {run} from '../../../src/cli/run.ts'
import {clientOf} from '../../lake/support/lake.ts'
import {temporaryFolder} from '../support/content.ts'
import {fileOf} from './support.ts'

/** A lake that was ended in the middle of what it did, and somebody else's server at its port. */
async function killedLake(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const data = join(await temporaryFolder(), 'data')
  const lake = await startProcess({dataDir: data})
  await clientOf(lake).create({_id: 'drafts.kept', _type: 'role', title: 'Kept'})
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
