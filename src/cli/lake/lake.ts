import {existsSync} from 'node:fs'
import {rename} from 'node:fs/promises'
import {join} from 'node:path'
import {lockFolder, startLake} from '../../lake/index.ts'
import {parseNdjsonFiles} from '../../local.ts'
import type {LakeCommand} from '../command-type.ts'
import {samplePath} from '../content.ts'
import {FileError} from '../failures.ts'
import {readFiles} from '../files.ts'
import {runningLake} from './connect.ts'

/** Starts the embedded lake. It runs until it is closed. */
export async function lake({data, port, seed, origins, reset, ...names}: LakeCommand) {
  const aside = reset ? await setAside(data) : ''
  let isNew = false
  const documents = async () => {
    isNew = true
    return parseNdjsonFiles(await readFiles(seed ?? samplePath()))
  }
  const {url, project, dataset, close, ...running} = await startLake({
    ...{dataDir: data, port, origins, seed: documents},
    ...(names.project !== undefined && {project: names.project}),
    ...(names.dataset !== undefined && {dataset: names.dataset}),
  })
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
