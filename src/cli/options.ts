import {type ParseArgsOptionsConfig, parseArgs} from 'node:util'
import {didYouMean} from './did-you-mean.ts'
import {UsageError} from './failures.ts'

/** Where the content comes from. */
export type ContentOrigin = {kind: 'default'} | {kind: 'sample'} | {kind: 'files'; path: string} | Target

/** A lake to read from or to write to: the hosted one, or the embedded one that keeps its data in a folder. */
export type Target =
  | {kind: 'lake'; projectId: string; dataset: string; apiHost: string | null}
  | {kind: 'data'; path: string}

const lakeOptions = {
  data: {type: 'string'},
  project: {type: 'string'},
  dataset: {type: 'string'},
  'api-host': {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const satisfies ParseArgsOptionsConfig

/** For commands that read roles. */
export const originOptions = {...lakeOptions, content: {type: 'string'}, sample: {type: 'boolean'}} as const

/** For commands that move a whole dataset. */
export const targetOptions = lakeOptions

export const defaultData = '.roleprint'

/** Throws `UsageError`. */
export function read<Options extends ParseArgsOptionsConfig>(args: string[], most: number, options: Options) {
  try {
    const parsed = parseArgs({args, options, strict: true, allowPositionals: true})
    const extra = parsed.positionals[most]
    if (extra === undefined) return parsed
    throw new UsageError(`There is one argument too many: "${extra}".`)
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error
    const [firstSentence = ''] = error.message.split('. ')
    const unknown = /^Unknown option '(-{1,2}[^']*)'/.exec(firstSentence)?.[1]
    const names = Object.keys(options).map((name) => `--${name}`)
    throw new UsageError(`${firstSentence.replace(/\.$/, '')}.${unknown ? didYouMean(unknown, names) : ''}`)
  }
}

interface OriginValues {
  content?: string
  sample?: boolean
  data?: string
  project?: string
  dataset?: string
  'api-host'?: string
}

/** Throws `UsageError`. */
export function originOf(values: OriginValues): ContentOrigin {
  const {content, sample, data, project, dataset, 'api-host': apiHost} = values
  const isHosted = (project ?? dataset ?? apiHost) !== undefined
  if (sample) {
    if ((content ?? data) === undefined && !isHosted) return {kind: 'sample'}
    throw new UsageError('--sample takes the sample roles, so it goes with no other content.')
  }
  if (content !== undefined) {
    if (data !== undefined || isHosted) {
      throw new UsageError(
        'Content comes from files (--content), from a lake (--data) or from a project (--project, --dataset), not both.',
      )
    }
    return {kind: 'files', path: filled('--content', content)}
  }
  return data === undefined && !isHosted ? {kind: 'default'} : targetOf(values)
}

/** Throws `UsageError`. */
export function targetOf({
  data,
  project,
  dataset,
  'api-host': apiHost,
}: Omit<OriginValues, 'content' | 'sample'>): Target {
  const isHosted = (project ?? dataset ?? apiHost) !== undefined
  if (!isHosted) return {kind: 'data', path: filled('--data', data ?? defaultData)}
  if (data !== undefined) {
    throw new UsageError('A lake is named by its data (--data) or as a project (--project, --dataset), not by both.')
  }
  if (project === undefined || dataset === undefined) {
    throw new UsageError(
      `--project and --dataset go together: --${project === undefined ? 'project' : 'dataset'} is missing.`,
    )
  }
  assertNames(project, dataset)
  return {
    kind: 'lake',
    projectId: project,
    dataset,
    apiHost: apiHost === undefined ? null : originOfUrl(apiHost),
  }
}

/** Throws `UsageError`. */
export function portIn(text: string, option = '--port'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535)) throw new UsageError(`${option} takes a number from 0 to 65535, not "${text}".`)
  return port
}

// The rules of @sanity/client, which checks a project id only where it becomes part of the host.
const projectIdRule = /^[-a-z0-9]+$/i
const datasetRule = /^~?[a-z0-9][-\w]{0,63}$/

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Throws `UsageError`. */
export function assertNames(project: string | undefined, dataset: string | undefined): void {
  if (project !== undefined) fitting(project, projectIdRule, '--project takes letters a-z, digits and dashes')
  if (dataset !== undefined)
    fitting(dataset, datasetRule, '--dataset takes up to 64 lower-case letters, digits, _ and -')
}

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

function fitting(value: string, rule: RegExp, expected: string): void {
  if (!rule.test(value)) throw new UsageError(`${expected}, not "${value}".`)
}

export function filled(option: string, value: string): string {
  if (value === '') throw new UsageError(`${option} is empty; it takes a path.`)
  return value
}

export function oneOf<Name extends string>(names: readonly Name[], option: string, value: string): Name {
  const name = names.find((known) => known === value)
  if (name === undefined)
    throw new UsageError(`${option} is one of ${names.join(', ')}, not "${value}".${didYouMean(value, names)}`)
  return name
}
