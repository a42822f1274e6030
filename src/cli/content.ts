import {existsSync} from 'node:fs'
import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createClient} from '@sanity/client'
import type {Source} from '../index.ts'
import {localSource, type NdjsonFile, parseNdjsonFiles} from '../local.ts'
import {FileError, UsageError} from './failures.ts'
import {type ContentOrigin, isLoopback} from './options.ts'

/** Whom a failure to answer is about. */
export interface Lake {
  host: string
  projectId: string
  dataset: string
  token: string | undefined
}

export interface Content {
  source: Source
  lake: Lake | null
}

export interface LakeSettings {
  token: string | undefined
  /** Milliseconds to wait for an answer. */
  timeout: number
}

/** Opens what the options name. Throws `FileError` or `NdjsonError`; a lake is only asked later. */
export async function openContent(origin: ContentOrigin, settings: LakeSettings): Promise<Content> {
  if (origin.kind === 'lake') return openLake(origin, settings)
  const path = origin.kind === 'files' ? origin.path : samplePath()
  return {source: localSource(parseNdjsonFiles(await readFiles(path))), lake: null}
}

function openLake(origin: ContentOrigin & {kind: 'lake'}, {token, timeout}: LakeSettings): Content {
  const {projectId, dataset} = origin
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(
      'SANITY_API_READ_TOKEN holds a space, a line break or another sign no token has. Copy it again.',
    )
  }
  const apiHost = origin.apiHost ?? 'https://api.sanity.io'
  const useProjectHostname = !isLoopback(apiHost)
  const source = createClient({
    projectId,
    dataset,
    apiHost,
    useProjectHostname,
    apiVersion: '2025-02-19',
    useCdn: false,
    maxRetries: 0,
    timeout,
    ...(token && {token}),
  })
  return {source, lake: {host: new URL(apiHost).host, projectId, dataset, token}}
}

/** The folder stands in the package's root: beside the built program's folder, or beside `src`. */
function samplePath(): string {
  const places = ['../content', '../../content'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new FileError('The sample content is missing from the package; install it again, or use --content.')
  return found
}

async function readFiles(path: string): Promise<NdjsonFile[]> {
  const isFolder = await reading(path, async () => (await stat(path)).isDirectory())
  const files = isFolder ? await filesIn(path) : [path]
  return Promise.all(files.map(async (file) => ({file, text: await readText(file)})))
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await reading(folder, () => readdir(folder))
  const files = names.filter((name) => name.endsWith('.ndjson')).sort()
  if (files.length === 0) throw new FileError(`The folder ${folder} holds no .ndjson file.`)
  return files.map((name) => join(folder, name))
}

async function readText(file: string): Promise<string> {
  const bytes = await reading(file, () => readFile(file))
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (cause) {
    throw new FileError(`The file ${file} cannot be read: it is not UTF-8 text.`, {cause})
  }
}

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    throw new FileError(
      code === 'ENOENT'
        ? `There is no file or folder ${path}. Check --content.`
        : `${path} cannot be read (${code}). Check --content and who may read it.`,
      {cause},
    )
  }
}
