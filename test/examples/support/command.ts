import {execFile} from 'node:child_process'
import {delimiter, dirname} from 'node:path'
import {promisify} from 'node:util'

const execute = promisify(execFile)
const timeout = 240_000

// What `npm run` tells its scripts, and what Vitest sets for itself, is not for a project of its own.
const foreign = /^npm_|^NODE_ENV$|^VITEST|^TEST$|^DEV$|^PROD$|^MODE$|^BASE_URL$|^SSR$/

/** The environment of somebody at a terminal, with the Node that runs these tests, and nothing that asks for a network. */
export const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
} as unknown as NodeJS.ProcessEnv

/** Runs a command and gives back what it prints. Throws what it complained about. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const {stdout, stderr} = await execute(command, args, {cwd, env: environment, timeout, maxBuffer: 1e8})
    return stdout + stderr
  } catch (error) {
    const {stdout = '', stderr = ''} = error as {stdout?: string; stderr?: string}
    throw new Error(`${command} ${args.join(' ')}\n${`${stdout}\n${stderr}`.trim().slice(-4000) || String(error)}`)
  }
}
