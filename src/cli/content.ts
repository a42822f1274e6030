import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {SanityClient} from '@sanity/client'
import {type Source, sanitySource} from '../index.ts'
import {localSource, parseNdjsonFiles} from '../local.ts'
import {FileError} from './failures.ts'
import {readFiles} from './files.ts'
import type {Lake, LakeSettings} from './lake/connect.ts'
import {type ContentOrigin, defaultData} from './options.ts'

export interface Content {
  source: Source
  lake: Lake | null
  /** What the source asks, where it is a lake, which can be listened to. */
  client?: SanityClient
  /** Ends what was started for it. */
  close?: () => Promise<void>
}

/** How often a hanging lake is asked before it is said to hang. */
const attempts = 3

export interface ChosenOrigin {
  origin: ContentOrigin
  /** Which content answers, where nobody has said so. */
  told: string
}

/** What is edited here comes before the sample roles, where a call names no content. */
export function chosenOrigin(origin: ContentOrigin, folder: string | undefined): ChosenOrigin {
  if (origin.kind !== 'default') return {origin, told: ''}
  const path = folder === undefined ? '' : join(folder, defaultData)
  if (path && existsSync(join(path, 'lake.db'))) {
    return {origin: {kind: 'data', path}, told: `Content: the lake in ${path}. For the sample roles: --sample.\n`}
  }
  const own = '--data DIR, --content PATH, or --project ID --dataset NAME'
  return {origin: {kind: 'sample'}, told: `Content: the sample roles. Your own: ${own}.\n`}
}

/** Opens what the options name. Throws `FileError` or `NdjsonError`; a lake is only asked later. */
export async function openContent(origin: ContentOrigin, settings: LakeSettings): Promise<Content> {
  if (origin.kind === 'lake' || origin.kind === 'data') {
    const {client, lake, close} = await (await import('./lake/connect.ts')).connect(origin, settings)
    const source = sanitySource(client, {attemptTimeout: settings.timeout, timeout: settings.timeout * attempts})
    return {source, client, lake, close}
  }
  return {source: await sourceOfFiles(pathOf(origin) ?? samplePath()), lake: null}
}

/** Where the files are that an origin names, or `null` for a lake. */
export function pathOf(origin: ContentOrigin): string | null {
  if (origin.kind === 'files') return origin.path
  return origin.kind === 'sample' || origin.kind === 'default' ? samplePath() : null
}

/** A file, or a folder of them. Throws `FileError` or `NdjsonError`. */
export const sourceOfFiles = async (path: string): Promise<Source> =>
  localSource(parseNdjsonFiles(await readFiles(path)))

/** The folder stands in the package's root: beside the built program's folder, or beside `src`. */
export function samplePath(): string {
  const places = ['../content', '../../content'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new FileError('The sample content is missing from the package; install it again, or use --content.')
  return found
}
