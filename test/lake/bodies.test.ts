import {connect} from 'node:net'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {assertPlain} from '../../src/lake/write/document.ts'
import {ask} from './support/busy.ts'
import {bearer, guardedLake, mutate, query, untouched, version} from './support/guarded.ts'
import {lakeInProcess} from './support/lake-process-of.ts'
import {answerOf, raw, request} from './support/raw.ts'

const path = `/v${version}/data/mutate/production`
const json = 'Content-Type: application/json'
const create = (fields: string) => `{"mutations":[{"create":{"_id":"planted","_type":"role"${fields}}}]}`

const notJson: [why: string, body: BodyInit][] = [
  ['nothing', ''],
  ['a word', 'mutations'],
  ['a byte order mark before it', `\uFEFF${create('')}`],
  ['something after it', `${create('')}]`],
  ['two of it', create('') + create('')],
  ['half of it', create('').slice(0, -2)],
  ['a comma too many', create(',')],
  ['a comma at the end of a list', '{"mutations":[{"delete":{"id":"nurse"}},]}'],
  ['single quotes', "{'mutations':[]}"],
  ['no quotes', '{mutations:[]}'],
  ['a comment', `${create('')}// x`],
  ['NaN', create(',"n":NaN')],
  ['Infinity', create(',"n":-Infinity')],
  ['a number that begins with 0', create(',"n":01')],
  ['a number that ends in a dot', create(',"n":1.')],
  ['a hexadecimal number', create(',"n":0x1')],
  ['a tab in a text', create(',"t":"\t"')],
  ['an escape that is none', create(',"t":"\\x"')],
  ['half an escape', create(',"t":"\\u00"')],
  [
    'bytes that are no text',
    Buffer.concat([Buffer.from('{"mutations":["'), Buffer.from([0xff, 0xfe]), Buffer.from('"]}')]),
  ],
  ['UTF-16', Buffer.from(create(''), 'utf16le')],
  ['a gzip body', gzipSync(create(''))],
]

const notWanted: [why: string, body: string][] = [
  ['a list', '[]'],
  ['null', 'null'],
  ['a text', '"x"'],
  ['no mutations', '{}'],
  ['mutations that are no list', '{"mutations":{"0":{}}}'],
  ['an empty list', '{"mutations":[]}'],
  ['a mutation that is null', '{"mutations":[null]}'],
  ['a mutation that is a list', '{"mutations":[[]]}'],
  ['a mutation of two kinds', '{"mutations":[{"delete":{"id":"nurse"},"create":{"_id":"planted","_type":"x"}}]}'],
  ['an unknown mutation', '{"mutations":[{"destroy":{"id":"nurse"}}]}'],
  ['a mutation named like a part of every object', '{"mutations":[{"toString":{}}]}'],
  ['__proto__ as mutation', '{"mutations":[{"__proto__":{"id":"nurse"}}]}'],
  ['__proto__ in a document', create(',"__proto__":{"polluted":true}')],
  ['constructor deep in a document', create(',"a":[{"b":{"constructor":{"prototype":{"polluted":true}}}}]')],
  ['prototype in a document', create(',"prototype":1')],
  ['hasOwnProperty in a document', create(',"hasOwnProperty":1')],
  ['__proto__ written with an escape', create(',"\\u005f_proto__":1')],
  ['a number beyond all', create(',"n":1e400')],
  ['a number below all', create(',"n":-1e400')],
  ['101 levels', create(`,"deep":${'['.repeat(101)}${']'.repeat(101)}`)],
  ['100,000 levels', create(`,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['100,000 levels of objects', create(`,"deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ['a million levels that never close', create(`,"deep":${'['.repeat(1_000_000)}`)],
  ['a transaction id that is none', '{"mutations":[{"delete":{"id":"nurse"}}],"transactionId":"a b"}'],
  ['a transaction id that is an object', '{"mutations":[{"delete":{"id":"nurse"}}],"transactionId":{}}'],
  ['a mutation and a broken one', '{"mutations":[{"create":{"_id":"planted","_type":"x"}},{"create":{"_id":"b"}}]}'],
  ['a list of mutations and then none', '{"mutations":[{"delete":{"id":"nurse"}}],"mutations":null}'],
]

describe('a body is refused, and nothing written, where it is', () => {
  test.each([...notJson, ...notWanted])('%s', async (_why, body) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () =>
      fetch(lake.url + path, {method: 'POST', headers: {'Content-Type': 'application/json', ...bearer(lake)}, body}),
    )
    expect(answer.status).toBe(400)
    expect(await answer.json()).toSatisfy((said) => JSON.stringify(said).length < 2000)
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined()
  })

  test.each([
    ['one byte too large', 4_000_001, 413],
    ['as large as it may be, and no mutations', 4_000_000, 400],
  ])('%s', async (_why, size, status) => {
    const lake = await guardedLake()
    const body = `{"x":"${'x'.repeat(size - 8)}"}`
    expect([body.length, (await untouched(lake, () => mutate(lake, body))).status]).toEqual([size, status])
  })

  test('too large, and its sender hears why, however fast it sends', async () => {
    const lake = await lakeInProcess()
    const told: (number | string)[] = []
    for (let count = 0; count < 60; count += 1) {
      const params = {p: 'x'.repeat(3_000_000 + count * 50_000)}
      told.push(
        await ask(lake, 'count($p)', params).then(
          ({status}) => status,
          ({cause}) => cause.code,
        ),
      )
    }
    expect(told).toEqual(Array(60).fill(413))
  })

  test('a million mutations', async () => {
    const lake = await guardedLake()
    const body = `{"mutations":[${Array(1_000_000).fill('{}').join()}]}`
    expect([400, 413]).toContain((await untouched(lake, () => mutate(lake, body))).status)
  })

  test.each([
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'],
    ...['text/json', 'application/json-patch+json', 'text/plain; application/json', 'application/json, text/plain', ''],
  ])('of the type %j', async (type) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () => mutate(lake, create(''), {'Content-Type': type}))
    expect(answer.status).toBe(415)
  })

  test.each(['gzip', 'br', 'deflate', 'identity, gzip'])('encoded as %s', async (encoding) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () => mutate(lake, create(''), {'Content-Encoding': encoding}))
    expect(answer.status).toBe(415)
  })
})

describe('a request whose length is a lie', () => {
  const token = (lake: {token: string}) => `Authorization: Bearer ${lake.token}`
  const lies: [why: string, headers: string[], body: string, status: number | null][] = [
    ['longer than may be', ['Content-Length: 4000001'], create(''), 413],
    ['longer than can be counted', ['Content-Length: 99999999999999999999999'], create(''), 400],
    ['shorter than the body', ['Content-Length: 20'], create(''), 400],
    ['negative', ['Content-Length: -1'], create(''), 400],
    ['said twice', ['Content-Length: 5', `Content-Length: ${create('').length}`], create(''), 400],
    ['two lengths in one line', [`Content-Length: 5, ${create('').length}`], create(''), 400],
    ['said beside chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], `0\r\n\r\n${create('')}`, 400],
    ['chunked twice', ['Transfer-Encoding: chunked, chunked'], '0\r\n\r\n', 400],
    ['an unknown way of sending', ['Transfer-Encoding: xchunked'], create(''), 400],
    ['a chunk that is no number', ['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n', 400],
  ]

  test.each(lies)('%s is refused, and what follows is no second request', async (_why, headers, body, status) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () => {
      const head = request(lake.port, path, {method: 'POST', headers: [json, token(lake), ...headers]})
      const smuggled = request(lake.port, path, {method: 'POST', headers: [json, token(lake)], body: create('')})
      return raw(lake.port, head + body.replace(create(''), smuggled), 1500)
    })
    expect(answer.status).toBe(status)
    expect(answer.text.match(/HTTP\/1\.1 200/g)).toBeNull()
  })

  test('longer than the body waits, and writes nothing when the sender goes', async () => {
    const lake = await guardedLake()
    const headers = [json, token(lake), 'Content-Length: 5000']
    const sent = request(lake.port, path, {method: 'POST', headers}) + create('')
    expect((await untouched(lake, () => raw(lake.port, sent, 500))).status).toBeNull()
    expect((await query(lake, '1')).status).toBe(200)
  })

  test('that never ends is refused once there is too much, and the connection is closed', async () => {
    const lake = await guardedLake()
    const {text} = await untouched(lake, () => endless(lake.port, [json, token(lake), 'Transfer-Encoding: chunked']))
    expect(answerOf(text).status).toBe(413)
  })
})

/** Sends chunks until the other side has had enough. */
function endless(port: number, headers: string[]): Promise<{text: string}> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    let [text, sent] = ['', 0]
    const more = () => {
      if (socket.destroyed || sent > 1_000_000_000) return void socket.destroy()
      sent += 65_536
      socket.write(chunk, () => setTimeout(more, 1))
    }
    socket.on('data', (part) => {
      text += part
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({text}))
    socket.write(request(port, path, {method: 'POST', headers}))
    more()
  })
}

test('what is plain enough is taken: 100 levels, long numbers, halves of characters, any other name', async () => {
  const deep = `${'['.repeat(95)}${']'.repeat(95)}`
  expect(() => assertPlain(JSON.parse(deep))).not.toThrow()
  const lake = await guardedLake()
  const body = create(`,"deep":${deep},"n":1e308,"half":"\\ud800","toString":1,"_proto_":1,"a":1,"a":2`)
  expect((await mutate(lake, body, {'Content-Type': 'Application/JSON; charset=utf-8'})).status).toBe(200)
  const {result} = await (await query(lake, '*[_id == "planted"][0]')).json()
  expect(result).toMatchObject({n: 1e308, toString: 1, _proto_: 1, a: 2})
})

test.each([
  ['1e30 wide', '<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="5"/>'],
  ['1e400 wide', '<svg xmlns="http://www.w3.org/2000/svg" width="1e400" height="5"/>'],
  ['endless in its box', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e309 5"/>'],
  ['of no size', 'GIF89a\0\0\0\0'],
  ['no picture', '<html><script>alert(1)</script></html>'],
])('a picture that is %s is refused', async (_what, body) => {
  const lake = await guardedLake()
  const address = `${lake.url}/v1/assets/images/production`
  const answer = await untouched(lake, () => fetch(address, {method: 'POST', headers: bearer(lake), body}))
  expect(answer.status).toBe(415)
})

test('an uploaded page is handed over for saving, never shown', async () => {
  const lake = await guardedLake()
  const address = `${lake.url}/v1/assets/files/production?filename=..%2F..%2Fx.html`
  const headers = {...bearer(lake), 'Content-Type': 'text/html'}
  const {document} = await (await fetch(address, {method: 'POST', headers, body: '<script>1</script>'})).json()
  expect(document.path).toMatch(/^files\/local\/production\/[0-9a-f]{40}\.html$/)
  const served = await fetch(document.url)
  expect(served.headers.get('content-disposition')).toBe('attachment')
  expect(served.headers.get('content-security-policy')).toContain('sandbox')
})
