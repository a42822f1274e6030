/** A lake in a process of its own, so that its memory and its end can be seen. Says where it is as one line of JSON. */
import {startLake} from '../../../src/lake/index.ts'
import {sampleDocuments} from '../../content.ts'

const words = ['calm', 'ward', 'budget', 'review', 'design', 'system', 'plan', 'measure', 'release', 'mentor']
const longText = Array.from({length: 16_000}, (_, index) => words[(index * 7) % 10])
  .join(' ')
  .slice(0, 100_000)
const documents = [...sampleDocuments, {_id: 'long', _type: 'note', text: longText, run: 'a'.repeat(100_000)}]

const options = JSON.parse(process.argv[2] ?? '{}')
const {url, token, port, dataset, project} = await startLake({
  ...{dataDir: ':memory:', port: 0, seed: () => documents},
  ...options,
})
process.on('message', () => process.send?.(process.memoryUsage.rss()))
process.stdout.write(`${JSON.stringify({url, token, port, dataset, project})}\n`)
