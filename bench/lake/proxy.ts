import {connect, createServer, type Socket} from 'node:net'

export interface WayToLake {
  url: string
  /** Breaks this share of the connections off, without a word. Gives how many. */
  drop(share: number): number
  close(): void
}

/** A way to a lake whose connections can be broken off. */
export async function proxyTo(address: string): Promise<WayToLake> {
  const {port, host} = new URL(address)
  const pairs = new Set<[Socket, Socket]>()
  const server = createServer((from) => {
    const to = connect(Number(port), '127.0.0.1')
    const pair: [Socket, Socket] = [from, to]
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    // The lake answers under its own name only.
    from.on('data', (part) => to.write(part.toString('latin1').replaceAll(`127.0.0.1:${own()}`, host), 'latin1'))
    to.pipe(from)
  })
  const own = () => (server.address() as {port: number}).port
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${own()}`,
    drop(share) {
      const chosen = [...pairs].filter(() => Math.random() < share)
      for (const [from, to] of chosen) {
        from.resetAndDestroy()
        to.resetAndDestroy()
      }
      return chosen.length
    },
    close() {
      for (const sockets of pairs) for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
