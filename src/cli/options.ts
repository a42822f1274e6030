import {type ParseArgsOptionsConfig, parseArgs} from 'node:util'
import {type LevelName, levels} from '../index.ts'
import {UsageError} from './failures.ts'
import {type FormatName, formatNames, formats} from './formats.ts'

export type CommandName = 'list' | 'render' | 'serve'
export type ShownPerspective = 'published' | 'drafts'

/** Where the content comes from. */
export type ContentOrigin =
  | {kind: 'sample'}
  | {kind: 'files'; path: string}
  | {kind: 'lake'; projectId: string; dataset: string; apiHost: string | null}

export interface ListCommand {
  name: 'list'
  origin: ContentOrigin
  perspective: ShownPerspective
  json: boolean
}

export interface RenderCommand {
  name: 'render'
  origin: ContentOrigin
  perspective: ShownPerspective
  slug: string
  format: FormatName
  level: LevelName | undefined
  out: string | null
}

export interface ServeCommand {
  name: 'serve'
  origin: ContentOrigin
  port: number
}

export type Command =
  | {name: 'help'; about: CommandName | null}
  | {name: 'version'}
  | ListCommand
  | RenderCommand
  | ServeCommand

const everywhere = {
  content: {type: 'string'},
  project: {type: 'string'},
  dataset: {type: 'string'},
  'api-host': {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const satisfies ParseArgsOptionsConfig

const perspective = {type: 'string', default: 'published'} as const

/** What the arguments ask for. Throws `UsageError`. */
export function readCommand(argv: readonly string[]): Command {
  const [name, ...args] = argv
  if (name === '--help' || name === '-h') return {name: 'help', about: null}
  if (name === '--version') return {name: 'version'}
  if (name === 'list') return readList(args)
  if (name === 'render') return readRender(args)
  if (name === 'serve') return readServe(args)
  if (name === undefined) throw new UsageError('Say what to do: list, render or serve.')
  throw new UsageError(
    name.startsWith('-')
      ? `Put the command first: "roleprint list ${name}", for example.`
      : `There is no command "${name}"; there are list, render and serve.`,
  )
}

function readList(args: string[]): Command {
  const {values} = read(args, 0, {...everywhere, perspective, json: {type: 'boolean', default: false}})
  if (values.help) return {name: 'help', about: 'list'}
  return {
    name: 'list',
    origin: originOf(values),
    perspective: oneOf(['published', 'drafts'], '--perspective', values.perspective),
    json: values.json,
  }
}

function readRender(args: string[]): Command {
  const {values, positionals} = read(args, 1, {
    ...everywhere,
    perspective,
    format: {type: 'string', default: 'markdown'},
    level: {type: 'string'},
    out: {type: 'string'},
  })
  if (values.help) return {name: 'help', about: 'render'}
  const [slug] = positionals
  if (slug === undefined) throw new UsageError('Name the role to render by its slug; "roleprint list" shows them.')
  const format = oneOf(formatNames, '--format', values.format)
  const level = values.level === undefined ? undefined : oneOf(levelNames, '--level', values.level)
  if (level && !formats[format].hasLevels) {
    throw new UsageError(`--level is for job descriptions: --format markdown, text or html, not ${format}.`)
  }
  return {
    name: 'render',
    origin: originOf(values),
    perspective: oneOf(['published', 'drafts'], '--perspective', values.perspective),
    slug,
    format,
    level,
    out: values.out === undefined ? null : filled('--out', values.out),
  }
}

function readServe(args: string[]): Command {
  const {values} = read(args, 0, {...everywhere, port: {type: 'string', default: '4321'}})
  if (values.help) return {name: 'help', about: 'serve'}
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65535)) throw new UsageError(`--port takes a number from 0 to 65535, not "${values.port}".`)
  return {name: 'serve', origin: originOf(values), port}
}

function read<Options extends ParseArgsOptionsConfig>(args: string[], most: number, options: Options) {
  try {
    const parsed = parseArgs({args, options, strict: true, allowPositionals: true})
    const extra = parsed.positionals[most]
    if (extra === undefined) return parsed
    throw new UsageError(`There is one argument too many: "${extra}".`)
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error
    const [firstSentence] = error.message.split('. ')
    throw new UsageError(`${firstSentence?.replace(/\.$/, '')}.`)
  }
}

function originOf(values: {content?: string; project?: string; dataset?: string; 'api-host'?: string}): ContentOrigin {
  const {content, project, dataset, 'api-host': apiHost} = values
  if (content !== undefined) {
    if ((project ?? dataset ?? apiHost) !== undefined) {
      throw new UsageError('Content comes from files (--content) or from a project (--project, --dataset), not both.')
    }
    return {kind: 'files', path: filled('--content', content)}
  }
  if ((project ?? dataset ?? apiHost) === undefined) return {kind: 'sample'}
  if (project === undefined || dataset === undefined) {
    throw new UsageError(
      `--project and --dataset go together: --${project === undefined ? 'project' : 'dataset'} is missing.`,
    )
  }
  return {
    kind: 'lake',
    projectId: fitting(project, projectIdRule, '--project takes letters a-z, digits and dashes'),
    dataset: fitting(dataset, datasetRule, '--dataset takes up to 64 lower-case letters, digits, _ and -'),
    apiHost: apiHost === undefined ? null : originOfUrl(apiHost),
  }
}

// The rules of @sanity/client, which checks a project id only where it becomes part of the host.
const projectIdRule = /^[-a-z0-9]+$/i
const datasetRule = /^~?[a-z0-9][-\w]{0,63}$/

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Whether an API host is this computer, which has no host name for each project. */
export const isLoopback = (apiHost: string): boolean => loopback.test(new URL(apiHost).hostname)

/** The token goes to this host, so it must be named in full and, beyond this computer, asked over TLS. */
function originOfUrl(text: string): string {
  const url = URL.parse(text)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))
  if (!url || !isSafe || url.href !== `${url.origin}/`) {
    throw new UsageError(`--api-host takes an address such as https://api.sanity.io or http://localhost:3333.`)
  }
  return url.origin
}

function fitting(value: string, rule: RegExp, expected: string): string {
  if (!rule.test(value)) throw new UsageError(`${expected}, not "${value}".`)
  return value
}

function filled(option: string, value: string): string {
  if (value === '') throw new UsageError(`${option} is empty; it takes a path.`)
  return value
}

const levelNames = Object.keys(levels) as LevelName[]

function oneOf<Name extends string>(names: readonly Name[], option: string, value: string): Name {
  const name = names.find((known) => known === value)
  if (name === undefined) throw new UsageError(`${option} is one of ${names.join(', ')}, not "${value}".`)
  return name
}
