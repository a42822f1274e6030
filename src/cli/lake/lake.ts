import {existsSync} from 'node:fs'
import {rename} from 'node:fs/promises'
import {join} from 'node:path'
import {compactLake, lockFolder, startLake} from '../../lake/index.ts'
import {parseNdjsonFiles, type StoredDocument} from '../../local.ts'
import type {LakeCommand} from '../command-type.ts'
import {samplePath} from '../content.ts'
import {ContentError, FileError} from '../failures.ts'
import {readFiles} from '../files.ts'
import {filesNamedIn} from './assets.ts'
import {hasLake, runningLake} from './connect.ts'
import {keptCopy} from './kept-copy.ts'
import {load} from './load.ts'
import {newLake} from './new-lake.ts'

/** Starts the embedded lake. It runs until it is closed. */
export async function lake(command: LakeCommand) {
  if (command.compact) return {stdout: compacted(command.data)}
  const aside = command.reset ? await setAside(command.data) : null
  try {
    const {stderr, ...started} = await begun(command)
    return {...started, stderr: (aside?.told ?? '') + stderr}
  } catch (error) {
    await aside?.undo()
    throw error
  }
}

function compacted(data: string): string {
  const {changes, before, after} = compactLake(data)
  const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('en', {maximumFractionDigits: 1})} MB`
  const versions =
    changes === 1 ? '1 old version of a document' : `${changes.toLocaleString('en')} old versions of documents`
  return `${data} takes ${megabytes(after)} now, and took ${megabytes(before)}. Let go: ${versions}.\n`
}

async function begun({data, port, seed, origins, ...names}: LakeCommand) {
  const isLoaded = seed !== null && !hasLake(data) && (await loadedWithFiles(seed, data, names))
  let isUsed = isLoaded
  const documents = async () => {
    isUsed = true
    const found = await documentsOf(seed ?? samplePath())
    if (!found.some(namesFiles)) return found
    throw new ContentError(
      `Pictures and files come with "roleprint load ${seed} --data ${data}", or into a new folder.`,
    )
  }
  const {url, project, dataset, close, copy, ...running} = await startLake({
    ...{dataDir: data, port, origins, ...(!isLoaded && {seed: documents})},
    ...(names.project !== undefined && {project: names.project}),
    ...(names.dataset !== undefined && {dataset: names.dataset}),
  })
  const isOther = port !== 0 && running.port !== port
  const unused =
    seed !== null && !isUsed
      ? `${data} holds documents already, so --seed was not used. Use "roleprint load", or --reset.\n`
      : ''
  const stdout = `The lake runs at ${url} (project "${project}", dataset "${dataset}").
Its data is in ${data}, and the token for drafts and writing in ${join(data, 'token')}.
Stop it with Ctrl+C.
`
  return {
    stdout,
    stderr:
      keptCopy(copy) + unused + (isOther ? `Port ${port} is taken, so the lake is on port ${running.port}.\n` : ''),
    close,
  }
}

const documentsOf = async (path: string): Promise<StoredDocument[]> => parseNdjsonFiles(await readFiles(path))

const namesFiles = (document: StoredDocument): boolean => !filesNamedIn(document).next().done

/** Pictures and files beside the documents are uploaded, for which a lake has to run. `false` where there are none. */
async function loadedWithFiles(seed: string, data: string, names: Pick<LakeCommand, 'project' | 'dataset'>) {
  if (!(await documentsOf(seed)).some(namesFiles)) return false
  const connection = await newLake(data, names)
  const target = {kind: 'data', path: data} as const
  try {
    await load(connection, {name: 'load', target, paths: [seed], existing: 'fail', allowFailing: false}, () => {})
    await connection.keep()
  } finally {
    await connection.close()
  }
  return true
}

/** Nothing is thrown away: the former data stays beside the new. */
async function setAside(data: string) {
  const file = join(data, 'lake.db')
  if (!existsSync(file)) return null
  if (await runningLake(data)) throw new FileError(`A lake runs on ${data}. Stop it first.`)
  const kept = join(data, `lake-until-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`)
  const move = async (from: string, to: string) => {
    const release = lockFolder(data)
    try {
      for (const suffix of ['', '-wal']) if (existsSync(from + suffix)) await rename(from + suffix, to + suffix)
    } finally {
      release()
    }
  }
  await move(file, kept)
  return {told: `The former data is kept in ${kept}.\n`, undo: () => move(kept, file)}
}
