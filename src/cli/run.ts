import program from '../../package.json' with {type: 'json'}
import {type Content, openContent} from './content.ts'
import {explain} from './explain.ts'
import {exitCodes, UsageError} from './failures.ts'
import {helpText} from './help.ts'
import {list} from './list.ts'
import {type Command, readCommand} from './options.ts'
import {render} from './render.ts'
import {serve} from './serve/serve.ts'

/** What a call of the program comes to. */
export interface Outcome {
  stdout: string
  stderr: string
  exitCode: number
  /** Ends what the call started, where it goes on. */
  close?: () => Promise<void>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The whole program, but for the process around it. Never throws. */
export async function run(argv: readonly string[], env: Environment, {timeout = 10_000} = {}): Promise<Outcome> {
  let content: Content | null = null
  try {
    const command = readCommand(argv)
    if (command.name === 'help') return done({stdout: helpText(command.about)})
    if (command.name === 'version') return done({stdout: `${program.version}\n`})
    content = await openContent(command.origin, {token: env.SANITY_API_READ_TOKEN?.trim() || undefined, timeout})
    const outcome = done(await answer(command, content))
    return {...outcome, stderr: draftsHint(command, content) + outcome.stderr}
  } catch (error) {
    const {message, exitCode} = explain(error, content?.lake ?? null)
    const about = ['list', 'render', 'serve'].includes(argv[0] ?? '') ? `${argv[0]} ` : ''
    const hint = error instanceof UsageError ? `Run "roleprint ${about}--help" to see what there is.\n` : ''
    return {stdout: '', stderr: `${message}\n${hint}`, exitCode}
  }
}

async function answer(command: Exclude<Command, {name: 'help' | 'version'}>, content: Content) {
  if (command.name === 'list') return list(content.source, command)
  return command.name === 'render' ? render(content.source, command) : serve(content, command)
}

const done = (outcome: Partial<Outcome>): Outcome => ({stdout: '', stderr: '', exitCode: exitCodes.ok, ...outcome})

/** Sanity hides drafts from those who show no token, without a word. */
const draftsHint = (command: Command, {lake}: Content): string =>
  lake && !lake.token && 'perspective' in command && command.perspective === 'drafts'
    ? 'Warning: without a token in SANITY_API_READ_TOKEN, Sanity shows no drafts.\n'
    : ''
