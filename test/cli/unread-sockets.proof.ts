import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {connect} from 'node:net'
import {fileURLToPath} from 'node:url'
import {expect, onTestFinished, test} from 'vitest'

const main = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const content = fileURLToPath(new URL('../../content', import.meta.url))
// UNREAD_SOCKETS=1500 is the full form.
const sockets = Number(process.env.UNREAD_SOCKETS ?? 500)

/** A server of the command line in a process of its own, until the test is over. */
async function serverOf(command: string) {
  const child = spawn(process.execPath, [main, command, '--content', content, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000
  return {url: line.trim(), port: Number(new URL(line.trim()).port), megabytes}
}

const paths = ['/', '/roles/ux-designer', '/roles/ux-designer/html']

test.skipIf(process.platform !== 'linux').each(['serve', 'preview'])(
  `${sockets} sockets that never read take little of %s, and keep no reader waiting`,
  async (command) => {
    const server = await serverOf(command)
    const read = async (index: number) => {
      const start = performance.now()
      const answer = await fetch(new URL(paths[index % paths.length] ?? '/', server.url))
      await answer.text()
      return {status: answer.status, milliseconds: performance.now() - start}
    }
    for (let index = 0; index < 300; index += 1) await read(index)
    const before = server.megabytes()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, server.megabytes())
    }, 50)
    onTestFinished(() => clearInterval(watch))
    for (let index = 0; index < sockets; index += 1) {
      const socket = connect(server.port, '127.0.0.1').pause()
      socket.on('error', () => {})
      onTestFinished(() => void socket.destroy())
      const request = `GET ${paths[index % paths.length]} HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`
      socket.on('connect', () => socket.write(request.repeat(4)))
    }
    const answers = []
    for (let index = 0; index < 200; index += 1) answers.push(await read(index))
    const took = answers.map(({milliseconds}) => milliseconds).sort((one, other) => one - other)
    console.log({command, sockets, grown: Math.round(most - before), p99: Math.round(took[197] ?? 0)})
    expect(answers.filter(({status}) => status !== 200)).toEqual([])
    expect(took[197]).toBeLessThan(1000)
    expect(most - before).toBeLessThan(100)
  },
)
