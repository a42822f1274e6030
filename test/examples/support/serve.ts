import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as wait} from 'node:timers/promises'
import {environment} from './command.ts'

const startsWithin = 30_000
const endsWithin = 5000

export interface Server {
  origin: string
  /** What it has printed. */
  log(): string
  stop(): Promise<void>
}

/** Runs a program of an example's packages as a server, in a process of its own, until it answers. */
export async function serve(folder: string, program: string, args: (port: number) => string[]): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [program, ...args(port)], {cwd: folder, env: environment, stdio: 'pipe'})
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))
  const ended = once(child, 'exit')
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const stop = async () => {
    if (isRunning()) child.kill('SIGTERM')
    await Promise.race([ended, wait(endsWithin, null, {ref: false})])
    if (isRunning()) child.kill('SIGKILL')
    await ended
  }
  const origin = `http://localhost:${port}`
  const deadline = Date.now() + startsWithin
  while (!(await answers(origin))) {
    if (isRunning() && Date.now() < deadline) await wait(100)
    else {
      await stop()
      throw new Error(`${program} does not answer:\n${printed.join('')}`)
    }
  }
  return {origin, log: () => printed.join(''), stop}
}

const answers = (origin: string): Promise<boolean> =>
  fetch(origin, {redirect: 'manual', signal: AbortSignal.timeout(5000)}).then(
    (answer) => answer.text().then(() => true),
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
