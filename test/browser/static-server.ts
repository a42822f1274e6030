import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Site} from './site.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
}

/** The strictest policy that the pages of a static site promise to work under. */
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'"

/** Serves a folder as a plain web server does, its `404.html` included, on loopback and a free port. */
export async function serveFolder(folder: string): Promise<Site> {
  const server = createServer(async ({url = '/'}, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html')
    const read = (path: string) => readFile(fileURLToPath(folder + path))
    const found = await read(path).catch(() => null)
    response.setHeader('Content-Security-Policy', contentPolicy)
    response.setHeader('Content-Type', mediaTypes[found ? extname(path) : '.html'] ?? 'application/octet-stream')
    response.writeHead(found ? 200 : 404).end(found ?? (await read('/404.html')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
