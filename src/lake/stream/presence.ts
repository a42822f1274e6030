import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import type {Identity} from '../http/identity.ts'

const largestMessage = 64_000
const mostSockets = 200
const heartbeat = 10_000
const unauthorizedCode = 4001

interface Call {
  id: unknown
  method: unknown
  params: Record<string, unknown>
}

/** Who else is looking at what: editors announce it to each other over a socket, in JSON-RPC. Nothing is kept. */
export class Presence {
  readonly #server = new WebSocketServer({noServer: true, maxPayload: largestMessage})
  /** The editors that want to hear, with the name of their subscription. */
  readonly #listening = new Map<WebSocket, string>()
  readonly #trusted = new WeakSet<WebSocket>()
  readonly #user: string
  readonly #identity: Identity

  constructor(user: string, identity: Identity) {
    this.#user = user
    this.#identity = identity
  }

  /** Takes over a connection that has been let in. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, isTrusted: boolean): void {
    if (this.#server.clients.size >= mostSockets && !this.#makeRoom()) return void socket.destroy()
    this.#server.handleUpgrade(request, socket, head, (editor) => {
      if (isTrusted) this.#trusted.add(editor)
      const beat = setInterval(() => editor.send('♥'), heartbeat)
      editor.on('close', () => {
        clearInterval(beat)
        this.#listening.delete(editor)
      })
      editor.on('error', () => editor.terminate())
      editor.on('message', (data) => this.#answer(editor, String(data)))
    })
  }

  /** Lets go of the oldest that has not shown who it is: those who have keep their places. */
  #makeRoom(): boolean {
    for (const editor of this.#server.clients) {
      if (this.#trusted.has(editor)) continue
      this.#server.clients.delete(editor)
      editor.terminate()
      return true
    }
    return false
  }

  close(): void {
    for (const editor of this.#server.clients) editor.terminate()
    this.#server.close()
  }

  #answer(editor: WebSocket, text: string): void {
    const call = readCall(text)
    if (!call) {
      editor.terminate()
      return
    }
    const {id, method, params} = call
    if (method === 'authorization') this.#authorize(editor, params.authorization)
    if (!this.#trusted.has(editor)) {
      editor.close(unauthorizedCode)
      return
    }
    const respond = (result: unknown) => editor.send(JSON.stringify({jsonrpc: '2.0', id, result}))
    if (method === 'presence_subscribe') {
      const subscription = crypto.randomUUID()
      this.#listening.set(editor, subscription)
      respond(subscription)
      return
    }
    if (method === 'presence_unsubscribe') this.#listening.delete(editor)
    if (method === 'presence_rollcall') this.#tell(editor, {type: 'rollCall', i: this.#user, session: params.session})
    if (method === 'presence_announce') this.#tell(editor, {type: 'state', i: this.#user, m: params.data})
    if (method === 'presence_disconnect') this.#tell(editor, {type: 'disconnect', i: this.#user, m: params})
    respond(true)
  }

  #authorize(editor: WebSocket, authorization: unknown): void {
    try {
      if (this.#identity.isTrusted({authorization: String(authorization)})) this.#trusted.add(editor)
    } catch {
      this.#trusted.delete(editor)
    }
  }

  #tell(from: WebSocket, result: object): void {
    for (const [editor, subscription] of this.#listening) {
      const params = {subscription, result}
      if (editor !== from) editor.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function readCall(text: string): Call | null {
  try {
    const call: unknown = JSON.parse(text)
    return isRecord(call) ? {id: call.id, method: call.method, params: isRecord(call.params) ? call.params : {}} : null
  } catch {
    return null
  }
}
