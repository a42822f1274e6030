import {expect, onTestFinished} from 'vitest'
import {type ClientOptions, WebSocket} from 'ws'
import type {Lake} from '../../../src/lake/index.ts'

/** One Studio's socket, as the Studio uses it: calls with a number, and what others tell. */
export interface Editor {
  /** Calls a method and gives its result. */
  call(method: string, params?: object): Promise<unknown>
  /** Sends a text or bytes as they are. */
  send(text: string): void
  /** What others have told so far, with the name of the subscription it came by. */
  told: {subscription: unknown; result: unknown}[]
  /** Everything that came that is no JSON. */
  beats: string[]
  /** Waits until others have told this many things; gives them, without the name of the subscription. */
  until(count: number): Promise<unknown[]>
  leave(): void
  /** The code the socket was closed with. */
  closed: Promise<number>
}

export const socketUrl = ({port, dataset}: Pick<Lake, 'port' | 'dataset'>): string =>
  `ws://127.0.0.1:${port}/v1/socket/${dataset}`

/** Connects, and stays until the test is over. Throws where the lake refuses the connection. */
export async function editorOf(lake: Lake, headers: ClientOptions['headers'] = {}): Promise<Editor> {
  const socket = new WebSocket(socketUrl(lake), {headers})
  onTestFinished(() => socket.terminate())
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  const told: Editor['told'] = []
  const beats: string[] = []
  const calls = new Map<number, (result: unknown) => void>()
  socket.on('message', (data) => {
    const text = String(data)
    if (!text.startsWith('{')) return void beats.push(text)
    const {id, method, result, params} = JSON.parse(text)
    if (method === 'presence_subscription') told.push(params)
    else calls.get(id)?.(result)
  })
  let lastId = 0
  return {
    ...{told, beats, closed, leave: () => socket.close(), send: (text) => socket.send(text)},
    call: (method, params) => {
      lastId += 1
      socket.send(JSON.stringify({jsonrpc: '2.0', id: lastId, method, params}))
      return new Promise((resolve) => calls.set(lastId, resolve))
    },
    async until(count) {
      await expect.poll(() => told.length).toBeGreaterThanOrEqual(count)
      return told.map(({result}) => result)
    },
  }
}
