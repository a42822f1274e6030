import program from '../../package.json' with {type: 'json'}
import type {Source} from '../index.ts'
import type {
  BuildCommand,
  CheckCommand,
  Command,
  DiffCommand,
  ExportCommand,
  ListCommand,
  LoadCommand,
  NamedCommand,
  PreviewCommand,
  RenderCommand,
  ServeCommand,
  ShareCommand,
} from './command-type.ts'
import {commandNames, readCommand} from './commands.ts'
import {type Content, chosenOrigin, openContent, pathOf} from './content.ts'
import {explain} from './explain.ts'
import {exitCodes, UsageError} from './failures.ts'
import {helpText} from './help.ts'
import type {Access, Connection, Lake, LakeSettings} from './lake/connect.ts'
import type {NewConnection} from './lake/new-lake.ts'
import type {Progress} from './progress.ts'

/** What a call of the program comes to. */
export interface Outcome {
  stdout: string
  stderr: string
  exitCode: number
  /** Ends what the call started, where it goes on. */
  close?: () => Promise<void>
  /** What to say when somebody presses Enter. */
  onEnter?: () => string
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface RunOptions {
  /** Milliseconds to wait for an answer. */
  timeout?: number
  /** Told how far a long command has come. */
  progress?: Progress
  /** Where to look for a lake of one's own, in place of the sample roles, where a call names no content. */
  folder?: string
  /** Told what happens after the call has come back. */
  say?: (text: string) => void
}

const toldBy = ({progress = () => {}, say = () => {}}: RunOptions) => ({progress, say})

/** The whole program, but for the process around it. Never throws. */
export async function run(argv: readonly string[], env: Environment, options: RunOptions = {}): Promise<Outcome> {
  let about: Lake | null = null
  let told = ''
  try {
    const command = readCommand(argv)
    if (command.name === 'help') return done({stdout: helpText(command.about)})
    if (command.name === 'version') return done({stdout: `${program.version}\n`})
    if (command.name === 'start') return done(await (await import('./start/start.ts')).start(command, toldBy(options)))
    if (command.name === 'lake') return done(await (await import('./lake/lake.ts')).lake(command))
    const settings = {...tokenFor(command, env), timeout: options.timeout ?? 10_000}
    if (command.name === 'export' || command.name === 'load') {
      const connection = await connectionFor(command, settings)
      about = connection.lake
      return done(await move(connection, command, options.progress).finally(connection.close))
    }
    const {origin, ...chosen} = chosenOrigin(command.origin, options.folder)
    told = chosen.told
    if (command.name === 'build') {
      const path = pathOf(origin)
      const content = path === null ? await openContent(origin, settings) : null
      about = content?.lake ?? null
      const outcome = await built(command, content?.source ?? path ?? '', options.progress).finally(content?.close)
      return done({...outcome, stderr: told + (outcome.stderr ?? '')})
    }
    const content = await openContent(origin, settings)
    about = content.lake
    const outcome = done(await answer({...command, origin}, content))
    return {...outcome, stderr: told + draftsHint(command, content) + outcome.stderr}
  } catch (error) {
    const {message, exitCode} = explain(error, about)
    const known = commandNames.find((name) => name === argv[0])
    const hint =
      error instanceof UsageError ? `Run "roleprint ${known ? `${known} ` : ''}--help" to see what there is.\n` : ''
    return {stdout: '', stderr: `${told}${message}\n${hint}`, exitCode}
  }
}

// What a command needs is read with the command, so that none waits for the parts of another.
async function connectionFor(
  {name, target}: ExportCommand | LoadCommand,
  settings: LakeSettings,
): Promise<Connection | NewConnection> {
  const {connect, hasLake} = await import('./lake/connect.ts')
  // A backup comes back into a folder that is not there yet.
  if (name === 'load' && target.kind === 'data' && !hasLake(target.path))
    return (await import('./lake/new-lake.ts')).newLake(target.path)
  return connect(target, settings)
}

async function move(
  connection: Connection | NewConnection,
  command: ExportCommand | LoadCommand,
  progress: Progress = () => {},
) {
  if (command.name === 'export') return (await import('./lake/export.ts')).exportDataset(connection, command)
  const outcome = await (await import('./lake/load.ts')).load(connection, command, progress)
  if (!('keep' in connection)) return outcome
  return {...outcome, stderr: outcome.stderr + (await connection.keep())}
}

async function built(command: BuildCommand, origin: string | Source, progress: Progress = () => {}) {
  return (await import('./build/build.ts')).build(origin, command, progress)
}

async function answer(
  command: PrintingCommand | ServeCommand | PreviewCommand,
  content: Content,
): Promise<Partial<Outcome>> {
  const close = content.close ?? (async () => {})
  if (command.name === 'serve' || command.name === 'preview') {
    const site = await (command.name === 'serve'
      ? (await import('./site/serve.ts')).serve(content, command)
      : (await import('./preview/preview.ts')).preview(content, command))
    return {...site, close: () => site.close().finally(close)}
  }
  return print(content.source, command).finally(close)
}

type PrintingCommand = ListCommand | RenderCommand | CheckCommand | DiffCommand | ShareCommand

async function print(source: Source, command: PrintingCommand): Promise<Partial<Outcome>> {
  switch (command.name) {
    case 'list':
      return (await import('./list.ts')).list(source, command)
    case 'render':
      return (await import('./render.ts')).render(source, command)
    case 'check':
      return (await import('./check/check.ts')).check(source, command)
    case 'diff':
      return (await import('./compare/diff.ts')).diff(source, command)
    case 'share':
      return (await import('./compare/share.ts')).share(source, command)
  }
}

/** A token that may only read is enough for all but loading. */
function tokenFor({name}: NamedCommand, env: Environment): {token: string | undefined; access: Access} {
  const right = name === 'load' ? 'write' : 'read'
  const names = [...(right === 'write' ? ['SANITY_API_WRITE_TOKEN'] : []), 'SANITY_API_READ_TOKEN'] as const
  const tokenName = names.find((each) => env[each]?.trim()) ?? names[0] ?? ''
  return {token: env[tokenName]?.trim() || undefined, access: {tokenName, right}}
}

const done = (outcome: Partial<Outcome>): Outcome => ({stdout: '', stderr: '', exitCode: exitCodes.ok, ...outcome})

/** Sanity hides drafts from those who show no token, without a word. */
const draftsHint = (command: Command, {lake}: Content): string =>
  lake && !lake.token && asksForDrafts(command)
    ? 'Warning: without a token in SANITY_API_READ_TOKEN, Sanity shows no drafts.\n'
    : ''

const asksForDrafts = (command: Command): boolean =>
  command.name === 'preview' ||
  ('perspective' in command && command.perspective === 'drafts') ||
  ('from' in command && (command.from !== 'published' || command.to !== 'published'))
