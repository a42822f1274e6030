import {Agent, createServer, request} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface CountingProxy {
  url: string
  /** How many requests have come through. */
  requests(): number
  close(): void
}

/** A way to a lake that counts the requests made of it. */
export async function countingProxyTo(address: string): Promise<CountingProxy> {
  const {hostname, port, host} = new URL(address)
  const agent = new Agent({keepAlive: true})
  let count = 0
  const server = createServer((incoming, outgoing) => {
    count += 1
    // The lake answers under its own name only.
    const headers = {...incoming.headers, host}
    const {method, url: path} = incoming
    const onward = request({agent, hostname, port, method, path, headers}, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    }).on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port: own} = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    requests: () => count,
    close: () => {
      agent.destroy()
      server.close()
      server.closeAllConnections()
    },
  }
}
