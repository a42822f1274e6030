import type {Server} from 'node:http'

export const loopback = '127.0.0.1'
const portsTried = 50

/** A port that cannot be had. */
export class PortError extends Error {
  override name = 'PortError'
}

/**
 * Has a server listen on the loopback address alone, at the given port or the next free one, and gives the port.
 * Throws `PortError`.
 */
export async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve)
      server.listen(port, loopback, () => {
        server.off('error', resolve)
        resolve(null)
      })
    })
    const address = server.address()
    if (!error && typeof address === 'object' && address) return address.port
    if (error?.code === 'EADDRINUSE' && port < Math.min(first + portsTried, 65535)) continue
    throw new PortError(`Port ${port} cannot be used (${error?.code}). Choose another one with --port.`)
  }
}
