import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'
import type {Lake} from '../../../src/lake/index.ts'

const script = fileURLToPath(new URL('./lake-process.ts', import.meta.url))

export interface OtherLake extends Pick<Lake, 'url' | 'token' | 'port' | 'dataset' | 'project'> {
  /** The number of its process. */
  pid: number
  /** Bytes its process and the processes it has started hold. */
  memory(): Promise<number>
  isAlive(): boolean
  /** What it has written to its log. */
  log(): string
}

/** A lake with the sample content in a process of its own, until the test is over. */
export async function lakeInProcess(options: object = {}, execArgv: string[] = []): Promise<OtherLake> {
  const child = fork(script, [JSON.stringify(options)], {silent: true, execArgv: ['--no-warnings', ...execArgv]})
  onTestFinished(() => void child.kill())
  let log = ''
  child.stderr?.on('data', (part) => {
    log = (log + part).slice(-20_000)
  })
  return {
    ...(await addressFrom(child, () => log)),
    pid: child.pid ?? 0,
    async memory() {
      const held = heldBy(child.pid ?? 0)
      if (held > 0) return held
      child.send('memory')
      const [bytes] = await once(child, 'message')
      return bytes
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    log: () => log,
  }
}

function addressFrom(child: ChildProcess, log: () => string): Promise<Lake> {
  return new Promise((resolve, reject) => {
    let line = ''
    child.stdout?.on('data', (part) => {
      line += part
      if (line.includes('\n')) resolve(JSON.parse(line))
    })
    child.once('exit', () => reject(new Error(`The lake has ended: ${log()}`)))
  })
}

/** The processes a process has started, where the system tells. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function heldBy(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) * 1024 + childrenOf(pid).reduce((sum, child) => sum + heldBy(child), 0)
  } catch {
    return 0
  }
}
