import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'

export interface ProcessOptions {
  dataDir: string
  project?: string
  dataset?: string
  /** When to call `startLake`, as `clock` has it. At once where it is not said. */
  at?: number
  /** For Node itself, such as `--import`. */
  nodeOptions?: readonly string[]
  /** A command that runs the one it is given, such as `strace`. */
  within?: readonly string[]
}

export interface LakeAddress {
  url: string
  token: string
  project: string
  dataset: string
}

/** A lake that runs in a process of its own. */
export interface LakeProcess extends LakeAddress {
  pid: number
  /** When the process was started and when it called `startLake`, in the milliseconds of `clock`. */
  startedAt: number
  calledAt: number
  /** Ends it in the middle of what it does. */
  kill(): Promise<void>
  /** Asks it to end. Gives its exit code, or `null` where a signal ended it. */
  end(): Promise<number | null>
  /** What it has said of faults. */
  errors(): string
  signal(name: NodeJS.Signals): void
}

/** The process has said why it did not start. */
export class NotStarted extends Error {
  override name = 'NotStarted'
  /** The name of the error that `startLake` threw. */
  readonly reason: string

  constructor(reason: string, message: string) {
    super(message)
    this.reason = reason
  }
}

/** Milliseconds that mean the same in every process of this computer. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6

const serverFile = join(import.meta.dirname, 'server.ts')

/** Starts the process without waiting for its lake. */
export function spawnLake(options: ProcessOptions): ChildProcess {
  const {dataDir, project = 'local', dataset = 'production', at = 0, nodeOptions = [], within = []} = options
  const names = ['--data', dataDir, '--project', project, '--dataset', dataset, '--at', String(at)]
  const [command = '', ...parts] = [...within, process.execPath, ...nodeOptions, serverFile, ...names]
  return spawn(command, parts, {stdio: ['pipe', 'pipe', 'pipe']})
}

/** Throws `NotStarted`. */
export async function startProcess(options: ProcessOptions): Promise<LakeProcess> {
  const startedAt = clock()
  const child = spawnLake(options)
  const ended = once(child, 'close')
  let errors = ''
  child.stderr?.on('data', (part) => {
    errors += part
  })
  if (!child.stdout) throw new Error('The process has no output.')
  const lines = createInterface({input: child.stdout})
  const line = await Promise.race([once(lines, 'line').then(([first]) => String(first)), ended.then(() => null)])
  if (line === null) throw new NotStarted('none', `The process ended without a word. ${errors}`)
  const {refused, ...address} = JSON.parse(line)
  if (refused) {
    await ended
    throw new NotStarted(refused.name, refused.message)
  }
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return {
    ...(address as LakeAddress & {calledAt: number}),
    ...{pid: child.pid ?? 0, startedAt},
    kill: async () => void (await stop('SIGKILL')),
    end: () => stop('SIGTERM'),
    errors: () => errors,
    signal: (name) => void child.kill(name),
  }
}

/** A real client that may see drafts and write. */
export const clientOf = ({url, token, project, dataset}: LakeAddress, config: ClientConfig = {}): SanityClient =>
  createClient({
    ...{projectId: project, dataset, token, apiHost: url, useProjectHostname: false},
    ...{apiVersion: '2025-02-19', useCdn: false, maxRetries: 0, ...config},
  })
