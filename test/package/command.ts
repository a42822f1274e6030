import {execFile} from 'node:child_process'
import {dirname} from 'node:path'
import {promisify} from 'node:util'

const execute = promisify(execFile)
const timeout = 120_000

// What `npm run` tells its scripts would make an npm inside them work on the checkout.
const ownEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))

interface Place {
  cwd: string
  /** The Node that runs it. Default: the one that runs these checks. */
  node?: string
}

/** Runs a command and gives back what it prints. Throws what it complained about. */
export async function run(
  command: string,
  args: readonly string[],
  {cwd, node = process.execPath}: Place,
): Promise<string> {
  const env = {...ownEnvironment, PATH: `${dirname(node)}:${process.env.PATH}`}
  try {
    const {stdout} = await execute(command, args, {cwd, env, timeout, maxBuffer: 1e8})
    return stdout
  } catch (error) {
    const {stdout = '', stderr = ''} = error as {stdout?: string; stderr?: string}
    throw new Error(`${command} ${args.join(' ')}\n${`${stdout}\n${stderr}`.trim().slice(0, 4000) || String(error)}`)
  }
}

export const install = (packages: readonly string[], cwd: string): Promise<string> =>
  run('npm', ['install', ...packages, '--no-audit', '--no-fund', '--save-exact'], {cwd})
