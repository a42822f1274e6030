import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

const theme = new URL('../../src/theme/', import.meta.url)

const mediaTypes = {css: 'text/css', js: 'text/javascript'} as const

/** The strictest policy a themed page promises to work under. */
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'"

export interface Site {
  origin: string
  close(): Promise<void>
}

/** Serves documents by path, and the theme's two files beside each of them, on loopback and a free port. */
export async function serveSite(documents: ReadonlyMap<string, string>): Promise<Site> {
  const server = createServer(({url = '/'}, response) => {
    response.setHeader('Content-Security-Policy', contentPolicy)
    const document = documents.get(url)
    const [, extension] = /\/roleprint\.(css|js)$/.exec(url) ?? []
    if (document !== undefined) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(document)
    else if (extension === 'css' || extension === 'js')
      response
        .setHeader('Content-Type', mediaTypes[extension])
        .end(readFileSync(new URL(`roleprint.${extension}`, theme)))
    else response.writeHead(404).end()
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
