import {spawn} from 'node:child_process'
import {FileError} from '../failures.ts'
import type {Progress} from '../lake/load.ts'

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
      const begin = Date.now()
      const tell = () => progress(`${title}: ${Math.round((Date.now() - begin) / 1000)} s`)
      const [file, before] = callOf(program)
      const child = spawn(file, [...before, ...args], {
        ...{cwd: folder, signal, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']},
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output = (output + text).slice(-20_000)
        })
      }
      tell()
      const timer = setInterval(tell, 1000)
      child.once('error', (cause) => {
        clearInterval(timer)
        reject(new FileError(`${title}: npm cannot be run here (${cause.message}).`, {cause}))
      })
      child.once('close', (code) => {
        clearInterval(timer)
        if (code === 0) return resolve()
        const words = output.trimEnd().split('\n').slice(-lastWords).join('\n')
        reject(new FileError(`${title} did not work:\n${words}`))
      })
    })

/** Under `npm start`, npm says which file it is: that one runs on every system, and on this program's own Node. */
function callOf(program: string): [string, string[]] {
  const npm = process.env.npm_execpath
  return npm ? [process.execPath, [npm]] : [program, []]
}
