/**
 * How soon an open page shows an edit, alone and among a hundred viewers, and what becomes of them when the lake is
 * restarted in between: `npm run build && node bench/preview/follow.ts [--edits 100]`.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import {createClient} from '@sanity/client'
import {launchBrowser} from '../../test/browser/launch.ts'
import {keepSection} from '../report.ts'

const {values} = parseArgs({options: {edits: {type: 'string', default: '100'}, keep: {type: 'boolean'}}})
const edits = Number(values.edits)
const goal = 300
const viewers = 100
const role = 'role-machine-learning-engineer'
const page = '/roles/machine-learning-engineer?perspective=drafts'
const ports = {lake: 3871, preview: 4871}

const dataDir = await mkdtemp(join(tmpdir(), 'roleprint-follow-'))
const running: ChildProcess[] = []

/** Starts a command of the program, and waits until it has said where it is. */
async function start(...args: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {stdio: ['ignore', 'pipe', 'inherit']})
  running.push(child)
  await once(child.stdout, 'data')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}

const startLake = () => start('lake', '--data', dataDir, '--port', String(ports.lake))

/** A viewer that is no browser: reads the stream, and tells when these words were in it. */
class Viewer {
  readonly #waiting = new Map<string, () => void>()
  readonly #leaving = new AbortController()

  async follow(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      await this.#read().catch(() => {})
      if (!this.#leaving.signal.aborted) await setTimeout(200)
    }
  }

  async #read(): Promise<void> {
    const address = `http://127.0.0.1:${ports.preview}/live?at=${encodeURIComponent(page)}`
    const answer = await fetch(address, {signal: this.#leaving.signal})
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of answer.body ?? []) {
      rest = (rest + decoder.decode(chunk, {stream: true})).slice(-200_000)
      for (const [words, tell] of this.#waiting) {
        if (!rest.includes(words)) continue
        this.#waiting.delete(words)
        tell()
      }
    }
  }

  hears = (words: string): Promise<void> => new Promise((resolve) => this.#waiting.set(words, resolve))

  leave = () => this.#leaving.abort()
}

const at = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
const figures = (times: readonly number[]) =>
  `${at(times, 0.5).toFixed(0)} ms | ${at(times, 0.99).toFixed(0)} ms | ${at(times, 1).toFixed(0)} ms`

try {
  if (!existsSync('dist/cli.js')) throw new Error('Build first: npm run build')
  let lake = await startLake()
  await start('preview', '--data', dataDir, '--port', String(ports.preview))
  const token = (await readFile(join(dataDir, 'token'), 'utf8')).trim()
  const client = createClient({
    ...{projectId: 'local', dataset: 'production', token, apiHost: `http://127.0.0.1:${ports.lake}`},
    ...{useProjectHostname: false, useCdn: false, apiVersion: '2025-02-19'},
  })
  const browser = await launchBrowser()
  const tab = await browser.newPage()
  await tab.goto(`http://localhost:${ports.preview}${page}`)
  await tab.locator('.site-live[data-state=live]').waitFor()
  const id = await client.fetch('*[_id == $role][0].responsibilities[0]._ref', {role})
  const document = await client.getDocument(id)

  /** Writes, and gives the milliseconds until the page shows it, and until the last of all viewers has heard. */
  const edit = async (words: string, all: readonly Viewer[]): Promise<[number, number]> => {
    const begin = performance.now()
    const passed = () => performance.now() - begin
    const shown = tab
      .waitForFunction((awaited) => globalThis.document.body.textContent?.includes(awaited), words)
      .then(passed)
    const heard = Promise.all(all.map(({hears}) => hears(words))).then(passed)
    await client.createOrReplace({...document, _id: `drafts.${id}`, _type: 'responsibility', statement: words})
    return Promise.all([shown, heard])
  }

  const alone: number[] = []
  for (let index = 0; index < edits; index++) alone.push((await edit(`Edit ${index} of one.`, []))[0])

  const all = Array.from({length: viewers - 1}, () => new Viewer())
  const following = all.map((viewer) => viewer.follow())
  await edit('Are you all there.', all)
  const [shown, last]: [number[], number[]] = [[], []]
  let afterRestart = 0
  for (let index = 0; index < edits; index++) {
    if (index === Math.floor(edits / 2)) {
      await end(lake)
      lake = await startLake()
      await client.fetch('1')
      afterRestart = (await edit('Written after the restart.', all))[1]
    }
    const [one, every] = await edit(`Edit ${index} of a hundred.`, all)
    shown.push(one)
    last.push(every)
  }
  for (const viewer of all) viewer.leave()
  await Promise.all(following)
  await browser.close()

  const isMet = at(alone, 0.5) <= goal
  const report = `${edits} edits each, from the call that writes to the words in Chromium's page.

| who looks | median | 99 of 100 | longest |
|---|---|---|---|
| one page in a browser | ${figures(alone)} |
| the same page, among ${viewers} viewers | ${figures(shown)} |
| the last of ${viewers} viewers | ${figures(last)} |

After a restart of the lake all ${viewers} viewers showed the next edit ${(afterRestart / 1000).toFixed(1)} s after it was written.

Goal: median ≤ ${goal} ms for one page: ${isMet ? 'met' : 'MISSED'}.`
  console.log(report)
  if (values.keep)
    keepSection('Preview: from a write to the page', `\`node bench/preview/follow.ts --keep\`\n\n${report}`)
  if (!isMet) process.exitCode = 1
} finally {
  for (const child of running.toReversed()) await end(child)
  await rm(dataDir, {recursive: true, force: true})
}
