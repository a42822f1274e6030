import {type LevelName, levels} from '../index.ts'
import type {Command, CommandName, VersionsCommand} from './command-type.ts'
import {didYouMean} from './did-you-mean.ts'
import {UsageError} from './failures.ts'
import {formatNames, formats} from './formats.ts'
import {readExport, readLake, readLoad, readStart} from './lake-commands.ts'
import {languageIn} from './language.ts'
import {filled, oneOf, originOf, originOptions, portIn, read, targetOf} from './options.ts'

const readers: Record<CommandName, (args: string[]) => Command> = {
  list: readList,
  render: readRender,
  check: readCheck,
  diff: readDiff,
  share: readShare,
  build: readBuild,
  serve: readServe,
  preview: readPreview,
  start: readStart,
  lake: readLake,
  export: readExport,
  load: readLoad,
}

export const commandNames = Object.keys(readers) as CommandName[]

const perspective = {type: 'string', default: 'published'} as const
// Made where they are needed: the first one takes as long as all else that a small command does.
const anyOf = (names: string[]) => new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(names)
const allOf = (names: string[]) => new Intl.ListFormat('en-GB', {type: 'conjunction'}).format(names)

/** What the arguments ask for. Throws `UsageError`. */
export function readCommand(argv: readonly string[]): Command {
  const [name, ...args] = argv
  if (name === '--help' || name === '-h') return {name: 'help', about: null}
  if (name === '--version') return {name: 'version'}
  if (name === undefined) throw new UsageError(`Say what to do: ${anyOf(commandNames)}.`)
  const known = commandNames.find((command) => command === name)
  if (known) return readers[known](args)
  throw new UsageError(
    name.startsWith('-')
      ? `Put the command first: "roleprint list ${name}", for example.`
      : `There is no command "${name}"; there are ${allOf(commandNames)}.${didYouMean(name, commandNames)}`,
  )
}

function readList(args: string[]): Command {
  const {values} = read(args, 0, {...originOptions, perspective, json: {type: 'boolean', default: false}})
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
    ...originOptions,
    perspective,
    format: {type: 'string', default: 'markdown'},
    level: {type: 'string'},
    language: {type: 'string'},
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
    ...languageOption(values),
    format,
    level,
    out: values.out === undefined ? null : filled('--out', values.out),
  }
}

function readCheck(args: string[]): Command {
  const {values, positionals} = read(args, 1, {
    ...originOptions,
    perspective: {...perspective, default: 'drafts'},
    json: {type: 'boolean', default: false},
  })
  if (values.help) return {name: 'help', about: 'check'}
  return {
    ...{name: 'check', origin: originOf(values), slug: positionals[0], json: values.json},
    perspective: oneOf(['published', 'drafts'], '--perspective', values.perspective),
  }
}

const text = {type: 'string'} as const
const versionsOptions = {...originOptions, against: text, from: text, to: text, out: text, language: text} as const

const languageOption = ({language}: {language?: string}) =>
  language === undefined ? {} : {language: languageIn(language)}

function readDiff(args: string[]): Command {
  const {values, positionals} = read(args, 1, {...versionsOptions, format: {type: 'string', default: 'text'}})
  if (values.help) return {name: 'help', about: 'diff'}
  const [slug] = positionals
  if (slug === undefined) throw new UsageError('Name the role to compare by its slug; "roleprint list" shows them.')
  const format = oneOf(['text', 'markdown', 'html'], '--format', values.format)
  return {name: 'diff', format, ...versionsIn(slug, values)}
}

function readShare(args: string[]): Command {
  const {values, positionals} = read(args, 1, versionsOptions)
  if (values.help) return {name: 'help', about: 'share'}
  const [slug] = positionals
  if (slug === undefined) throw new UsageError('Name the role to share by its slug; "roleprint list" shows them.')
  return {name: 'share', ...versionsIn(slug, values)}
}

type VersionsValues = Parameters<typeof originOf>[0] & {
  [name in 'against' | 'from' | 'to' | 'out' | 'language']?: string
}

function versionsIn(slug: string, values: VersionsValues): VersionsCommand {
  const {against, out} = values
  const isBetweenExports = against !== undefined
  if (isBetweenExports && values.content === undefined) {
    throw new UsageError('--against goes with --content: as in --content old.ndjson --against new.ndjson.')
  }
  const from = versionIn('--from', values.from ?? 'published')
  const to = versionIn('--to', values.to ?? (isBetweenExports ? 'published' : 'drafts'))
  if (!isBetweenExports && stackOf(from) === stackOf(to)) {
    throw new UsageError(
      `--from and --to both name "${to}", which is the same version. Name two, as in --from published --to drafts.`,
    )
  }
  return {
    ...{origin: originOf(values), slug, from, to, ...languageOption(values)},
    against: against === undefined ? null : filled('--against', against),
    out: out === undefined ? null : filled('--out', out),
  }
}

const mostStacked = 10

function versionIn(option: string, value: string): string {
  const names = value.split(',')
  if (names.length <= mostStacked && names.every((name) => /^(?!raw$)[a-zA-Z0-9][\w-]{0,63}$/.test(name))) return value
  throw new UsageError(`${option} takes published, drafts or the id of a release, not "${value}".`)
}

/** What is published lies below every stack, said or not. */
const stackOf = (version: string): string => [...new Set([...version.split(','), 'published'])].join()

function readBuild(args: string[]): Command {
  const flag = {type: 'boolean', default: false} as const
  const {values} = read(args, 0, {
    ...{...originOptions, out: text, stale: text, 'require-min': text},
    ...{strict: flag, force: flag, json: flag},
  })
  if (values.help) return {name: 'help', about: 'build'}
  if (values.out === undefined) throw new UsageError('Name the folder to build the site into: --out site.')
  const fewest = values['require-min']
  if (fewest !== undefined && !/^\d{1,9}$/.test(fewest))
    throw new UsageError(`--require-min takes a number of roles, not "${fewest}".`)
  return {
    ...{name: 'build', origin: originOf(values), out: filled('--out', values.out), json: values.json},
    ...{isStrict: values.strict, isForced: values.force, fewest: fewest === undefined ? null : Number(fewest)},
    keepsStale: oneOf(['keep', 'drop'], '--stale', values.stale ?? 'keep') === 'keep',
  }
}

function readServe(args: string[]): Command {
  const {values} = read(args, 0, {...originOptions, port: {type: 'string', default: '4321'}})
  if (values.help) return {name: 'help', about: 'serve'}
  return {name: 'serve', origin: originOf(values), port: portIn(values.port)}
}

function readPreview(args: string[]): Command {
  const {values} = read(args, 0, {...originOptions, port: {type: 'string', default: '4321'}, studio: {type: 'string'}})
  if (values.help) return {name: 'help', about: 'preview'}
  const {studio} = values
  if (studio !== undefined && !/^https?:$/.test(URL.parse(studio)?.protocol ?? '')) {
    throw new UsageError(`--studio takes the address of a Studio such as http://localhost:3333, not "${studio}".`)
  }
  // What is previewed is being written, so it is in a lake unless files are named.
  const origin = (values.content ?? values.sample) === undefined ? targetOf(values) : originOf(values)
  return {name: 'preview', origin, port: portIn(values.port), studio}
}

const levelNames = Object.keys(levels) as LevelName[]
