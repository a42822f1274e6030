/**
 * A lake in a process of its own, for proofs that end such a process. Prints one line of JSON: where it is, or why it
 * did not start. Ends properly on SIGTERM, and at once where whoever started it is gone.
 */
import {parseArgs} from 'node:util'
import {startLake} from '../../src/lake/index.ts'

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: ':memory:'},
    project: {type: 'string', default: 'local'},
    dataset: {type: 'string', default: 'production'},
    // The moment to start at, so that two can at once.
    at: {type: 'string', default: '0'},
  },
})

process.stdin.on('end', () => process.exit(3)).resume()
;(process.stdin as unknown as {unref?(): void}).unref?.()

while (Number(process.hrtime.bigint()) / 1e6 < Number(values.at));
const calledAt = Number(process.hrtime.bigint()) / 1e6
try {
  const {data, project, dataset} = values
  const lake = await startLake({dataDir: data, project, dataset, port: 0})
  process.once('SIGTERM', () => void lake.close())
  console.log(JSON.stringify({url: lake.url, token: lake.token, project, dataset, calledAt}))
} catch (error) {
  const {name, message} = error instanceof Error ? error : {name: 'unknown', message: String(error)}
  console.log(JSON.stringify({refused: {name, message}}))
  process.exitCode = 1
}
