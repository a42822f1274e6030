import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {preview} from '../../../../src/cli/preview/preview.ts'
import {type Lake, startLake} from '../../../../src/lake/index.ts'
import {sampleDocuments} from '../../../content.ts'
import {clientOf} from '../../../lake/support/lake.ts'
import {temporaryFolder} from '../../support/content.ts'

export const role = 'role-machine-learning-engineer'
export const path = '/roles/machine-learning-engineer'
export const drafts = `${path}?perspective=drafts`

/** A preview of an embedded lake with the sample content, until it is closed. */
export interface OpenPreview {
  origin: string
  client: SanityClient
  lake: () => Lake
  get(path: string, init?: RequestInit): Promise<{status: number; headers: Headers; text: string}>
  /** Ends the lake, does something, and starts it again on the same data and port. */
  restartLake(meanwhile?: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function openPreview(dataDir: string, more: readonly object[] = []): Promise<OpenPreview> {
  let lake = await startLake({dataDir, port: 0, seed: [...sampleDocuments, ...more]})
  const {port, project: projectId, dataset, token} = lake
  const client = clientOf(lake)
  const running = await preview(
    {
      source: client,
      client,
      lake: {host: `127.0.0.1:${port}`, projectId, dataset, token, access: {tokenName: 'the folder', right: 'write'}},
    },
    {name: 'preview', origin: {kind: 'data', path: dataDir}, port: 0, studio: undefined},
  )
  const origin = new URL(running.stdout.trim()).origin
  return {
    origin,
    client,
    lake: () => lake,
    get: async (path, init) => {
      const answer = await fetch(origin + path, {redirect: 'manual', ...init})
      return {status: answer.status, headers: answer.headers, text: await answer.text()}
    },
    restartLake: async (meanwhile = async () => {}) => {
      await lake.close()
      await meanwhile()
      lake = await startLake({dataDir, port})
    },
    close: async () => {
      await running.close()
      await lake.close()
    },
  }
}

/** The same until the test is over. */
export async function previewFor(more: readonly object[] = []): Promise<OpenPreview> {
  const opened = await openPreview(await temporaryFolder(), more)
  onTestFinished(opened.close)
  return opened
}

/** A link as the Studio's Presentation tool makes it. */
export async function enableLink(client: SanityClient, to = path, perspective = 'drafts'): Promise<string> {
  const secret = crypto.randomUUID()
  await client.create({
    ...{_id: `drafts.sanity-preview-url-secret.${crypto.randomUUID()}`, _type: 'sanity.previewUrlSecret'},
    ...{source: 'sanity/presentation', secret, studioUrl: 'http://localhost:3333'},
  })
  const search = new URLSearchParams({
    ...{'sanity-preview-secret': secret, 'sanity-preview-pathname': to, 'sanity-preview-perspective': perspective},
  })
  return `/preview/enable?${search}`
}
