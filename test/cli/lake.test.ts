import {createServer} from 'node:http'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {localSource} from '../../src/local.ts'
import {nurse, shared} from './support/content.ts'
import {fakeLake, json} from './support/fake-lake.ts'

const token = 'sk-Canary0123456789'
const lake = (apiHost: string) => ['--project', 'abc123', '--dataset', 'production', '--api-host', apiHost]
const list = (apiHost: string, env = {}) => run(['list', ...lake(apiHost)], env, {timeout: 300})

describe('a project is asked', () => {
  test('with the real client, in the perspective wanted and with the token', async () => {
    const source = localSource([nurse, ...shared])
    const {apiHost, requests} = await fakeLake(async (request, response) => {
      const search = new URL(request.url ?? '/', 'http://localhost').searchParams
      let body = ''
      for await (const part of request) body += part
      const posted = body === '' ? {} : JSON.parse(body)
      const given = [...search]
        .filter(([name]) => name.startsWith('$'))
        .map(([name, value]) => [name.slice(1), JSON.parse(value)])
      const result = await source.fetch(posted.query ?? search.get('query'), posted.params ?? Object.fromEntries(given))
      json(200, {result, ms: 1})(request, response)
    })
    const {stdout, stderr, exitCode} = await run(['render', 'nurse', ...lake(apiHost)], {
      SANITY_API_READ_TOKEN: ` ${token}\n`,
    })
    expect(stdout).toContain('- Visit each patient twice a day.')
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
    // The role, and in which languages there are roles of this slug.
    expect(requests).toHaveLength(2)
    for (const {url, headers} of requests) {
      expect(url).toMatch(/^\/v2025-02-19\/data\/query\/production\?.*perspective=published/)
      expect(headers).toMatchObject({authorization: `Bearer ${token}`, 'x-sanity-project-id': 'abc123'})
    }
  })

  test('without a token for drafts, with a warning', async () => {
    const {apiHost, requests} = await fakeLake(json(200, {result: [], ms: 1}))
    const {stderr, exitCode} = await run(['list', '--perspective', 'drafts', ...lake(apiHost)], {})
    expect(stderr).toMatch(/^Warning: without a token in SANITY_API_READ_TOKEN, Sanity shows no drafts\.\n/)
    expect(exitCode).toBe(0)
    expect(requests[0]?.url).toContain('perspective=drafts')
    expect(requests[0]?.headers.authorization).toBeUndefined()
  })
})

describe('a project that does not answer is explained in one sentence', () => {
  const unauthorized = {statusCode: 401, error: 'Unauthorized', message: `Session not found for ${token}`}

  test.each([
    [
      401,
      unauthorized,
      'Check that the token in SANITY_API_READ_TOKEN may read the dataset "production" of project "abc123".',
    ],
    [403, {...unauthorized, statusCode: 403}, 'Check that the token in SANITY_API_READ_TOKEN may read'],
    [404, {statusCode: 404, error: 'Not Found', message: 'Dataset not found'}, 'Check --project and --dataset.'],
    [429, {statusCode: 429, error: 'Too Many', message: 'slow down'}, 'Wait a minute, then try again.'],
    [500, {statusCode: 500, error: 'Internal', message: 'oops'}, 'Try again in a minute.'],
    [
      400,
      {error: {type: 'queryParseError', description: 'bad', query: '*[', start: 1, end: 2}},
      '(HTTP 400: GROQ query parse error:)',
    ],
  ])('HTTP %i', async (status, body, advice) => {
    const {apiHost, requests} = await fakeLake(json(status, body))
    const {stdout, stderr, exitCode} = await list(apiHost, {SANITY_API_READ_TOKEN: token})
    expect(stderr).toContain(advice)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toContain(token)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 2})
    if ([429, 500].includes(status)) expect(requests.length).toBeGreaterThan(1)
    else expect(requests).toHaveLength(1)
  })

  test('a missing token, where one is needed', async () => {
    const {apiHost} = await fakeLake(json(401, unauthorized))
    expect((await list(apiHost)).stderr).toContain('Set SANITY_API_READ_TOKEN to a token that may read')
  })

  test('a host that hangs', async () => {
    const {apiHost} = await fakeLake(() => {})
    const {stderr, exitCode} = await list(apiHost)
    expect(stderr).toBe(
      `${new URL(apiHost).host} did not answer in time. Check your network and --api-host, then try again.\n`,
    )
    expect(exitCode).toBe(2)
  })

  test.each([
    ['a login page', 'text/html', '<h1>Log in</h1>'],
    ['half an answer', 'application/json', '{"resu'],
    ['an answer without a result', 'application/json', '{}'],
  ])('%s in place of an answer', async (_, type, body) => {
    const {apiHost} = await fakeLake((_request, response) => {
      response.writeHead(200, {'content-type': type})
      response.end(body)
    })
    const {stdout, stderr, exitCode} = await list(apiHost)
    expect(stderr).toMatch(/^127\.0\.0\.1:\d+ answers, but not as Sanity does\. Check --api-host/)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 2})
  })

  test('a redirect, which is not followed with the token', async () => {
    const elsewhere = await fakeLake(json(200, {result: []}))
    const {apiHost} = await fakeLake((_request, response) => {
      response.writeHead(302, {location: elsewhere.apiHost})
      response.end()
    })
    expect((await list(apiHost, {SANITY_API_READ_TOKEN: token})).exitCode).toBe(2)
    expect(elsewhere.requests).toEqual([])
  })

  test('a connection that breaks off', async () => {
    const {apiHost} = await fakeLake((request) => request.socket.destroy())
    expect((await list(apiHost)).stderr).toMatch(/cannot be reached for project "abc123" \(UND_ERR_SOCKET\)/)
  })

  test('a port where nobody listens', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as {port: number}).port))
    })
    await new Promise((resolve) => server.close(resolve))
    const {stderr, exitCode} = await list(`http://127.0.0.1:${port}`)
    expect(stderr).toBe(
      `127.0.0.1:${port} cannot be reached for project "abc123" (ECONNREFUSED). Check your network, --project and --api-host.\n`,
    )
    expect(exitCode).toBe(2)
  })

  test('a host that does not exist, with the project in its name', async () => {
    const {stderr, exitCode} = await run(
      ['list', ...lake('https://sanity.invalid')],
      {SANITY_API_READ_TOKEN: token},
      {timeout: 300},
    )
    expect(stderr).toMatch(/^sanity\.invalid cannot be reached for project "abc123" \(E\w+\)\./)
    expect(exitCode).toBe(2)
  })

  test('a token that cannot be sent, which is not printed either', async () => {
    const {apiHost, requests} = await fakeLake(json(200, {result: []}))
    const {stderr, exitCode} = await list(apiHost, {SANITY_API_READ_TOKEN: 'sk-Canary\nsecond-line'})
    expect(stderr).toMatch(/^SANITY_API_READ_TOKEN holds a space, a line break/)
    expect(stderr).not.toMatch(/Canary|second-line/)
    expect(exitCode).toBe(64)
    expect(requests).toEqual([])
  })

  test('a reason that would move the cursor', async () => {
    const {apiHost} = await fakeLake(json(404, {statusCode: 404, error: 'Not Found', message: 'x\x1b[2J\x9b'}))
    expect((await list(apiHost)).stderr).toContain('x\\u001b[2J\\u009b')
  })
})
