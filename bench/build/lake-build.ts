import {join} from 'node:path'
import {startProcess} from '../lake/lake-process.ts'
import {countingProxyTo} from './counting-proxy.ts'
import {type Run, runWell} from './measured-process.ts'

export interface LakeBuild extends Run {
  /** How often it asked the lake. */
  requests: number
}

/** Builds the site of what a lake in a process of its own answers over HTTP, as often as is asked for. */
export async function buildFromLake(
  {cli, content, folder}: {cli: string; content: string; folder: string},
  times: number,
): Promise<LakeBuild[]> {
  const dataDir = join(folder, 'lake')
  const lake = await startProcess({dataDir})
  const proxy = await countingProxyTo(lake.url)
  try {
    await runWell({parts: [process.execPath, cli, 'load', content, '--data', dataDir]})
    const made: LakeBuild[] = []
    for (let time = 0; time < times; time += 1) {
      const before = proxy.requests()
      const out = join(folder, `from-lake-${time}`)
      const origin = ['--project', lake.project, '--dataset', lake.dataset, '--api-host', proxy.url]
      const built = await runWell({
        parts: [process.execPath, cli, 'build', ...origin, '--out', out],
        env: {SANITY_API_READ_TOKEN: lake.token},
      })
      made.push({...built, requests: proxy.requests() - before})
    }
    return made
  } finally {
    proxy.close()
    await lake.end()
  }
}
