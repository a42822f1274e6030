import {type ClientConfig, type ClientError, createClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {type Lake, type LakeOptions, startLake} from '../../../src/lake/index.ts'

/** From this version on a query that names no perspective is about what is published. */
export const apiVersion = '2025-02-19'
export const olderVersion = '2021-06-07'

/** A lake on a port of its own, until the test is over. */
export async function lakeWith(documents: readonly object[] = [], options: Partial<LakeOptions> = {}) {
  const lake = await startLake({dataDir: ':memory:', port: 0, seed: () => documents, ...options})
  onTestFinished(() => lake.close())
  return {lake, client: clientOf(lake)}
}

/** A real client that may see drafts and write. */
export const clientOf = (
  {url, project, dataset, token}: Pick<Lake, 'url' | 'project' | 'dataset' | 'token'>,
  config: ClientConfig = {},
) =>
  createClient({
    ...{projectId: project, dataset, token, apiHost: url, useProjectHostname: false},
    ...{apiVersion, useCdn: false, ...config},
  })

/** What a request to the lake fails with. */
export const failure = (asked: Promise<unknown>): Promise<ClientError> =>
  asked.then(
    (answer) => {
      throw new Error(`This was expected to fail, and answered ${JSON.stringify(answer)}`)
    },
    (error: ClientError) => error,
  )

/** The type of what was wrong with the first mutation or action that failed. */
export const kindOf = ({details}: ClientError): unknown => details?.items?.[0]?.error?.type ?? details?.type
