import {request as ask, createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {onTestFinished} from 'vitest'
import type {Lake} from '../../../src/lake/index.ts'

/** What a server does with somebody who wants to hear its events. */
export type Answer = (response: ServerResponse) => void

/** A server in front of a lake that hands on everything, but can do with event streams whatever a bad network does. */
export class FaultServer {
  /** How often an event stream was asked for. */
  connections = 0
  /** Does something else than the lake. */
  answer: Answer | null = null
  /** What becomes of an event of the lake: it may be changed, kept back (an empty text), or followed by others. */
  edit: (frame: string) => string = asItIs
  /** Whether pages of the asking address are allowed, where that is asked. */
  isAllowed = true
  /** Events as they were sent, in order. */
  readonly sent: string[] = []
  readonly #lake: Lake
  readonly #open = new Set<ServerResponse>()

  constructor(lake: Lake) {
    this.#lake = lake
  }

  /** How many event streams are open. */
  get open(): number {
    return this.#open.size
  }

  /** Does as the lake does again. */
  heal(): void {
    this.answer = null
    this.edit = asItIs
    this.isAllowed = true
  }

  /** To all who are connected. */
  say(frame: string): void {
    for (const response of this.#open) if (response.headersSent) response.write(frame)
  }

  cut(): void {
    for (const response of this.#open) response.destroy()
  }

  readonly listener: RequestListener = (request, response) => {
    if (request.url?.endsWith('/check/cors') && !this.isAllowed) {
      response.writeHead(200, {'Content-Type': 'application/json'})
      return void response.end('{"result": {"allowed": false, "withCredentials": false}}')
    }
    const isStream = /\/data\/(listen|live\/events)\//.test(request.url ?? '')
    if (!isStream) return this.#pass(request, response, (answer) => answer.pipe(response))
    this.connections += 1
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
    if (this.answer) return this.answer(response)
    this.#pass(request, response, (answer) => {
      let rest = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        const frames = (rest + part).split(/(?<=\n\n)/)
        rest = frames.at(-1)?.endsWith('\n\n') ? '' : (frames.pop() ?? '')
        for (const frame of frames) {
          const edited = this.edit(frame)
          if (edited === '') continue
          this.sent.push(edited)
          response.write(edited)
        }
      })
      answer.on('close', () => response.end())
    })
  }

  #pass(request: IncomingMessage, response: ServerResponse, take: (answer: IncomingMessage) => void): void {
    const {method, url, headers} = request
    const own = {host: `127.0.0.1:${this.#lake.port}`}
    const options = {host: '127.0.0.1', port: this.#lake.port, method, path: url, headers: {...headers, ...own}}
    const asked = ask(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      take(answer)
    })
    asked.on('error', () => response.destroy())
    response.on('close', () => asked.destroy())
    request.pipe(asked)
  }
}

const asItIs = (frame: string): string => frame

/** A fault server on a port of its own, until the test is over; and the lake behind it under the server's address. */
export async function faultServer(lake: Lake) {
  const faults = new FaultServer(lake)
  const server = createServer(faults.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const {port} = server.address() as AddressInfo
  return {faults, behind: {...lake, url: `http://127.0.0.1:${port}`}}
}

export const status =
  (code: number): Answer =>
  (response) => {
    response.writeHead(code, {'Content-Type': 'application/json'})
    response.end(code === 204 ? undefined : JSON.stringify({statusCode: code, message: `No. ${code}`}))
  }

export const page: Answer = (response) => {
  response.writeHead(200, {'Content-Type': 'text/html'})
  response.end('<p>Please sign in to use this network.</p>')
}

/** Takes the connection and closes it. */
export const hangUp: Answer = (response) => void response.destroy()

/** Never answers. */
export const deaf: Answer = () => {}

/** Opens the stream, shows that it is alive, and never says welcome. */
export const withoutWelcome: Answer = (response) => {
  response.writeHead(200, {'Content-Type': 'text/event-stream'})
  response.write(':\n\n')
}

export const frame = (event: string, data: string): string => `event: ${event}\ndata: ${data}\n\n`

/** Says this after each welcome. */
export const afterWelcome =
  (added: string) =>
  (text: string): string =>
    /^event: welcome$/m.test(text) ? text + added : text

export const isMutation = (text: string): boolean => /^event: (mutation|message)$/m.test(text)

/** Each new connection meets this, and those that are open end. */
export const instead = (answer: Answer) => (server: FaultServer) => {
  server.answer = answer
  server.cut()
}

/** After each welcome this is said. */
export const always = (said: string) => (server: FaultServer) => {
  server.edit = afterWelcome(said)
  server.say(said)
}
