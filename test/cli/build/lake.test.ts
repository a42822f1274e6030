import {rm} from 'node:fs/promises'
import {request as ask, createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import type {Lake} from '../../../src/lake/index.ts'
import {lakeWith} from '../../lake/support/lake.ts'
import {contentFile, nurseDraft, temporaryFolder} from '../support/content.ts'
import {build, nurse, roleNamed, shared, tree} from './support.ts'

/** A server in front of a lake that counts what is asked, and refuses from one request on. */
async function inFrontOf(lake: Lake) {
  const counter = {isEmpty: false, requests: 0, failsFrom: Number.POSITIVE_INFINITY, status: 503}
  const server = createServer((request, response) => {
    counter.requests += 1
    if (counter.requests >= counter.failsFrom) {
      response.writeHead(counter.status, {'Content-Type': 'application/json'})
      return void response.end(JSON.stringify({statusCode: counter.status, error: 'No', message: 'No'}))
    }
    if (counter.isEmpty && request.url?.includes('%24ids')) {
      response.writeHead(200, {'Content-Type': 'application/json'})
      return void response.end(JSON.stringify({result: [], ms: 1, query: ''}))
    }
    const headers = {...request.headers, host: `127.0.0.1:${lake.port}`}
    const options = {host: '127.0.0.1', port: lake.port, method: request.method, path: request.url, headers}
    const asked = ask(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {counter, host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`}
}

async function site(documents: object[]) {
  const {lake, client} = await lakeWith(documents)
  const {counter, host} = await inFrontOf(lake)
  const out = join(await temporaryFolder(), 'site')
  const buildAgain = (...more: string[]) =>
    run(
      ['build', '--out', out, '--project', lake.project, '--dataset', lake.dataset, '--api-host', host, ...more],
      {SANITY_API_READ_TOKEN: lake.token},
      {timeout: 2000},
    )
  return {counter, client, out, build: buildAgain}
}

const many = (count: number) => Array.from({length: count}, (_, index) => roleNamed(`nurse-${index}`))

describe('a site of a lake', () => {
  test('is the same as of its documents in a file', async () => {
    const documents = [nurse, nurseDraft, roleNamed('midwife'), ...shared]
    const {out, build: remote} = await site(documents)
    expect(await remote()).toMatchObject({exitCode: 0})
    const local = join(await temporaryFolder(), 'local')
    await build(await contentFile(documents), local)
    const [there, here] = [await tree(out), await tree(local)]
    expect(Object.keys(there)).toEqual(Object.keys(here))
    // The lake has its own time of the last change, which the page tells.
    expect(there['roles/nurse/jd.md']).toBe(here['roles/nurse/jd.md'])
  })

  test('takes two requests, and one for each hundred roles', async () => {
    const {counter, build: remote} = await site([...many(350), ...shared])
    expect((await remote()).stdout).toMatch(/^Built 350 roles/)
    expect(counter.requests).toBe(6)
  })

  test('that has not changed takes two requests, and one role more takes three', async () => {
    const {counter, client, build: remote} = await site([...many(150), ...shared])
    await remote()
    counter.requests = 0
    expect((await remote()).stdout).toMatch(/0 written, 150 unchanged/)
    expect(counter.requests).toBe(2)
    counter.requests = 0
    await client.patch('role-nurse-7').set({title: 'Ward Nurse'}).commit()
    expect((await remote()).stdout).toMatch(/1 written, 149 unchanged/)
    expect(counter.requests).toBe(3)
  })

  test('that does not answer any more is left as it was, and the next build goes on where this one ended', async () => {
    const {counter, client, out, build: remote} = await site([...many(450), ...shared])
    await remote()
    const before = await tree(out)
    await client.patch('skill-calm').set({statement: 'Calm at all times.'}).commit()
    counter.requests = 0
    counter.failsFrom = 5
    const failed = await remote()
    expect(failed.exitCode).toBe(2)
    expect(failed.stdout).toBe('')
    expect(await tree(out)).toEqual(before)

    Object.assign(counter, {requests: 0, failsFrom: Number.POSITIVE_INFINITY})
    expect((await remote()).stdout).toMatch(/Built 450 roles.*450 written/)
    expect(counter.requests).toBeLessThan(7)
    expect((await tree(out))['roles/nurse-449/jd.md']).toContain('Calm at all times.')
  })

  test('does not go on with roles that have changed since', async () => {
    const {counter, client, out, build: remote} = await site([...many(250), ...shared])
    counter.failsFrom = 4
    expect(await remote()).toMatchObject({exitCode: 2})
    await client.patch('skill-calm').set({statement: 'Calm at all times.'}).commit()
    counter.failsFrom = Number.POSITIVE_INFINITY
    await remote()
    const files = await tree(out)
    for (const {slug} of many(250)) expect(files[`roles/${slug.current}/jd.md`]).toContain('Calm at all times.')
  })

  test('that lists roles and then answers none of them empties no site', async () => {
    const {counter, out, build: remote} = await site([nurse, roleNamed('midwife'), ...shared])
    await remote()
    const before = await tree(out)
    counter.isEmpty = true
    expect(await remote()).toMatchObject({exitCode: 0, stderr: expect.not.stringContaining('could not')})
    expect(await tree(out)).toEqual(before)
    await rm(join(out, 'roles/nurse/jd.md'))
    const again = await remote()
    expect(again.stderr).toContain('role-nurse: _id was there when the roles were listed, and not when they were read')
    expect(again.exitCode).toBe(1)
    expect(Object.keys(await tree(out))).toContain('roles/midwife/jd.md')
  })

  test('that refuses says so at once, and writes nothing', async () => {
    const {counter, out, build: remote} = await site([nurse, ...shared])
    Object.assign(counter, {failsFrom: 1, status: 401})
    expect(await remote()).toMatchObject({exitCode: 2, stderr: expect.stringContaining('401')})
    expect(counter.requests).toBe(1)
    expect(await tree(out)).toEqual({})
  })

  test('whose roles come and go meanwhile has every other one once', async () => {
    const {client, out, build: remote} = await site([...many(350), ...shared])
    let isDone = false
    const writer = (async () => {
      for (let index = 0; !isDone; index++) {
        await client.createOrReplace(roleNamed(`nurse-${index}-b`) as never)
        await client.delete(`role-nurse-${index}-b`)
      }
    })()
    const {stdout} = await remote()
    isDone = true
    await writer
    expect(stdout).toMatch(/^Built 35[01] roles/)
    const files = Object.keys(await tree(out))
    for (const {slug} of many(350)) expect(files).toContain(`roles/${slug.current}/jd.md`)
  })
})
