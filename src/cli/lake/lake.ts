import {existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {type Lake, lockFolder, startLake} from '../../lake/index.ts'
import {parseNdjsonFiles} from '../../local.ts'
import type {LakeCommand} from '../command-type.ts'
import {samplePath} from '../content.ts'
import {FileError} from '../failures.ts'
import {readFiles} from '../files.ts'
import {filesNamedIn} from './assets.ts'
import {runningLake} from './connect.ts'
import {load} from './load.ts'

/** Starts the embedded lake. It runs until it is closed. */
export async function lake({data, port, seed, origins, reset, ...names}: LakeCommand) {
  const aside = reset ? await setAside(data) : ''
  let isNew = false
  let hasFiles = false
  const documents = async () => {
    isNew = true
    const found = parseNdjsonFiles(await readFiles(seed ?? samplePath()))
    hasFiles = found.some((document) => !filesNamedIn(document).next().done)
    return hasFiles ? [] : found
  }
  const started = await startLake({
    ...{dataDir: data, port, origins, seed: documents},
    ...(names.project !== undefined && {project: names.project}),
    ...(names.dataset !== undefined && {dataset: names.dataset}),
  })
  // Pictures and files beside the documents are uploaded, which a lake that runs is needed for.
  if (hasFiles && seed !== null) await loadInto(started, data, seed)
  const {url, project, dataset, close, ...running} = started
  const isOther = port !== 0 && running.port !== port
  const unused =
    seed !== null && !isNew
      ? `${data} holds documents already, so --seed was not used. Use "roleprint load", or --reset.\n`
      : ''
  const stdout = `The lake runs at ${url} (project "${project}", dataset "${dataset}").
Its data is in ${data}, and the token for drafts and writing in ${join(data, 'token')}.
Stop it with Ctrl+C.
`
  return {
    stdout,
    stderr: aside + unused + (isOther ? `Port ${port} is taken, so the lake is on port ${running.port}.\n` : ''),
    close,
  }
}

/** All or nothing: what could not be loaded whole is no lake. */
async function loadInto(lake: Lake, data: string, seed: string): Promise<void> {
  try {
    const {connect} = await import('./connect.ts')
    const connection = await connect({kind: 'data', path: data}, {token: undefined, timeout: 120_000})
    const target = {kind: 'data', path: data} as const
    const command = {name: 'load', target, paths: [seed], existing: 'fail', allowFailing: false} as const
    await load(connection, command, () => {})
  } catch (error) {
    await lake.close()
    for (const suffix of ['', '-wal', '-shm']) await rm(join(data, `lake.db${suffix}`), {force: true})
    throw error
  }
}

/** Nothing is thrown away: the former data stays beside the new. */
async function setAside(data: string): Promise<string> {
  const file = join(data, 'lake.db')
  if (!existsSync(file)) return ''
  if (await runningLake(data)) throw new FileError(`A lake runs on ${data}. Stop it first.`)
  const release = lockFolder(data)
  const kept = join(data, `lake-until-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`)
  try {
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) await rename(file + suffix, kept + suffix)
  } finally {
    release()
  }
  return `The former data is kept in ${kept}.\n`
}
