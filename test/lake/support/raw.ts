import {connect} from 'node:net'

/** What came back over a connection: everything as text, and the status of the first answer where there is one. */
export interface RawAnswer {
  status: number | null
  text: string
  headers: string
  body: string
}

/** Sends bytes as they are, since `fetch` would put most of these requests right, and waits for the end or a moment. */
export function raw(port: number, sent: string | Uint8Array, patience = 3000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const finish = () => {
      socket.destroy()
      resolve(answerOf(text))
    }
    const timer = setTimeout(finish, patience)
    socket.on('connect', () => socket.write(sent))
    socket.on('data', (part) => {
      text += part.toString('latin1')
      if (isWhole(text)) socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      finish()
    })
  })
}

export function answerOf(text: string): RawAnswer {
  const [headers = '', ...rest] = text.split('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
  return {status: status ? Number(status) : null, text, headers, body: rest.join('\r\n\r\n')}
}

function isWhole(text: string): boolean {
  const {headers, body, status} = answerOf(text)
  const length = /^content-length: (\d+)/im.exec(headers)?.[1]
  return status === 204 || (length !== undefined && body.length >= Number(length))
}

/** A request as text. The host is the right one unless another is given. */
export function request(
  port: number,
  target: string,
  {method = 'GET', headers = [], body = ''}: {method?: string; headers?: string[]; body?: string} = {},
): string {
  const host = headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: 127.0.0.1:${port}`]
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  return [`${method} ${target} HTTP/1.1`, ...host, ...headers, ...length, '', body].join('\r\n')
}
