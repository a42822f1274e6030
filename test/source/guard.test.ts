import {once} from 'node:events'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {inspect} from 'node:util'
import type {ClientConfig} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {
  ContentAccessError,
  ContentResponseError,
  ContentTimeoutError,
  ContentUnavailableError,
  fetchRoles,
  RoleNotFoundError,
  type Source,
  SourceError,
  sanitySource,
} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {fakeLake, json} from '../cli/support/fake-lake.ts'
import {busy, clientOf, cutInTheMiddle, good, hang, hangInTheMiddle, reset, sent} from './support/answers.ts'

const token = 'skCanary0123456789abcdef'
const published = {perspective: 'published'} as const

/** A server that does these, one after another, and the last one for ever. */
async function meeting(...answers: RequestListener[]) {
  let count = 0
  const lake = await fakeLake((request, response) =>
    answers[Math.min(count++, answers.length - 1)]?.(request, response),
  )
  return {...lake, client: clientOf(lake.apiHost)}
}

const errorOf = (asked: Promise<unknown>) =>
  asked.then(
    (value) => expect.unreachable(`gave ${value}`),
    (error) => error,
  )

const short = '*[_type == "role"]'
const long = `${short} // ${'x'.repeat(15_000)}`

describe('what may pass is asked again', () => {
  const cases = Object.entries({
    ...{reset, 'a body cut off': cutInTheMiddle, 'half an answer': sent('{"resu'), 'a page': sent('<p>', 'text/html')},
    ...{'no body': sent(''), 'no result': sent('{}'), null: sent('null'), 'a redirect': sent('', 'text/plain', 302)},
    ...Object.fromEntries([408, 429, 500, 502, 503, 504].map((status) => [status, json(status, {})])),
  })

  it.each(cases)('%s, in short questions and in long ones', async (_, fault) => {
    for (const query of [short, long]) {
      const {client, requests} = await meeting(fault, fault, good)
      expect(await sanitySource(client).fetch(query, {}, published)).toBe('good')
      expect(requests.map(({method}) => method)).toEqual(Array(3).fill(query === long ? 'POST' : 'GET'))
    }
  })

  it('five times for each kind of fault', async () => {
    const {client, requests} = await meeting(json(500, {}))
    const error = await errorOf(sanitySource(client).fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentUnavailableError)
    expect(error).toMatchObject({status: 500, attempts: 6, retryAfter: null})
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ .*dataset "production" of project "abc123".*HTTP 500.*again/)
    expect(requests).toHaveLength(6)
  }, 30_000)

  it('not a body that never becomes an answer: its type and its beginning are told', async () => {
    const {client} = await meeting(sent(`<h1>${'Log in '.repeat(100)}</h1>`, 'text/html'))
    const error = await errorOf(sanitySource(client, {timeout: 300}).fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentResponseError)
    expect(error).toMatchObject({contentType: 'text/html', excerpt: `<h1>${'Log in '.repeat(100)}`.slice(0, 200)})
  })

  it.each([401, 403, 404])('not %i: project and dataset are told, and what to check', async (status) => {
    const {client, requests} = await meeting(json(status, {message: 'No.'}))
    const error = await errorOf(fetchRoles(client))
    expect(error).toBeInstanceOf(ContentAccessError)
    expect(error).toMatchObject({status, attempts: 1})
    expect(error.message).toMatch(
      /dataset "production" of project "abc123".*Check projectId, dataset and what the token/,
    )
    expect(requests).toHaveLength(1)
  })

  it('a connection that a browser refuses without a reason: the CORS origins are told of', async () => {
    const fetch = async () => Promise.reject(new TypeError('Failed to fetch'))
    const error = await errorOf(sanitySource({fetch}, {timeout: 300}).fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentUnavailableError)
    expect(error.message).toMatch(/cannot be reached.*CORS origins/)
  })

  it('not a question that is wrong', async () => {
    const {client, requests} = await meeting(json(400, {message: 'Bad query'}))
    await expect(fetchRoles(client)).rejects.toThrow('HTTP 400')
    expect(requests).toHaveLength(1)
  })

  it('not a host nobody listens at, for ever', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const {port} = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const source = sanitySource(clientOf(`http://127.0.0.1:${port}`), {timeout: 300})
    const error = await errorOf(source.fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentUnavailableError)
    expect(error).toMatchObject({status: null, code: 'ECONNREFUSED'})
  })
})

describe('a server that says when to come back', () => {
  it.each([
    ['seconds', (_due: number) => '2', 429],
    ['a date', (due: number) => new Date(due).toUTCString(), 503],
  ])('is left alone until then, told in %s', async (_, after, status) => {
    // A date has whole seconds.
    const due = Math.floor(Date.now() / 1000) * 1000 + 2000
    const {client} = await meeting(busy(after(due), status), good)
    expect(await sanitySource(client).fetch(short, {}, published)).toBe('good')
    expect(Date.now()).toBeGreaterThanOrEqual(due - 20)
  })

  it('and names a time without end is not waited for, and no such time is told', async () => {
    const {client, requests} = await meeting(busy('9'.repeat(400)))
    const error = await errorOf(fetchRoles(client))
    expect(error.message).toMatch(/Try again in \d+ s\.$/)
    expect(Number.isFinite(error.retryAfter)).toBe(true)
    expect(requests).toHaveLength(1)
  })

  it('and means longer than there is time is not waited for', async () => {
    const {client, requests} = await meeting(busy('3600'))
    const error = await errorOf(fetchRoles(client))
    expect(error).toMatchObject({status: 429, attempts: 1, retryAfter: 3600})
    expect(error.message).toContain('Try again in 3600 s')
    expect(requests).toHaveLength(1)
  })
})

describe('time', () => {
  it.each(Object.entries({hang, hangInTheMiddle}))('ends a request and then the call: %s', async (_, fault) => {
    const {client, requests} = await meeting(fault)
    const error = await errorOf(sanitySource(client, {attemptTimeout: 200, timeout: 900}).fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentTimeoutError)
    expect(error.attempts).toBeGreaterThan(1)
    expect(error.attempts).toBe(requests.length)
    await expect.poll(() => requests.filter(({socket}) => !socket.destroyed)).toEqual([])
  })

  it('goes on after a request that hangs', async () => {
    const {client} = await meeting(hang, good)
    expect(await sanitySource(client, {attemptTimeout: 200}).fetch(short, {}, published)).toBe('good')
  })
})

describe('an abort', () => {
  it('frees its place at once, for who comes after', async () => {
    const {client, requests} = await meeting(hang, hang, good)
    const source = sanitySource(client, {concurrency: 2, timeout: 600_000, attemptTimeout: 600_000})
    const visits = [new AbortController(), new AbortController()]
    const left = visits.map(({signal}) => errorOf(source.fetch(short, {}, {...published, signal})))
    await expect.poll(() => requests.length).toBe(2)
    const next = source.fetch(short, {}, published)
    for (const visit of visits) visit.abort()
    expect(await next).toBe('good')
    for (const error of await Promise.all(left)) expect(error).toMatchObject({name: 'AbortError'})
  })

  it('is honoured in line, before the request and while waiting', async () => {
    const {client, requests} = await meeting(hang)
    const source = sanitySource(client, {concurrency: 1})
    const first = new AbortController()
    const second = new AbortController()
    const calls = [first, second].map(({signal}) => errorOf(source.fetch(short, {}, {...published, signal})))
    await expect.poll(() => requests.length).toBe(1)
    second.abort(new Error('not needed'))
    expect(await calls[1]).toMatchObject({message: 'not needed'})
    first.abort()
    expect(await calls[0]).toMatchObject({name: 'AbortError'})
    await expect(fetchRoles(client, {signal: AbortSignal.abort()})).rejects.toMatchObject({name: 'AbortError'})
    expect(requests).toHaveLength(1)
    await expect(fetchRoles(localSource([]), {signal: AbortSignal.abort()})).rejects.toMatchObject({name: 'AbortError'})
  })
})

describe('all calls of a source', () => {
  it('make so many requests at once, and no more', async () => {
    let [now, most] = [0, 0]
    const {apiHost} = await fakeLake((request, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        good(request, response)
      }, 5)
    })
    const source = sanitySource(clientOf(apiHost), {concurrency: 3})
    await Promise.all(Array.from({length: 60}, () => source.fetch(short, {}, published)))
    expect(most).toBe(3)
  })

  it('stop asking again when nothing succeeds, and begin anew when something does', async () => {
    let isDown = true
    const {apiHost, requests} = await fakeLake((request, response) =>
      (isDown ? json(500, {}) : requests.length % 3 === 0 ? reset : good)(request, response),
    )
    const source = sanitySource(clientOf(apiHost))
    const many = (count: number) =>
      Promise.allSettled(Array.from({length: count}, () => source.fetch(short, {}, published)))
    await many(40)
    const before = requests.length
    await many(100)
    expect((requests.length - before) / 100).toBeLessThanOrEqual(1.2)
    isDown = false
    await many(60)
    expect((await many(60)).filter(({status}) => status === 'rejected')).toEqual([])
  }, 30_000)
})

describe('a request', () => {
  const urls = async (ask: (client: ReturnType<typeof clientOf>) => Promise<unknown>, config: ClientConfig = {}) => {
    const {apiHost, requests} = await fakeLake(json(200, {result: []}))
    await ask(clientOf(apiHost, config))
    return requests.map(({url}) => new URL(url ?? '', apiHost).searchParams)
  }

  it('says its perspective and its tag', async () => {
    const [usual] = await urls((client) => fetchRoles(client), {perspective: 'drafts'})
    expect([usual?.get('perspective'), usual?.get('tag')]).toEqual(['published', 'roleprint'])
    const fetchOptions = {tag: 'site.list'}
    const [own] = await urls((client) => fetchRoles(sanitySource(client, {fetchOptions}), {perspective: 'drafts'}))
    expect([own?.get('perspective'), own?.get('tag')]).toEqual(['drafts', 'site.list'])
    const [once] = await urls((client) => fetchRoles(client, {fetchOptions}))
    expect(once?.get('tag')).toBe('site.list')
  })

  it('goes to the CDN for what is published alone, where the client uses it, and never where it must not', async () => {
    const asked: unknown[] = []
    const answer: Source['fetch'] = async (_query, _params, options) => {
      asked.push((options as {useCdn?: boolean}).useCdn)
      return []
    }
    for (const perspective of ['published', 'drafts', 'raw', ['rSpring']] as const) {
      await fetchRoles(sanitySource(answer), {perspective, fetchOptions: {useCdn: true}})
      await fetchRoles(sanitySource(answer, {fetchOptions: {useCdn: false}}), {perspective})
    }
    expect(asked).toEqual([true, false, false, false, false, false, false, false])
  })

  it('leaves the client as it is, and its own handler in use', async () => {
    let handled = 0
    const requestHandler: NonNullable<ClientConfig['requestHandler']> = (request, next) => {
      handled += 1
      return next(request)
    }
    const {client, requests} = await meeting(json(503, {}), good)
    const own = client.withConfig({requestHandler})
    const before = own.config()
    expect(await sanitySource(own).fetch(short, {}, published)).toBe('good')
    expect(own.config()).toEqual(before)
    expect([handled, requests.length]).toEqual([2, 2])
  })
})

describe('a source that is a function', () => {
  it('is asked with all options, and may not answer undefined', async () => {
    const asked: unknown[] = []
    const answers = [undefined, 'good']
    const source = sanitySource(async (...question) => {
      asked.push(question[2])
      return answers.shift()
    })
    const next = {tags: ['roles']}
    const options = {...published, next}
    expect(await source.fetch(short, {}, options)).toBe('good')
    expect(asked).toEqual(Array(2).fill(expect.objectContaining({...options, tag: 'roleprint'})))
    const never = sanitySource(async () => undefined, {timeout: 200})
    expect(await errorOf(never.fetch(short, {}, published))).toBeInstanceOf(ContentResponseError)
    expect(await sanitySource(async () => null).fetch(short, {}, published)).toBeNull()
  })

  it('is not asked again for a fault of its own, and its error is the cause', async () => {
    const reason = new Error('out of ink')
    const error = await errorOf(fetchRoles(sanitySource(async () => Promise.reject(reason))))
    expect(error).toBeInstanceOf(SourceError)
    expect(error.cause).toBe(reason)
    expect(error.message).toContain('out of ink')
  })
})

describe('whatever a source throws', () => {
  const throwing = (value: unknown) => sanitySource(() => Promise.reject(value), {timeout: 300})
  const unreadable = {
    get message() {
      throw new Error('not to be read')
    },
    get status() {
      throw new Error('not to be read')
    },
  }
  const {proxy: revoked, revoke} = Proxy.revocable({}, {})
  revoke()

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'out of ink'],
    ['a Symbol', Symbol('ink')],
    ['an object without a prototype', Object.create(null)],
    ['a message that is no text', {message: Symbol('ink')}],
    ['a stack that is no text', {stack: {}}],
    ['a code that is no text', {code: Symbol('ink'), cause: {code: Symbol('ink')}}],
    ['a status that is no number', {status: Symbol('ink')}],
    ['getters that throw', unreadable],
    ['a cause with getters that throw', new Error('out of ink', {cause: unreadable})],
    ['a proxy that is revoked', revoked],
  ])('is the cause of a SourceError: %s', async (_, value) => {
    const error = await errorOf(throwing(value).fetch(short, {}, published))
    expect(error instanceof SourceError).toBe(true)
    expect(error.message).toMatch(/^The source did not answer: .*requests made: 1\. Check/)
    expect(Object.is(error.cause, value)).toBe(true)
  })

  it('is asked again by its status, though its headers are none', async () => {
    const error = await errorOf(throwing({status: 503, response: {headers: 5}}).fetch(short, {}, published))
    expect(error).toBeInstanceOf(ContentUnavailableError)
    expect(error).toMatchObject({status: 503, retryAfter: null})
    expect(error.attempts).toBeGreaterThan(1)
  })

  it.each([
    [undefined, 'undefined'],
    [{message: 5}, '5'],
    [Symbol('ink'), 'Symbol(ink)'],
    ['out of ink', 'out of ink'],
  ])('is told as far as it is a text: %s', async (value, told) => {
    expect(await errorOf(throwing(value).fetch(short, {}, published))).toMatchObject({excerpt: told})
  })

  it('is told of a client as well', async () => {
    for (const value of [undefined, Symbol('ink'), unreadable]) {
      const requestHandler = () => Promise.reject(value)
      const client = clientOf('http://127.0.0.1:1', {requestHandler, token, ignoreBrowserTokenWarning: true})
      expect(await errorOf(fetchRoles(client))).toBeInstanceOf(SourceError)
    }
  })
})

describe('options that are none', () => {
  it.each([
    ['timeout', Number.NaN, 'NaN'],
    ['timeout', '800', '"800"'],
    ['timeout', 0, '0'],
    ['attemptTimeout', Number.NaN, 'NaN'],
    ['attemptTimeout', -5, '-5'],
    ['attemptTimeout', null, 'null'],
    ['concurrency', 0, '0'],
    ['concurrency', -1, '-1'],
    ['concurrency', Number.NaN, 'NaN'],
    ['concurrency', 1.5, '1.5'],
    ['concurrency', '16', '"16"'],
  ])('are refused at once: %s of %s', (name, value, shown) => {
    const make = () => sanitySource(async () => null, {[name]: value})
    expect(make).toThrow(TypeError)
    expect(make).toThrow(`"${name}" of sanitySource is ${shown}; it takes `)
  })

  it('are not those that are left out, nor without end', async () => {
    const options = {
      timeout: undefined,
      attemptTimeout: Number.POSITIVE_INFINITY,
      concurrency: Number.POSITIVE_INFINITY,
    }
    expect(await sanitySource(async () => null, options).fetch(short, {}, published)).toBeNull()
  })
})

describe('a bare client', () => {
  it('is guarded once, whoever asks', async () => {
    const {client, requests} = await meeting(json(500, {}), json(200, {result: []}))
    expect(await fetchRoles(client)).toEqual([])
    expect(requests).toHaveLength(2)
  })

  it('never takes a broken answer for "not found"', async () => {
    const {client} = await meeting(sent('{}'))
    const error = await errorOf(fetchRoles(client))
    expect(error).not.toBeInstanceOf(RoleNotFoundError)
    expect(error).toBeInstanceOf(ContentResponseError)
  }, 30_000)

  it('and a source that is guarded, or needs no guard, stay as they are', () => {
    const local = localSource([])
    expect(sanitySource(local)).toBe(local)
    const source = sanitySource(clientOf('http://127.0.0.1:1'))
    expect(sanitySource(source)).toBe(source)
  })
})

it.each([
  ['a refusal', json(401, {message: `No session for ${token}`})],
  ['a fault', json(500, {message: `Crashed on ${token}`})],
  ['a page', sent(`<p>${'-'.repeat(180)}${token}</p>`, 'text/html')],
  ['a header', sent('<p>', `text/html; heard="Bearer ${token}"`)],
])('%s that repeats the token does not get it into the error', async (_, answer) => {
  const {apiHost} = await fakeLake(answer)
  const client = clientOf(apiHost, {token, ignoreBrowserTokenWarning: true})
  const error = await errorOf(sanitySource(client, {timeout: 200}).fetch(short, {}, published))
  expect(error).toBeInstanceOf(SourceError)
  expect(`${error.message} ${inspect(error, {depth: 10, showHidden: true})}`).not.toContain(token.slice(0, 12))
})
