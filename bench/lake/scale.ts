/** How fast the lake answers with 100, 1,000 and 10,000 roles over 2,000 shared documents: `node bench/lake/scale.ts`. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {evaluate, parse} from 'groq-js'
import {run} from '../../src/cli/run.ts'
import {roleBySlug, roleListQuery} from '../../src/queries.ts'
import {median} from '../rounds.ts'
import {dataset} from './dataset.ts'
import {clientOf, startProcess} from './lake-process.ts'
import {memoryOf} from './memory.ts'

const {values} = parseArgs({options: {sizes: {type: 'string', default: '100,1000,10000'}}})
const sizes = values.sizes.split(',').map(Number)
const firstFifty = roleListQuery.replace(/\{/, '[0...50]{')

interface Figures {
  roles: number
  loadSeconds: number
  pageMs: number
  page99Ms: number
  listMs: number
  listAfterWriteMs: number
  plainMs: number
  memoryMB: number
  mostMemoryMB: number
}

async function measure(count: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'roleprint-scale-'))
  const documents = dataset(count)
  const file = join(folder, 'dataset.ndjson')
  await writeFile(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  const lake = await startProcess({dataDir: join(folder, 'data')})
  try {
    const start = performance.now()
    const {exitCode, stderr} = await run(['load', file, '--data', join(folder, 'data')], {})
    if (exitCode !== 0) throw new Error(stderr)
    const loadSeconds = (performance.now() - start) / 1000
    const client = clientOf(lake)
    const slugs = Array.from({length: 400}, (_, index) => `role-${(index * 7919) % count}`)
    const {query} = roleBySlug('')
    const pages = await times(slugs, (slug) => client.fetch(query, {slug}))
    const lists = await times(slugs.slice(0, 60), () => client.fetch(firstFifty))
    const afterWrite = await times(
      slugs.slice(0, 20),
      () => client.fetch(firstFifty),
      async (index) => {
        await client
          .patch(`role-${index}`)
          .set({workingWith: `The team, ${index}.`})
          .commit()
      },
    )
    const memory = memoryOf(lake.pid)
    return {
      ...{roles: count, loadSeconds, pageMs: median(pages), page99Ms: at(pages, 0.99), listMs: median(lists)},
      ...{listAfterWriteMs: median(afterWrite), plainMs: await plain(documents, query, slugs[7] ?? '')},
      ...{memoryMB: memory.now, mostMemoryMB: memory.most},
    }
  } finally {
    await lake.end()
    await rm(folder, {recursive: true, force: true})
  }
}

/** Milliseconds each call takes, after a warm-up that is not counted. */
async function times(
  inputs: readonly string[],
  call: (input: string, index: number) => Promise<unknown>,
  before: (index: number) => Promise<unknown> = async () => {},
): Promise<number[]> {
  for (const input of inputs.slice(0, 20)) await call(input, 0)
  const found: number[] = []
  for (const [index, input] of inputs.entries()) {
    await before(index)
    const start = performance.now()
    await call(input, index)
    found.push(performance.now() - start)
  }
  return found
}

/** The same question to groq-js alone, over the same documents. */
async function plain(documents: object[], query: string, slug: string): Promise<number> {
  const start = performance.now()
  await (await evaluate(parse(query), {dataset: documents, params: {slug}})).get()
  return performance.now() - start
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN

const found: Figures[] = []
for (const size of sizes) {
  const figures = await measure(size)
  found.push(figures)
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(name === 'roles' ? 0 : 2)}`)
  console.log(`${shown.join(' · ')} · ratio to plain groq-js ${(figures.plainMs / figures.pageMs).toFixed(0)}`)
}

const [small, large] = [found[0], found.at(-1)]
if (large?.roles === 10_000 && small?.roles === 100) {
  const bounds: [string, boolean][] = [
    ['role page p50 ≤ 3 ms', large.pageMs <= 3],
    ['role page p50 ≤ 2 × that at 100 roles', large.pageMs <= 2 * small.pageMs],
    ['first 50 roles ≤ 20 ms', large.listMs <= 20],
    ['≥ 100 × plain groq-js', large.plainMs / large.pageMs >= 100],
    ['load ≤ 20 s', large.loadSeconds <= 20],
    ['memory ≤ 600 MB', large.memoryMB <= 600],
  ]
  for (const [bound, isMet] of bounds) console.log(`${isMet ? 'met   ' : 'MISSED'} ${bound}`)
  if (bounds.some(([, isMet]) => !isMet)) process.exitCode = 1
}
