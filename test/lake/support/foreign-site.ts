import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Page} from 'playwright-core'
import {onTestFinished} from 'vitest'

/** Another site on this computer: an empty page at every path. Gives its port. */
export async function foreignSite(): Promise<number> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<!doctype html><title>Another site</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** What a page has asked of the port of a lake, and what it was answered. */
export function answersFrom(page: Page, port: number): [what: string, status: number][] {
  const answers: [string, number][] = []
  page.on('response', (answer) => {
    const {pathname, port: asked} = new URL(answer.url())
    if (asked === String(port)) answers.push([`${answer.request().method()} ${pathname}`, answer.status()])
  })
  return answers
}

/** Everything a page can try, run in the page itself. Each attempt says what came of it. */
export async function attempts({base, token}: {base: string; token: string}): Promise<Record<string, string>> {
  const data = `${base}/v2025-02-19/data`
  const mutation = '{"mutations":[{"create":{"_id":"planted","_type":"role"}}]}'
  const query = `${data}/query/production?query=*`
  const told: Record<string, string> = {}
  const moment = (milliseconds: number) => new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'silent'))
  const fetched = async (name: string, address: string, init: RequestInit) => {
    told[name] = await fetch(address, init).then(
      async (answer) => `${answer.type} ${await answer.text()}`,
      () => 'refused',
    )
  }
  const post = (type: string): RequestInit => ({method: 'POST', body: mutation, headers: {'Content-Type': type}})

  await fetched('a query', query, {})
  await fetched('a query with cookies', query, {credentials: 'include'})
  await fetched('a query with the token', query, {headers: {Authorization: `Bearer ${token}`}})
  await fetched('an opaque query', query, {mode: 'no-cors', credentials: 'include'})
  await fetched('a mutation', `${data}/mutate/production`, post('application/json'))
  await fetched('a mutation with cookies', `${data}/mutate/production`, {
    ...post('application/json'),
    credentials: 'include',
  })
  await fetched('a plain mutation', `${data}/mutate/production`, {
    ...post('text/plain'),
    mode: 'no-cors',
    credentials: 'include',
  })
  await fetched('a plain action', `${data}/actions/production`, {
    ...post('text/plain'),
    mode: 'no-cors',
    credentials: 'include',
  })
  await fetched('an upload', `${base}/v1/assets/files/production`, {
    ...post('text/plain'),
    mode: 'no-cors',
    credentials: 'include',
  })
  await fetched('a session', `${base}/v1/auth/fetch?sid=x`, {credentials: 'include'})
  await fetched('the export', `${data}/export/production`, {credentials: 'include'})

  navigator.sendBeacon(`${data}/mutate/production`, new Blob([mutation], {type: 'text/plain'}))
  navigator.sendBeacon(`${data}/mutate/production`, mutation)
  try {
    navigator.sendBeacon(`${data}/mutate/production`, new Blob([mutation], {type: 'application/json'}))
  } catch {
    // Some browsers do not even try.
  }

  const element = async (tag: 'img' | 'script', src: string) => {
    const node = Object.assign(document.createElement(tag), {src})
    const outcome = new Promise<string>((resolve) => {
      node.onload = () => resolve('loaded')
      node.onerror = () => resolve('refused')
    })
    document.body.append(node)
    return Promise.race([outcome, moment(3000)])
  }
  told['a picture'] = await element('img', `${data}/mutate/production?mutations=${encodeURIComponent(mutation)}`)
  told['a script'] = await element('script', query)

  const stream = new EventSource(`${data}/listen/production?query=*`, {withCredentials: true})
  told['a listener'] = await Promise.race([
    new Promise<string>((resolve) => {
      stream.onerror = () => resolve('refused')
      stream.addEventListener('welcome', () => resolve('heard'))
    }),
    moment(3000),
  ])
  stream.close()

  const socket = new WebSocket(`${base.replace('http', 'ws')}/v1/socket/production`)
  told['a socket'] = await Promise.race([
    new Promise<string>((resolve) => {
      socket.onopen = () => resolve('opened')
      socket.onerror = () => resolve('refused')
    }),
    moment(3000),
  ])

  const frame = Object.assign(document.createElement('iframe'), {name: 'target'})
  const form = Object.assign(document.createElement('form'), {
    ...{method: 'POST', action: `${data}/mutate/production`, enctype: 'text/plain', target: 'target'},
  })
  const field = Object.assign(document.createElement('input'), {name: mutation.slice(0, -1), value: '}'})
  form.append(field)
  document.body.append(frame, form)
  form.submit()
  await moment(500)
  return told
}
