import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {memoryOf} from '../lake/memory.ts'

export interface Command {
  parts: readonly string[]
  cwd?: string
  env?: Record<string, string>
}

export interface Run {
  /** From the start of the process to its end. */
  seconds: number
  /** The most memory that it and all it had started held, in MB. */
  memoryMB: number
  /** The time it and all it had started had a core for; not a number where the system has no way to tell. */
  cpuSeconds: number
  exitCode: number | null
  stdout: string
  stderr: string
}

const timer = '/usr/bin/time'
const mark = 'memory in KB, seconds of CPU: '
const lookEveryMs = 100

/** Runs a command to its end, whatever that is. */
export async function run(command: Command): Promise<Run> {
  const isTimed = process.platform === 'linux' && existsSync(timer)
  const start = performance.now()
  const child = startProcess(
    isTimed ? {...command, parts: [timer, '-f', `${mark}%M %U %S`, ...command.parts]} : command,
  )
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, memoryNow(child.pid))
  }, lookEveryMs)
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const exitCode = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const seconds = (performance.now() - start) / 1000
  clearInterval(look)
  const [said = '', counted = ''] = isTimed ? stderr().split(mark) : [stderr()]
  const [memoryKB = 0, user = Number.NaN, system = Number.NaN] = counted.trim().split(' ').filter(Boolean).map(Number)
  return {
    ...{seconds, memoryMB: Math.max(most, memoryKB / 1024), cpuSeconds: user + system},
    ...{exitCode, stdout: stdout(), stderr: said},
  }
}

/** As `run`, for what must succeed. */
export async function runWell(command: Command): Promise<Run> {
  const made = await run(command)
  if (made.exitCode === 0) return made
  throw new Error(`${command.parts.join(' ')} ended with ${made.exitCode}:\n${made.stdout}\n${made.stderr}`)
}

export function startProcess({parts: [name = '', ...parts], cwd, env}: Command): ChildProcess {
  return spawn(name, parts, {
    cwd,
    env: {...process.env, NODE_ENV: 'production', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function memoryNow(pid = 0): number {
  try {
    return memoryOf(pid).most
  } catch {
    // It has just ended, or the system has no such files.
    return 0
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = ''
  stream?.setEncoding('utf8').on('data', (part) => {
    text += part
  })
  return () => text
}
