import type {Command} from './command-type.ts'
import {UsageError} from './failures.ts'
import {assertNames, defaultData, filled, portIn, read, targetOf, targetOptions} from './options.ts'

const help = {type: 'boolean', short: 'h'} as const
const data = {type: 'string', default: defaultData} as const

export function readStart(args: string[]): Command {
  const port = {type: 'string', default: '3333'} as const
  const sitePort = {type: 'string', default: '4321'} as const
  const {values} = read(args, 0, {
    data,
    help,
    port,
    'site-port': sitePort,
    'no-studio': {type: 'boolean', default: false},
  })
  if (values.help) return {name: 'help', about: 'start'}
  return {
    ...{name: 'start', data: filled('--data', values.data), studio: !values['no-studio']},
    ...{port: portIn(values.port), sitePort: portIn(values['site-port'], '--site-port')},
  }
}

export function readLake(args: string[]): Command {
  const {values, positionals} = read(args, 1, {
    ...{data, help, port: {type: 'string', default: '3333'}, project: {type: 'string'}, dataset: {type: 'string'}},
    ...{seed: {type: 'string'}, origin: {type: 'string', multiple: true}, reset: {type: 'boolean', default: false}},
  })
  if (values.help) return {name: 'help', about: 'lake'}
  const {project, dataset, seed, origin: origins = [], reset} = values
  const compact = positionals[0] === 'compact'
  if (positionals.length > 0 && !compact)
    throw new UsageError(`"lake" takes "compact" or nothing, not "${positionals[0]}".`)
  assertNames(project, dataset)
  const bad = origins.find((origin) => URL.parse(origin)?.origin !== origin)
  if (bad !== undefined) throw new UsageError(`--origin takes an address such as http://localhost:3000, not "${bad}".`)
  return {
    ...{
      name: 'lake',
      data: filled('--data', values.data),
      port: portIn(values.port),
      project,
      dataset,
      origins,
      reset,
      compact,
    },
    seed: seed === undefined ? null : filled('--seed', seed),
  }
}

export function readExport(args: string[]): Command {
  const {values} = read(args, 0, {...targetOptions, out: {type: 'string'}})
  if (values.help) return {name: 'help', about: 'export'}
  return {name: 'export', target: targetOf(values), out: values.out === undefined ? null : filled('--out', values.out)}
}

export function readLoad(args: string[]): Command {
  const flag = {type: 'boolean', default: false} as const
  const {values, positionals} = read(args, Number.POSITIVE_INFINITY, {
    ...targetOptions,
    ...{replace: flag, missing: flag, 'allow-failing': flag},
  })
  if (values.help) return {name: 'help', about: 'load'}
  if (positionals.length === 0) throw new UsageError('Name the NDJSON files, or folders of them, to load.')
  if (values.replace && values.missing) throw new UsageError('--replace and --missing exclude each other.')
  return {
    ...{name: 'load', target: targetOf(values), paths: positionals, allowFailing: values['allow-failing']},
    existing: values.replace ? 'replace' : values.missing ? 'keep' : 'fail',
  }
}
