import {type ChildProcess, spawn} from 'node:child_process'
import {basename} from 'node:path'
import {FileError} from '../failures.ts'
import type {Progress} from '../progress.ts'

interface Surroundings {
  env: Readonly<Record<string, string>>
  progress: Progress
  signal: AbortSignal
}

const lastWords = 20

/** Runs programs in a folder, one after the other, and tells how long each has been at it. */
export const commandIn =
  (folder: string, {env, progress, signal}: Surroundings) =>
  (title: string, program: 'npm', args: string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(stopped(title))
      const begin = Date.now()
      const tell = () => progress(`${title}: ${Math.round((Date.now() - begin) / 1000)} s`)
      const [file, before] = callOf(program)
      const child = spawn(file, [...before, ...args], {
        ...{cwd: folder, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe'], detached: hasGroups},
      })
      const streams = [child.stdout, child.stderr]
      let output = ''
      for (const stream of streams) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output = (output + text).slice(-20_000)
        })
      }
      tell()
      const timer = setInterval(tell, 1000)
      const abort = () => {
        end()
        endGroup(child)
        for (const stream of streams) stream?.destroy()
        reject(stopped(title))
      }
      const end = () => {
        clearInterval(timer)
        signal.removeEventListener('abort', abort)
      }
      signal.addEventListener('abort', abort)
      child.once('error', (cause) => {
        end()
        reject(new FileError(`${title}: npm cannot be run here (${cause.message}).`, {cause}))
      })
      child.once('close', (code) => {
        end()
        if (code === 0) return resolve()
        const words = output.trimEnd().split('\n').slice(-lastWords).join('\n')
        reject(new FileError(`${title} did not work:\n${words}`))
      })
    })

const stopped = (title: string) => new FileError(`${title} was stopped.`)

// What npm starts is in its group, and would outlive it.
const hasGroups = process.platform !== 'win32'

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (!hasGroups) return void child.kill()
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Under `npm start`, npm says which file it is: that one runs on every system, and on this program's own Node. Other
 * package managers say so of themselves.
 */
function callOf(program: string): [string, string[]] {
  const manager = process.env.npm_execpath
  return manager && basename(manager) === 'npm-cli.js' ? [process.execPath, [manager]] : [program, []]
}
