import {connect, createServer, type Socket} from 'node:net'
import {onTestFinished} from 'vitest'
import type {Lake} from '../../../src/lake/index.ts'

/** A way to a lake that can be cut, as a network can. */
export async function cuttable({port}: Lake) {
  const open = new Set<Socket>()
  let isCut = false
  let isAnswerLost = false
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy()
    const lake = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [socket, lake],
      [lake, socket],
    ] as const) {
      open.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    // The lake answers under its own name only.
    const own = `127.0.0.1:${(server.address() as {port: number}).port}`
    socket.on('data', (part) => lake.write(part.toString('latin1').replaceAll(own, `127.0.0.1:${port}`), 'latin1'))
    lake.on('data', (part) => (isAnswerLost ? cut() : socket.write(part)))
  })
  const cut = () => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    cut()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as {port: number}).port}`,
    cut,
    /** Cuts when the lake answers: what was asked has been done, and nobody is told. */
    loseAnswer() {
      isAnswerLost = true
    },
    mend() {
      isCut = false
      isAnswerLost = false
    },
  }
}
