import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {FileError, UsageError} from '../failures.ts'
import {isLoopback, type Target} from '../options.ts'
import {knowsToken, provenFetch} from './proven.ts'

/** Whom a failure to answer is about. */
export interface Lake {
  host: string
  projectId: string
  dataset: string
  token: string | undefined
  access: Access
}

/** Where the token comes from, and what it must be good for, to be named where it is of no use. */
export interface Access {
  tokenName: string
  right: 'read' | 'write'
}

export interface LakeSettings {
  token: string | undefined
  access?: Access
  /** Milliseconds to wait for an answer. */
  timeout: number
}

export interface Connection {
  client: SanityClient
  lake: Lake
  close(): Promise<void>
}

interface Address {
  url: string
  project: string
  dataset: string
}

/** A client for the lake that is meant: it is asked only later. Throws `FileError`, `UsageError` or `StoreError`. */
export async function connect(target: Target, settings: LakeSettings): Promise<Connection> {
  if (target.kind === 'data') return connectToData(target.path)
  const {projectId, dataset, apiHost} = target
  const host = apiHost ?? 'https://api.sanity.io'
  return connectTo({host, projectId, dataset}, settings)
}

/** The lake that runs on a folder's data, or one that is started for this command alone. */
async function connectToData(path: string): Promise<Connection> {
  const running = await runningLake(path)
  const {startLake} = await import('../../lake/index.ts')
  const {url, project, dataset, token, close} = running ?? (await startLake({dataDir: path, port: 0}))
  const ask = provenFetch(url, token)
  return {...(await connectTo({host: url, projectId: project, dataset}, {token, timeout: patience, fetch: ask})), close}
}

const ofFolder: Access = {tokenName: 'the data folder', right: 'write'}

/** For a lake on this computer, which answers late only where the computer is busy. */
export const patience = 120_000

export async function connectTo(
  {host, projectId, dataset}: {host: string; projectId: string; dataset: string},
  {token, access = ofFolder, timeout, fetch: ask}: LakeSettings & {fetch?: typeof fetch},
): Promise<Connection> {
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(`${access.tokenName} holds a space, a line break or another sign no token has. Copy it again.`)
  }
  const {createClient} = await import('@sanity/client')
  const client = createClient({
    ...{projectId, dataset, apiHost: host, useProjectHostname: !isLoopback(host)},
    ...{apiVersion: '2025-02-19', useCdn: false, maxRetries: 0, timeout},
    ...(token && {token}),
    ...(ask && {resolveFetch: () => ask}),
  })
  return {client, lake: {host: new URL(host).host, projectId, dataset, token, access}, close: async () => {}}
}

export const hasLake = (path: string): boolean => existsSync(join(path, 'lake.db'))

/**
 * The lake that runs on a folder's data, or `null`. Where a lake was killed, anybody may listen at its address: only who
 * proves to know the token is told it. Throws `FileError` where no lake ever ran.
 */
export async function runningLake(path: string) {
  if (!hasLake(path)) {
    throw new FileError(`There is no lake in ${path}. Start one with "roleprint lake --data ${path}", or check --data.`)
  }
  try {
    const address: Address = JSON.parse(await readFile(join(path, 'address.json'), 'utf8'))
    const token = (await readFile(join(path, 'token'), 'utf8')).trim()
    return (await knowsToken(address.url, token)) ? {...address, token, close: async () => {}} : null
  } catch {
    return null
  }
}
