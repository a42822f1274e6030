/**
 * What a site gets when a third of all that is asked goes wrong, and when all of it does: `node bench/source/faults.ts`, with
 * `--reads 1000` for a quick form and `--keep` for the figures to be kept.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {request as askLake, createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual, parseArgs} from 'node:util'
import {createClient} from '@sanity/client'
import {fetchRole, fetchRoles, type Role, sanitySource} from '../../src/index.ts'
import {startLake} from '../../src/lake/index.ts'
import {sampleDocuments} from '../../test/content.ts'
import {keepSection} from '../report.ts'

const {values} = parseArgs({options: {reads: {type: 'string', default: '10000'}, keep: {type: 'boolean'}}})
const reads = Number(values.reads)
const atOnce = 16
const share = 0.37

type Fault = (response: ServerResponse, body: Buffer) => void

const status =
  (code: number): Fault =>
  (response) => {
    response.writeHead(code, {'Content-Type': 'application/json'})
    response.end(JSON.stringify({statusCode: code, error: 'Fault', message: 'No.'}))
  }

const faults: Fault[] = [
  ...[429, 500, 502, 503, 504].map(status),
  (response) => response.destroy(),
  (response, body) => {
    response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': body.length})
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
  },
  (response, body) => {
    response.writeHead(200, {'Content-Type': 'application/json'})
    response.end(body.subarray(0, body.length / 2))
  },
  (response) => {
    response.writeHead(200, {'Content-Type': 'text/html'})
    response.end('<!doctype html><title>Sign in</title>')
  },
]

const folder = await mkdtemp(join(tmpdir(), 'roleprint-faults-'))
const lake = await startLake({dataDir: join(folder, 'data'), port: 0})
let [requests, rate] = [0, 0]

/** A server in front of the lake that hands on its answers, or does something else with them as often as `rate` says. */
const server = createServer((request, response) => {
  requests += 1
  const {method, url, headers} = request
  const own = {host: `127.0.0.1:${lake.port}`}
  const asked = askLake(
    {host: '127.0.0.1', port: lake.port, method, path: url, headers: {...headers, ...own}},
    (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        const fault = Math.random() < rate ? faults[Math.floor(Math.random() * faults.length)] : undefined
        if (fault) return fault(response, body)
        response.writeHead(answer.statusCode ?? 502, {'Content-Type': answer.headers['content-type'] ?? ''})
        response.end(body)
      })
    },
  )
  asked.on('error', () => response.destroy())
  request.pipe(asked)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

const clientAt = (apiHost: string) =>
  createClient({
    ...{projectId: lake.project, dataset: lake.dataset, token: lake.token, apiHost, useProjectHostname: false},
    ...{apiVersion: '2025-02-19', useCdn: false},
  })
const direct = clientAt(lake.url)
const transaction = direct.transaction()
for (const document of sampleDocuments) transaction.createOrReplace(document as never)
await transaction.commit()
const truth = new Map<string, Role>()
for (const {slug} of await fetchRoles(direct)) truth.set(slug, await fetchRole(direct, slug))
const slugs = [...truth.keys()]

const client = clientAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
const source = sanitySource(client)

/** So many calls, some at a time. */
async function calls(count: number, call: () => Promise<unknown>) {
  let left = count
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await call()
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
}

let [good, missing, wrong] = [0, 0, 0]
const reasons = new Map<string, number>()
const times: number[] = []

async function read() {
  const slug = slugs[Math.floor(Math.random() * slugs.length)] ?? ''
  const begun = performance.now()
  try {
    const role: unknown = await fetchRole(source, slug)
    const time = performance.now() - begun
    times.push(time)
    if (role === undefined) missing += 1
    else if (!isDeepStrictEqual(role, truth.get(slug))) wrong += 1
    else if (time <= 30_000) good += 1
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error)
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
}

rate = share
requests = 0
await calls(reads, read)
const attempts = requests / reads
times.sort((one, other) => one - other)
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN

rate = 1
const hopeless = () => source.fetch('*[_type == "role"]._id', {}, {perspective: 'published'}).catch(() => {})
await calls(60, hopeless)
requests = 0
const closed = Math.min(reads, 500)
await calls(closed, hopeless)
const once = requests / closed

rate = 0
const recovered = await fetchRole(source, slugs[0] ?? '').then(
  (role) => isDeepStrictEqual(role, truth.get(slugs[0] ?? '')),
  () => false,
)

const success = good / reads
const rows: [what: string, found: string, goal: string, isMet: boolean | null][] = [
  ['answered within 30 s', `${(success * 100).toFixed(2)} %`, '≥ 99.9 %', success >= 0.999],
  ['`undefined`', `${missing}`, '0', missing === 0],
  ['other than without faults', `${wrong}`, '0', wrong === 0],
  ['half of the calls take', `${at(0.5).toFixed(0)} ms`, '', null],
  ['99 of 100 take at most', `${at(0.99).toFixed(0)} ms`, '', null],
  ['requests per call', attempts.toFixed(2), '', null],
  ['requests per call, when all fail', once.toFixed(2), '≤ 1.2', once <= 1.2],
  ['the first call when all is well again', recovered ? 'answered' : 'failed', 'answered', recovered],
]
const results = [
  `${reads.toLocaleString('en')} × \`fetchRole\` of ${slugs.length} roles, ${atOnce} at a time, ${share * 100} % of the requests spoilt in nine ways.`,
  '',
  '| | found | goal | met |',
  '|---|---:|---:|---|',
  ...rows.map(
    ([what, found, goal, isMet]) => `| ${what} | ${found} | ${goal} | ${isMet === null ? '' : isMet ? 'yes' : 'NO'} |`,
  ),
].join('\n')
console.log(results)
for (const [reason, count] of reasons) console.log(`${count} × ${reason}`)
if (values.keep) keepSection('Source: faults', results)
if (rows.some(([, , , isMet]) => isMet === false)) process.exitCode = 1

server.closeAllConnections()
server.close()
await lake.close()
await rm(folder, {recursive: true, force: true})
