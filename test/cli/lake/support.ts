import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {type Lake, startLake} from '../../../src/lake/index.ts'
import {temporaryFolder} from '../support/content.ts'

/** A lake of its own folder that runs until the test is over. */
export async function runningLake(seed: readonly object[] = []): Promise<{lake: Lake; data: string}> {
  const data = join(await temporaryFolder(), 'data')
  const lake = await startLake({dataDir: data, port: 0, seed: () => seed})
  onTestFinished(() => lake.close())
  return {lake, data}
}

export const clientOf = ({url, project, dataset, token}: Lake) =>
  createClient({
    ...{projectId: project, dataset, token, apiHost: url, useProjectHostname: false},
    ...{apiVersion: '2025-02-19', useCdn: false, perspective: 'raw'},
  })

export const countIn = (lake: Lake): Promise<number> => clientOf(lake).fetch('count(*)')

/** A file with these lines, as they are. */
export async function fileOf(...lines: string[]): Promise<string> {
  const file = join(await temporaryFolder(), 'dataset.ndjson')
  await writeFile(file, lines.join('\n'))
  return file
}
