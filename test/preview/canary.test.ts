import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createClient} from '@sanity/client'
import {build} from 'esbuild'
import {afterEach, describe, expect, it, onTestFinished, vi} from 'vitest'
import type {Source} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {draftMode, webhook} from '../../src/preview.ts'
import {changed, delivery, webhookSecret} from './support/deliver.ts'
import {
  get,
  linkWith,
  officialLink,
  opened,
  personal,
  secretDocuments,
  signingSecret,
  site,
  siteWith,
  studio,
} from './support/site.ts'

const canary = 'skCanary0Token1Of2This3Test4'
const clientAt = (apiHost: string, token: string | undefined = canary) =>
  createClient({
    ...{projectId: 'abc123', dataset: 'production', apiVersion: '2025-02-19', useCdn: false, token},
    ...{apiHost, useProjectHostname: false, maxRetries: 0, ignoreBrowserTokenWarning: true},
  })

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A server in Sanity's place that has a fault, and what it was asked with. */
async function faulty(status: number, body: string) {
  const tokens: unknown[] = []
  const server = createServer((request, response) => {
    tokens.push(request.headers.authorization)
    response.writeHead(status, {'Content-Type': 'application/json'}).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens}
}

/** Everything that leaves while `work` is done: answers as bytes, and what is written to the console. */
async function leaving(work: () => Promise<Response[]>): Promise<string> {
  const written: string[] = []
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, method).mockImplementation((...said) => void written.push(said.map(String).join(' ')))
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((part) => written.push(String(part)) > 0)
  }
  const answers = await work()
  const parts = answers.map(
    async (answer) => `${answer.status}${JSON.stringify([...answer.headers])}${await answer.text()}`,
  )
  const text = [...(await Promise.all(parts)), ...written].join('\n')
  vi.restoreAllMocks()
  return text
}

describe('the token of the client', () => {
  it.each([
    ['right answers', 200, JSON.stringify({result: {personal: [personal], shared: []}})],
    ['wrong answers', 200, JSON.stringify({result: 7})],
    ['no JSON', 200, '<html>'],
    ['a refused token', 401, JSON.stringify({statusCode: 401, error: 'Unauthorized', message: `Bad token ${canary}`})],
    ['a fault of Sanity', 503, JSON.stringify({message: canary})],
  ])('leaves nowhere, with %s', async (_, status, body) => {
    const sanity = await faulty(status, body)
    const draft = draftMode({client: clientAt(sanity.url), secret: signingSecret, studioUrl: studio})
    const hear = webhook({source: clientAt(sanity.url), secret: webhookSecret})
    const text = await leaving(async () => {
      const enabled = await draft.enable(get(await officialLink()))
      const cookie = enabled.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return [
        enabled,
        await draft.enable(get(linkWith(['secret', canary]))),
        await draft.setPerspective(new Request(site, {method: 'POST', headers: {cookie, Origin: site}})),
        await draft.disable(get(site, {cookie})),
        await hear(await delivery(changed('skill-sql'))),
        new Response(JSON.stringify(draft.headers(draft.session(cookie)))),
      ]
    })
    expect(sanity.tokens.length).toBeGreaterThan(1)
    expect(new Set(sanity.tokens)).toEqual(new Set([`Bearer ${canary}`]))
    expect(text).not.toContain(canary)
    expect(text).not.toContain(signingSecret)
    expect(text).not.toContain(webhookSecret)
    expect(text).not.toMatch(/\.ts:\d|node_modules/)
  })

  it('is refused in a browser, by an error that does not say it', () => {
    vi.stubGlobal('window', {})
    const client = clientAt('http://127.0.0.1:1')
    expect(() => draftMode({client, secret: signingSecret})).toThrow(/^(?!.*skCanary).*in a browser.*allowBrowserToken/)
    expect(() => draftMode({client, secret: signingSecret, allowBrowserToken: true})).not.toThrow()
    const without = clientAt('http://127.0.0.1:1', '')
    expect(() => draftMode({client: without, secret: signingSecret})).not.toThrow()
    expect(() => draftMode({client: localSource([]), secret: signingSecret})).not.toThrow()
    vi.unstubAllGlobals()
    expect(() => draftMode({client, secret: signingSecret})).not.toThrow()
  })

  it('does not get into a bundle by way of the environment', async () => {
    vi.stubEnv('SANITY_READ_TOKEN', canary)
    vi.stubEnv('SANITY_API_READ_TOKEN', canary)
    const {outputFiles} = await build({
      stdin: {
        contents: `import {draftMode, webhook} from './src/preview.ts'; globalThis.made = [draftMode, webhook]`,
        resolveDir: process.cwd(),
      },
      ...{bundle: true, write: false, platform: 'node', format: 'esm', sourcemap: 'external', outdir: 'out'},
    })
    vi.unstubAllEnvs()
    expect(outputFiles.map(({text}) => text.length > 10_000)).toEqual([true, true])
    for (const {text} of outputFiles) expect(text).not.toContain(canary)
    const [code = ''] = outputFiles.filter(({path}) => path.endsWith('.js')).map(({text}) => text)
    expect(code).not.toMatch(/process\.env\.SANITY/)
  })
})

describe('addresses in a request', () => {
  const inner = [
    'http://169.254.169.254/latest/meta-data/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://[::ffff:127.0.0.1]/',
    'http://a@127.0.0.1/',
    'http://localtest.me/',
    '//169.254.169.254/',
    'file:///etc/passwd',
  ]

  it.each(inner)('such as %s are never fetched', async (address) => {
    const fetched = vi.fn(() => Promise.reject(new Error('nothing may be fetched')))
    vi.stubGlobal('fetch', fetched)
    const asked: string[] = []
    const known = localSource(secretDocuments())
    const client: Source = {
      fetch(...request) {
        asked.push(JSON.stringify(request))
        return known.fetch(...request)
      },
    }
    const draft = siteWith({client})
    const query = new URLSearchParams(
      ['url', 'image', 'asset', 'preview', 'studioUrl', 'redirect'].map((name) => [name, address]),
    )
    const link = `${linkWith(['secret', personal], ['pathname', address])}&${query}`
    const headers = {Referer: address, 'X-Forwarded-Host': address, 'X-Original-URL': address}
    const answer = await draft.enable(get(link, headers))
    expect(answer.headers.get('location')).toBe('/')
    await draft.disable(get(link, {...headers, cookie: await opened(draft)}))
    const hear = webhook({source: client, secret: webhookSecret})
    await hear(await delivery({...changed('skill-sql'), url: address, slug: address, projectId: address}, {headers}))
    expect(fetched).not.toHaveBeenCalled()
    expect(asked.length).toBeGreaterThan(2)
    for (const request of asked) expect(request).not.toContain(address)
  })
})
