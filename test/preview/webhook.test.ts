import {createHmac} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import {encodeSignatureHeader} from '@sanity/webhook'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {affectedRoles, documentTag, rolePath, rolesTag, roleTag, type Source} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {type ContentChange, webhook} from '../../src/preview.ts'
import {sampleDocuments, sampleSource} from '../content.ts'
import {lakeWith} from '../lake/support/lake.ts'
import {changed, delivery, endpoint, read, sent, webhookSecret} from './support/deliver.ts'

const minute = 60_000
const header = 'sanity-webhook-signature'

afterEach(() => {
  vi.useRealTimers()
})

/** A webhook over the sample content, and what its site was told. */
function hearing(options: Partial<Parameters<typeof webhook>[0]> = {}) {
  const changes: ContentChange[] = []
  const hear = webhook({
    ...{source: sampleSource, secret: webhookSecret},
    onChange: (change) => void changes.push(change),
    ...options,
  })
  return {hear, changes}
}

const signatureOf = (body: string | Uint8Array, {at = Date.now(), secret = webhookSecret} = {}) =>
  createHmac('sha256', secret).update(`${at}.`).update(body).digest('base64url')

describe('webhook', () => {
  it('answers with the paths and tags of the roles that print the document', async () => {
    const {hear, changes} = hearing()
    const [status, answer] = await read(await hear(await delivery(changed('skill-sql'))))
    const roles = await affectedRoles(sampleSource, 'skill-sql')
    expect(roles.length).toBeGreaterThan(2)
    const change = {
      documentId: 'skill-sql',
      paths: roles.map(({slug}) => `/roles/${slug}`),
      tags: ['document:skill-sql', ...roles.map(({slug}) => `role:${slug}`), 'roles'],
    }
    expect([status, answer]).toEqual([200, {status: 'ok', ...change}])
    expect(changes).toEqual([change])
  })

  it('names tags as pages do', () => {
    expect([documentTag('a'), roleTag('b'), rolesTag]).toEqual(['document:a', 'role:b', 'roles'])
  })

  it('answers for every document of the sample as affectedRoles does', async () => {
    const {hear} = hearing()
    for (const {_id, _type} of sampleDocuments) {
      const [, answer] = await read(await hear(await delivery(changed(_id, _type))))
      const slugs = (await affectedRoles(sampleSource, _id)).map(({slug}) => slug)
      expect(answer, _id).toMatchObject({status: 'ok', paths: slugs.map((slug) => rolePath(null, slug))})
    }
  })

  it.each(['drafts.skill-sql', 'versions.rSpring.skill-sql'])('reads %s as its published document', async (id) => {
    const {hear, changes} = hearing()
    await hear(await delivery(changed(id)))
    expect(changes[0]?.documentId).toBe('skill-sql')
    expect(changes[0]?.paths.length).toBeGreaterThan(2)
  })

  it('takes the path of the site settings, or that of the site', async () => {
    const settings = {_id: 'siteSettings', _type: 'siteSettings', rolesPath: '/jobs'}
    const source = localSource([...sampleDocuments.filter(({_id}) => _id !== 'siteSettings'), settings])
    const slug = sampleDocuments.find(({_id}) => _id === 'role-data-engineer') ? 'data-engineer' : null
    expect(slug).toBe('data-engineer')
    const asked = changed('role-data-engineer', 'role')
    const own = hearing({source})
    await own.hear(await delivery(asked))
    expect(own.changes[0]?.paths).toContain('/jobs/data-engineer')
    const pathOf = ({slug, language}: {slug: string; language: string | null}) =>
      slug === 'data-engineer' ? `/${language}/${slug}` : null
    const other = hearing({source, pathOf})
    await other.hear(await delivery(asked))
    expect(other.changes[0]?.paths).toEqual(['/en/data-engineer'])
  })

  it('makes every page anew where the settings change', async () => {
    const {hear, changes} = hearing()
    await hear(await delivery(changed('siteSettings', 'siteSettings')))
    expect(changes[0]?.paths).toHaveLength((await affectedRoles(sampleSource, 'siteSettings')).length)
    expect(changes[0]?.tags).toContain('roles')
  })

  it('tells the page of a role that is gone by the slug it had', async () => {
    const {hear, changes} = hearing()
    await hear(await delivery({...changed('role-gone', 'role'), slug: 'gone'}))
    expect(changes).toEqual([
      {documentId: 'role-gone', paths: ['/roles/gone'], tags: ['document:role-gone', 'role:gone', 'roles']},
    ])
  })

  it.each(['', 'a/b', '../../etc', 'a\nb', '\ud800', 'x'.repeat(201), 7, null, {current: 'a'}])(
    'does not believe the slug %j',
    async (slug) => {
      const {hear, changes} = hearing()
      await hear(await delivery({...changed('role-gone', 'role'), slug}))
      expect(changes).toEqual([{documentId: 'role-gone', paths: [], tags: ['document:role-gone', 'roles']}])
    },
  )

  it('believes no slug of a role that is there, or of what is no role', async () => {
    const {hear, changes} = hearing()
    await hear(await delivery({...changed('role-data-engineer', 'role'), slug: 'elsewhere'}))
    await hear(await delivery({...changed('skill-gone', 'skill'), slug: 'elsewhere'}))
    expect(JSON.stringify(changes)).not.toContain('elsewhere')
    expect(changes[1]).toEqual({documentId: 'skill-gone', paths: [], tags: ['document:skill-gone']})
  })

  it('looks up a document of a type it does not know', async () => {
    const {hear, changes} = hearing()
    const [status] = await read(await hear(await delivery(changed('skill-sql', 'no such type'))))
    expect([status, (changes[0]?.paths.length ?? 0) > 2]).toEqual([200, true])
  })

  it('passes on what it can where one role is not complete, or has no address', async () => {
    const use = {mustHaveSkills: [{_key: 'a', skill: {_ref: 'sql'}}]}
    const source = localSource([
      {_id: 'sql', _type: 'skill'},
      {_id: 'a', _type: 'role', slug: {current: 'a'}, ...use},
      {_id: 'b', _type: 'role', title: 'B', ...use},
      {_id: 'c', _type: 'role', title: 'C', slug: {current: '\ud800'}, ...use},
    ])
    const {hear, changes} = hearing({source})
    await hear(await delivery(changed('sql')))
    expect(changes[0]?.paths).toEqual(['/roles/a'])
  })

  it('asks for what is published, past any cache', async () => {
    const asked: unknown[] = []
    const source: Source = {fetch: async (...[, , options]) => asked.push(options) && []}
    await hearing({source}).hear(await delivery(changed('skill-sql')))
    expect(asked).toEqual([expect.objectContaining({perspective: 'published', useCdn: false, cache: 'no-store'})])
  })

  it('works on a lake, with the client that a site has', async () => {
    const {client} = await lakeWith(sampleDocuments)
    const {hear, changes} = hearing({source: client})
    expect((await hear(await delivery(changed('skill-sql')))).status).toBe(200)
    const roles = await affectedRoles(sampleSource, 'skill-sql')
    expect(changes[0]?.paths).toEqual(roles.map(({slug}) => `/roles/${slug}`))
  })

  it.each(['', '                    ', 'fifteen bytes !', undefined, null, 16])(
    'does not start with the secret %j',
    (secret) => {
      expect(() => hearing({secret: secret as string})).toThrow(/webhook needs a secret of at least 16 bytes/)
    },
  )
})

describe('a signature', () => {
  const body = JSON.stringify(changed('skill-sql'))
  const at = Date.now()
  const good = signatureOf(body, {at})
  const base64 = Buffer.from(good, 'base64url').toString('base64')
  const flipped = good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A')

  it.each<[string, Record<string, string>, number]>([
    ['none', {}, 401],
    ['an empty one', {[header]: ''}, 401],
    ['a time alone', {[header]: 't=1'}, 400],
    ['a signature alone', {[header]: `v1=${good}`}, 400],
    ['an unknown version', {[header]: `t=${at},v2=${good}`}, 400],
    ['the parts the other way round', {[header]: `v1=${good},t=${at}`}, 400],
    ['two signatures', {[header]: `t=${at},v1=${good},v1=${good}`}, 400],
    ['two headers', {[header]: `t=${at},v1=x, t=${at},v1=${good}`}, 400],
    ['junk', {[header]: 'junk'}, 400],
    ['10 KB', {[header]: `t=${at},v1=${'a'.repeat(10_000)}`}, 400],
    ['a blank for a time', {[header]: `t=,v1=${good}`}, 400],
    ['x for a signature', {[header]: `t=${at},v1=x`}, 401],
    ['base64 with its padding', {[header]: `t=${at},v1=${base64}`}, 401],
    ['base64url with padding', {[header]: `t=${at},v1=${good}=`}, 401],
    ['hexadecimal digits', {[header]: `t=${at},v1=${Buffer.from(good, 'base64url').toString('hex')}`}, 401],
    ['capital letters', {[header]: `t=${at},v1=${good.toUpperCase()}`}, 401],
    ['a wrong last letter', {[header]: `t=${at},v1=${flipped}`}, 401],
    ['a part of it', {[header]: `t=${at},v1=${good.slice(0, 20)}`}, 401],
    ['one of another time', {[header]: `t=${at + 1},v1=${good}`}, 401],
    ['one with a zero before its time', {[header]: `t=0${at},v1=${good}`}, 401],
    [
      'one of the body alone',
      {[header]: `t=${at},v1=${createHmac('sha256', webhookSecret).update(body).digest('base64url')}`},
      401,
    ],
    ['one by an empty secret', {[header]: `t=${at},v1=${signatureOf(body, {at, secret: ''})}`}, 401],
    [
      'one by another secret',
      {[header]: `t=${at},v1=${signatureOf(body, {at, secret: 'another secret, long enough'})}`},
      401,
    ],
    ['the right one under another name', {'x-sanity-webhook-signature': `t=${at},v1=${good}`}, 401],
  ])('is refused: %s', async (_, headers, expected) => {
    const {hear, changes} = hearing()
    const [status, answer] = await read(await hear(sent(body, headers)))
    expect([status, answer.status, changes]).toEqual([expected, 'refused', []])
    expect(JSON.stringify(answer)).not.toContain(good)
  })

  it.each([
    ['Sanity-Webhook-Signature', `t=${at},v1=${good}`],
    ['SANITY-WEBHOOK-SIGNATURE', `t=${at},v1=${good}`],
    [header, `t=${at}, v1=${good}`],
    [header, `t=${at} v1=${good}`],
  ])('is taken from %s: %s', async (name, value) => {
    expect((await hearing().hear(sent(body, {[name]: value}))).status).toBe(200)
  })

  it.each<[string, BodyInit]>([
    ['one letter altered', body.replace('sql', 'sqk')],
    ['written anew', JSON.stringify(JSON.parse(body), null, 1)],
    ['with a line break at its end', `${body}\n`],
    ['with a mark at its start', `\ufeff${body}`],
    ['in another order', JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).reverse()))],
    ['compressed', gzipSync(body)],
    ['empty', ''],
    ['cut', body.slice(0, -1)],
  ])('does not fit a body %s', async (_, other) => {
    const headers = {[header]: `t=${at},v1=${good}`, ...(other instanceof Uint8Array && {'Content-Encoding': 'gzip'})}
    const {hear, changes} = hearing()
    expect([(await hear(sent(other, headers))).status, changes]).toEqual([401, []])
  })

  it('is of bytes: others that read the same do not fit', async () => {
    const text = JSON.stringify({...changed('skill-sql'), note: '\ufffd'})
    const bytes = Buffer.from(text)
    const place = bytes.indexOf(Buffer.from('\ufffd'))
    const other = Buffer.concat([bytes.subarray(0, place), Buffer.from([0xff]), bytes.subarray(place + 3)])
    expect(other.toString()).toBe(text)
    const signed = {[header]: `t=${at},v1=${signatureOf(text, {at})}`}
    expect((await hearing().hear(sent(other, signed))).status).toBe(401)
    expect((await hearing().hear(sent(bytes, signed))).status).toBe(200)
    const own = {[header]: `t=${at},v1=${signatureOf(other, {at})}`}
    expect((await hearing().hear(sent(other, own))).status).toBe(400)
  })

  it('fits a body of many letters, as the official package signs it', async () => {
    const text = {...changed('skill-sql'), note: 'Qualität 🧪 \u2028 "\\" '.repeat(50)}
    expect((await hearing().hear(await delivery(text))).status).toBe(200)
  })
})

describe('the time of a signature', () => {
  const statusAt = async (time: number) =>
    (await hearing().hear(await delivery(changed('skill-sql'), {at: time}))).status

  it('may be five minutes behind and one ahead', async () => {
    vi.useFakeTimers({toFake: ['Date'], now: Date.now()})
    const now = Date.now()
    expect(await statusAt(now - 5 * minute)).toBe(200)
    expect(await statusAt(now - 5 * minute - 1)).toBe(401)
    expect(await statusAt(now + minute)).toBe(200)
    expect(await statusAt(now + minute + 1)).toBe(401)
  })

  it.each([
    ['1 day behind', -24 * 60 * minute],
    ['1 day ahead of', 24 * 60 * minute],
    ['6 minutes behind', -6 * minute],
    ['2 minutes ahead of', 2 * minute],
    ['3 hours behind', -3 * 60 * minute],
  ])('is %s the clock of this server: the answer says so, and names the clocks', async (away, shift) => {
    vi.useFakeTimers({toFake: ['Date'], now: Date.now()})
    const [status, answer] = await read(await hearing().hear(await delivery(changed('a'), {at: Date.now() + shift})))
    expect([status, answer.status]).toEqual([401, 'refused'])
    expect(JSON.stringify(answer)).toContain(`is ${away} the clock of this server`)
    expect(JSON.stringify(answer)).toContain('clock skew')
    expect(JSON.stringify(answer)).toContain(new Date().toISOString())
  })

  it.each(['1e30', '1.5e12', '-1', '0x18f', 'NaN', '1'.padEnd(31, '0'), '0', '1767225600', String(Date.now() / 1000)])(
    'is refused as %s',
    async (time) => {
      const body = JSON.stringify(changed('skill-sql'))
      const signature = createHmac('sha256', webhookSecret).update(`${time}.${body}`).digest('base64url')
      expect((await hearing().hear(sent(body, {[header]: `t=${time},v1=${signature}`}))).status).toBe(401)
    },
  )
})

describe('a replay', () => {
  it('is answered as a duplicate, and passed on once', async () => {
    const {hear, changes} = hearing()
    const request = await delivery(changed('skill-sql'), {headers: {'idempotency-key': 'a'}})
    const again = [request.clone(), request.clone()]
    expect((await read(await hear(request)))[1].status).toBe('ok')
    for (const next of again) expect(await read(await hear(next))).toEqual([200, {status: 'duplicate'}])
    expect(changes).toHaveLength(1)
  })

  it('is known by its signature, whatever its key says', async () => {
    const {hear, changes} = hearing()
    const at = Date.now()
    for (const key of ['a', 'b', ''])
      await hear(await delivery(changed('skill-sql'), {at, headers: {'idempotency-key': key}}))
    expect(changes).toHaveLength(1)
  })

  it('is known by its signature, however the header is spelled', async () => {
    const {hear, changes} = hearing()
    const request = await delivery(changed('skill-sql'))
    const again = request.clone()
    again.headers.set(header, request.headers.get(header)?.replace(',', ', ') ?? '')
    await hear(request)
    expect((await read(await hear(again)))[1].status).toBe('duplicate')
    expect(changes).toHaveLength(1)
  })

  it('is known by its key where Sanity signs it anew', async () => {
    const {hear, changes} = hearing()
    const headers = {'idempotency-key': 'a'}
    const at = Date.now()
    await hear(await delivery(changed('skill-sql'), {at, headers}))
    const [, answer] = await read(await hear(await delivery(changed('skill-sql'), {at: at + 1, headers})))
    expect([answer.status, changes.length]).toEqual(['duplicate', 1])
  })

  it('is no other event with the same body', async () => {
    const {hear, changes} = hearing()
    const at = Date.now()
    await hear(await delivery(changed('skill-sql'), {at}))
    await hear(await delivery(changed('skill-sql'), {at: at + 1}))
    expect(changes).toHaveLength(2)
  })

  it('runs once where both come at the same time, and the second waits for the first', async () => {
    const order: string[] = []
    let finish = () => {}
    const begun = new Promise<void>((resolve) => {
      finish = resolve
    })
    const {hear} = hearing({
      async onChange() {
        order.push('run')
        await begun
        order.push('done')
      },
    })
    const request = await delivery(changed('skill-sql'))
    const both = [request.clone(), request].map(async (one) => {
      const answer = await read(await hear(one))
      order.push(answer[1].status)
      return answer[1].status
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(order).toEqual(['run'])
    finish()
    expect((await Promise.all(both)).sort()).toEqual(['duplicate', 'ok'])
    expect(order.slice(0, 2)).toEqual(['run', 'done'])
  })

  it('may try again what failed', async () => {
    const errors: unknown[] = []
    let fails = true
    const {hear, changes} = hearing({
      onError: (error) => errors.push(error),
      onChange(change) {
        if (fails) throw new Error('The page could not be made, token skCanary')
        changes.push(change)
      },
    })
    const request = await delivery(changed('skill-sql'), {headers: {'idempotency-key': 'a'}})
    const [next, last] = [request.clone(), request.clone()]
    const [status, answer] = await read(await hear(request))
    expect([status, answer.status]).toEqual([500, 'failed'])
    expect(JSON.stringify(answer)).not.toMatch(/skCanary|page could/)
    expect(errors).toHaveLength(1)
    fails = false
    expect((await read(await hear(next)))[1].status).toBe('ok')
    expect((await read(await hear(last)))[1].status).toBe('duplicate')
    expect(changes).toHaveLength(1)
  })

  it('fails together with what it waited for', async () => {
    const {hear} = hearing({onChange: () => Promise.reject(new Error('no'))})
    const request = await delivery(changed('skill-sql'))
    const answers = await Promise.all([hear(request.clone()), hear(request)])
    expect(answers.map(({status}) => status)).toEqual([500, 500])
  })

  it('may try again where Sanity could not be asked', async () => {
    let isDown = true
    const source: Source = {
      fetch: async (...request) => (isDown ? Promise.reject(new Error('down')) : sampleSource.fetch(...request)),
    }
    const {hear, changes} = hearing({source})
    const request = await delivery(changed('skill-sql'))
    const next = request.clone()
    expect((await hear(request)).status).toBe(500)
    isDown = false
    expect((await hear(next)).status).toBe(200)
    expect(changes).toHaveLength(1)
    const nothing = hearing({source: {fetch: async () => undefined}})
    expect((await nothing.hear(await delivery(changed('a')))).status).toBe(500)
  })

  it('is refused once its signature is too old to be known', async () => {
    const {hear, changes} = hearing()
    vi.useFakeTimers({toFake: ['Date'], now: Date.now()})
    const request = await delivery(changed('skill-sql'), {at: Date.now() + minute})
    const [next, last] = [request.clone(), request.clone()]
    await hear(request)
    vi.setSystemTime(Date.now() + 6 * minute - 1)
    expect((await read(await hear(next)))[1].status).toBe('duplicate')
    vi.setSystemTime(Date.now() + 2)
    expect((await hear(last)).status).toBe(401)
    expect(changes).toHaveLength(1)
  })

  it('of an event that was refused or cannot be read is looked at afresh', async () => {
    const {hear} = hearing()
    const request = await delivery({_id: '../../x'})
    const next = request.clone()
    expect([(await hear(request)).status, (await hear(next)).status]).toEqual([400, 400])
  })

  it('is known among the last 10,000', async () => {
    const source: Source = {fetch: async () => []}
    const {hear, changes} = hearing({source})
    const at = Date.now() - minute
    const first = await delivery(changed('first'), {at})
    const again = first.clone()
    const later = first.clone()
    await hear(first)
    const send = async (count: number, from: number) => {
      for (let index = 0; index < count; index += 1) await hear(await delivery(changed(`d${from + index}`), {at}))
    }
    await send(9_999, 0)
    expect((await read(await hear(again)))[1].status).toBe('duplicate')
    await send(1, 9_999)
    expect((await read(await hear(later)))[1].status).toBe('ok')
    expect(changes).toHaveLength(10_002)
  })
})

describe('events out of order', () => {
  it('older than what was heard of the document are passed over', async () => {
    const {hear, changes} = hearing()
    const at = (time: string, id = 'skill-sql') => delivery(changed(id, 'skill', time))
    const statuses: string[] = []
    for (const event of [
      await at('2026-05-01T10:00:00Z'),
      await at('2026-05-01T09:59:59Z'),
      await at('2026-05-01T10:00:00.000Z', 'skill-python'),
      await at('2026-05-01T10:00:01Z'),
      await at('2026-05-01T10:00:00.999Z'),
    ]) {
      statuses.push((await read(await hear(event)))[1].status)
    }
    expect(statuses).toEqual(['ok', 'stale', 'ok', 'ok', 'stale'])
    expect(changes).toHaveLength(3)
  })

  it('are told apart for a draft and what is published: that may be older, and still be news', async () => {
    const {hear, changes} = hearing()
    await hear(await delivery(changed('drafts.skill-sql', 'skill', '2026-05-01T11:00:00Z')))
    await hear(await delivery(changed('skill-sql', 'skill', '2026-05-01T10:00:00Z')))
    expect(changes).toHaveLength(2)
  })

  it('that failed do not make an earlier one old', async () => {
    let fails = true
    const {hear} = hearing({
      onChange() {
        if (fails) throw new Error('no')
      },
    })
    await hear(await delivery(changed('skill-sql', 'skill', '2026-05-01T11:00:00Z')))
    fails = false
    const [, answer] = await read(await hear(await delivery(changed('skill-sql', 'skill', '2026-05-01T10:00:00Z'))))
    expect(answer.status).toBe('ok')
  })

  it.each(['9999-01-01T00:00:00Z', 'tomorrow', '', 7, null, undefined])('are not made by the time %j', async (time) => {
    const {hear, changes} = hearing()
    await hear(await delivery({_id: 'skill-sql', _type: 'skill', _updatedAt: time}))
    await hear(await delivery(changed('skill-sql')))
    expect(changes).toHaveLength(2)
  })
})

describe('a request that is no event', () => {
  it.each(['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('by %s is told what is answered', async (method) => {
    const answer = await hearing().hear(new Request(endpoint, {method, headers: {'X-HTTP-Method-Override': 'POST'}}))
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'text/json', ''])(
    'of the type %j is refused',
    async (type) => {
      const request = await delivery(changed('skill-sql'), {headers: {'Content-Type': type}})
      expect((await hearing().hear(request)).status).toBe(415)
    },
  )

  it('of JSON with a charset is none of these', async () => {
    const headers = {'Content-Type': 'Application/JSON; charset=utf-8'}
    expect((await hearing().hear(await delivery(changed('skill-sql'), {headers}))).status).toBe(200)
  })

  it.each<[unknown]>([
    ['null'],
    ['[]'],
    ['7'],
    ['"skill-sql"'],
    ['{'],
    ['{"_id": "a",}'],
    [{}],
    [{_id: null}],
    [{_id: 7}],
    [{_id: ['a']}],
    [{_id: ''}],
    [{_id: '../../x'}],
    [{_id: '/etc/passwd'}],
    [{_id: 'a b'}],
    [{_id: 'a"] | true'}],
    [{_id: 'drafts.'}],
    [{_id: 'versions.rSpring'}],
    [{_id: '-a'}],
    [{_id: '.a'}],
    [{_id: 'a..b'}],
    [{_id: 'a\n'}],
    [{_id: 'ä'}],
    [{_id: 'a'.repeat(129)}],
    ['{"__proto__": {"_id": "skill-sql"}}'],
  ])('with the body %j is refused, and nothing is asked', async (body) => {
    let count = 0
    const {hear, changes} = hearing({source: {fetch: async () => (count += 1)}})
    const [status, answer] = await read(await hear(await delivery(body)))
    expect([status, answer.status, count, changes.length]).toEqual([400, 'refused', 0, 0])
  })

  it('with a list for a body is told that it is no object', async () => {
    const [, answer] = await read(await hearing().hear(await delivery('[]')))
    expect(answer).toEqual({status: 'refused', message: 'The body is no JSON object in UTF-8.'})
  })

  it('with a key of more than 256 letters is refused', async () => {
    const headers = {'idempotency-key': 'a'.repeat(257)}
    expect((await hearing().hear(await delivery(changed('a'), {headers}))).status).toBe(400)
  })

  const signed = {[header]: `t=${Date.now()},v1=${'a'.repeat(43)}`}

  it('of more than 1 MB is refused by what it says of its length, unread', async () => {
    const request = sent('x'.repeat(1_048_577), {...signed, 'Content-Length': '1048577'})
    expect((await hearing().hear(request)).status).toBe(413)
    expect(request.bodyUsed).toBe(false)
  })

  it('of 1 MB is read, and one byte more is not', async () => {
    const start = JSON.stringify({...changed('skill-sql'), note: ''}).slice(0, -2)
    const full = `${start}${'x'.repeat(1_048_576 - start.length - 2)}"}`
    expect(full).toHaveLength(1_048_576)
    expect((await hearing().hear(await delivery(full))).status).toBe(200)
    expect((await hearing().hear(await delivery(`${full} `))).status).toBe(413)
  })

  it('without an end is let go of after 1 MB', async () => {
    let given = 0
    let isLetGo = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 65_536
        controller.enqueue(new Uint8Array(65_536))
        if (given > 8_000_000) controller.close()
      },
      cancel() {
        isLetGo = true
      },
    })
    expect((await hearing().hear(sent(endless, signed))).status).toBe(413)
    expect([given < 1_400_000, isLetGo]).toEqual([true, true])
  })

  it('that comes byte by byte is let go of in time', async () => {
    let isLetGo = false
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        if (!isLetGo) controller.enqueue(new Uint8Array(1))
      },
      cancel() {
        isLetGo = true
      },
    })
    const [status, answer] = await read(await hearing({timeout: 200}).hear(sent(slow, signed)))
    expect([status, isLetGo]).toEqual([408, true])
    expect(JSON.stringify(answer)).toContain('within 0.2 seconds')
  })

  it('that breaks off is refused', async () => {
    const broken = new ReadableStream({start: (controller) => controller.error(new Error('gone, token skCanary'))})
    const [status, answer] = await read(await hearing().hear(sent(broken, signed)))
    expect(status).toBe(400)
    expect(JSON.stringify(answer)).not.toContain('skCanary')
  })

  it('that was read before is told so', async () => {
    const request = await delivery(changed('skill-sql'))
    await request.text()
    const [status, answer] = await read(await hearing().hear(request))
    expect(status).toBe(500)
    expect(JSON.stringify(answer)).toContain('before anything reads it')
  })

  it('is answered in JSON that nobody keeps', async () => {
    const answer = await hearing().hear(sent('{}'))
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is not taken for one by what the official package would take', async () => {
    const old = await encodeSignatureHeader('{"_id":"skill-sql"}', Date.parse('2024-01-01'), webhookSecret)
    expect((await hearing().hear(sent('{"_id":"skill-sql"}', {[header]: old}))).status).toBe(401)
  })
})
