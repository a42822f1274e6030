import {createServer, type IncomingMessage, type RequestListener} from 'node:http'
import {onTestFinished} from 'vitest'

/** A server in place of the hosted one, on this computer, until the test is over. */
export async function fakeLake(answer: RequestListener): Promise<{apiHost: string; requests: IncomingMessage[]}> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The fake lake has no port.')
  return {apiHost: `http://127.0.0.1:${address.port}`, requests}
}

/** Answers with a status and JSON, as the hosted API does. */
export const json =
  (status: number, body: object): RequestListener =>
  (_request, response) => {
    response.writeHead(status, {'content-type': 'application/json'})
    response.end(JSON.stringify(body))
  }
