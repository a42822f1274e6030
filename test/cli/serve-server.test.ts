import {createServer} from 'node:http'
import {connect} from 'node:net'
import {describe, expect, onTestFinished, test} from 'vitest'
import {raw} from './support/raw-request.ts'
import {sample, serve} from './support/site.ts'

describe('the server', () => {
  test('sends its policy with every answer', async () => {
    const {get} = await sample()
    const paths = [
      '/',
      '/roles/nurse',
      '/roles/nurse/html',
      '/roles/nurse/data.json',
      '/site.css',
      '/nix',
      '/roles/baker',
      '/?perspective=x',
    ]
    for (const path of paths) {
      const {headers} = await get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https://cdn.sanity.io; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
    expect((await get('/', {method: 'POST'})).headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('needs no inline style or script on its pages', async () => {
    const {get} = await sample()
    for (const path of ['/', '/roles/nurse', '/roles/nurse/json', '/nix', '/roles/baker?perspective=drafts']) {
      const {text} = await get(path)
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
      expect(text.match(/<script(?! type="application\/ld\+json")(?! src="\/rol(?:eprint|es)\.js" defer)/g)).toBeNull()
    }
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers %s with 405', async (method) => {
    const {get} = await sample()
    const {status, headers} = await get('/', {method})
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD')
  })

  test('answers HEAD as GET, without a body', async () => {
    const {get} = await sample()
    const [got, asked] = [await get('/roles/nurse'), await get('/roles/nurse', {method: 'HEAD'})]
    expect(asked).toMatchObject({status: 200, text: ''})
    expect(asked.headers.get('content-length')).toBe(got.headers.get('content-length'))
  })

  test('outlives a body that breaks off, and reads none that a page elsewhere sends', async () => {
    const {get, port} = await sample()
    for (const method of ['POST', 'PUT']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.write(`${method} / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 100\r\n\r\nabc`)
        socket.on('close', () => resolve()).on('error', () => {})
        setTimeout(() => socket.destroy(), 50)
      })
    }
    expect((await get('/')).status).toBe(200)
    const foreign = await get('/', {method: 'POST', body: 'x'.repeat(20_000), headers: {Origin: 'http://evil.example'}})
    expect(foreign.status).toBe(403)
    expect((await get('/', {method: 'POST', body: 'x'.repeat(20_000)})).status).toBe(413)
  })

  test('is reached on the loopback address alone', async () => {
    const {port} = await sample()
    const refused = await new Promise((resolve) => {
      connect(port, '127.0.0.2')
        .on('connect', () => resolve(false))
        .on('error', () => resolve(true))
    })
    expect(refused).toBe(true)
  })

  test.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])('knows itself as %s', async (name) => {
    const {port} = await sample()
    const answer = await raw(port, `GET / HTTP/1.1\r\nHost: ${name}:${port}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  })

  test.each([
    ['another name', 'GET / HTTP/1.1\r\nHost: evil.example:PORT'],
    ['a name that begins like its own', 'GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example:PORT'],
    ['a name under its own', 'GET / HTTP/1.1\r\nHost: localhost.evil:PORT'],
    ['a name before an @', 'GET / HTTP/1.1\r\nHost: [::1]:PORT@evil'],
    ['another port', 'GET / HTTP/1.1\r\nHost: localhost:1'],
    ['no port', 'GET / HTTP/1.1\r\nHost: localhost'],
    ['an empty name', 'GET / HTTP/1.1\r\nHost: '],
    ['no host', 'GET / HTTP/1.1'],
    ['no host, in HTTP/1.0', 'GET / HTTP/1.0'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example'],
    ['two hosts, both its own', 'GET / HTTP/1.1\r\nHost: localhost:PORT\r\nhost: localhost:PORT'],
    ['a whole address as its target', 'GET http://evil.example/ HTTP/1.1\r\nHost: localhost:PORT'],
    ['another name, for a path that does not exist', 'GET /nix HTTP/1.1\r\nHost: evil.example'],
    ['another name, with a method it does not answer', 'POST / HTTP/1.1\r\nHost: evil.example'],
  ])('refuses a request with %s', async (_, request) => {
    const {port} = await sample()
    const answer = await raw(port, `${request.replaceAll('PORT', String(port))}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(answer).toContain('This host is not allowed here.')
    expect(answer).toContain("default-src 'none'")
    expect(answer).not.toContain('Nurse')
  })

  test('takes the next free port where its own is taken, and says so', async () => {
    const other = createServer()
    const taken = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as {port: number}).port))
    })
    onTestFinished(() => void other.close())
    const {port, stderr} = await serve(['--port', String(taken)])
    expect(port).toBeGreaterThan(taken)
    expect(stderr).toContain(`Port ${taken} is taken, so the site is on port ${port}.\n`)
  })
})
