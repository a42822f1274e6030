import {readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {AxeResults, RunOptions} from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {datasetFindings} from '../../src/checks.ts'
import {fetchRole} from '../../src/index.ts'
import {shareFile} from '../../src/share.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {hostileStrings} from '../arbitrary/hostile-strings.ts'
import {printable} from '../arbitrary/text.ts'
import {sampleDocuments, sampleSource} from '../content.ts'
import {launchBrowser} from './launch.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const made = {madeOn: '2026-11-25', madeBy: 'roleprint'}

// A browser beside other tests on two cores has slow moments.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let browser: Browser
let folder: string
const files = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleprint-'))
  const slug = 'seo-specialist'
  const before = await fetchRole(sampleSource, slug)
  const after = await fetchRole(sampleSource, slug, {perspective: 'drafts'})
  const german = await fetchRole(sampleSource, 'performance-marketing-manager')
  const {findings} = datasetFindings(sampleDocuments)
  const turned = {...german, title: 'Leitung Marketing', responsibilities: german.responsibilities.toReversed()}
  const long = fullRole((plain) => `${plain} ${'Donaudampfschifffahrt'.repeat(8)}`)
  files.set('changed', shareFile({before, after, ...made, findings: findings.slice(0, 20)}))
  files.set('german', shareFile({before: german, after: turned, ...made, findings: []}))
  files.set('new', shareFile({before: null, after, ...made}))
  files.set('gone', shareFile({before, after: null, ...made}))
  files.set('long', shareFile({before: after, after: long, ...made, from: 'x'.repeat(300)}))
  for (const [name, html] of files) await writeFile(join(folder, `${name}.html`), html)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, {recursive: true, force: true})
})

describe('a share file, opened from disk', () => {
  it.each(['light', 'dark'] as const)(
    'gives a screen reader and weak eyes nothing to stumble over, %s',
    (colorScheme) =>
      inBrowser({colorScheme}, async (page) => {
        for (const name of files.keys()) {
          await page.goto(addressOf(name))
          expect(await violationsOn(page), name).toEqual([])
        }
        await page.setViewportSize({width: 390, height: 844})
        await page.goto(addressOf('changed'))
        expect(await violationsOn(page), 'on a phone').toEqual([])
      }),
  )

  it.each([1280, 390])('leaves only what changes when its box is ticked, %i px wide', (width) =>
    inBrowser({viewport: {width, height: 844}}, async (page) => {
      await page.goto(addressOf('changed'))
      const shown = async (change: string) => {
        const rows = await page.locator(`.roleprint-compare-row[data-change]${change}`).all()
        return (await Promise.all(rows.map((row) => row.isVisible()))).filter(Boolean).length
      }
      const [same, changed] = [await shown('[data-change="same"]'), await shown(':not([data-change="same"])')]
      expect(same).toBeGreaterThan(20)
      expect(changed).toBeGreaterThan(3)
      await page.getByLabel('Show only what changes').check()
      expect([await shown('[data-change="same"]'), await shown(':not([data-change="same"])')]).toEqual([0, changed])
      expect(await page.locator('.roleprint-compare-section[data-changed="false"]:visible').count()).toBe(0)

      await page.getByLabel('Show only what changes').uncheck()
      expect(await shown('[data-change="same"]')).toBe(same)
    }),
  )

  it('never scrolls sideways, and puts one version of a line above the other where it is narrow', () =>
    inBrowser({}, async (page) => {
      for (const name of files.keys()) {
        await page.goto(addressOf(name))
        for (const width of [360, 390, 768, 1280]) {
          await page.setViewportSize({width, height: 800})
          const overhang = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overhang, `${name} at ${width}`).toBe(0)
        }
      }
      await page.goto(addressOf('changed'))
      const row = page.locator('[data-change="changed"] > div').first()
      const other = page.locator('[data-change="changed"] > div').nth(1)
      const places = async () => [await row.boundingBox(), await other.boundingBox()]
      const [left, right] = await places()
      expect([left?.y, right?.x]).toEqual([right?.y, expect.closeTo((left?.x ?? 0) + (left?.width ?? 0) + 24, 0)])
      await page.setViewportSize({width: 390, height: 844})
      const [above, below] = await places()
      expect(below?.x).toBe(above?.x)
      expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0) - 1)
    }))

  it('prints on sheets of A4, black on white, with everything in it', () =>
    inBrowser({colorScheme: 'dark'}, async (page) => {
      await page.goto(addressOf('changed'))
      const pages = (await page.pdf({format: 'A4'})).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(pages).toBeGreaterThan(3)
      expect(pages).toBeLessThanOrEqual(10)
      await page.emulateMedia({media: 'print'})
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
      for (const id of ['changes', 'checks', 'comparison', 'job-description'])
        expect(await page.locator(`#${id}`).isVisible(), id).toBe(true)
    }))

  it('leads with the keyboard to each of its parts', () =>
    inBrowser({}, async (page) => {
      await page.goto(addressOf('changed'))
      for (const name of ['What changes', 'Checks', 'Side by side', 'Job description']) {
        await page.getByRole('navigation').getByRole('link', {name}).focus()
        await page.keyboard.press('Enter')
        const heading = page.getByRole('heading', {level: 2, name})
        expect((await heading.boundingBox())?.y, name).toBeGreaterThan(40)
        expect(await heading.evaluate((element) => element.getBoundingClientRect().y < innerHeight)).toBe(true)
      }
    }))

  it('runs, asks for and loads nothing, whatever stands in its texts', () =>
    inBrowser({}, async (page, requests) => {
      const strings = hostileStrings.filter((text) => /[^\p{Z}\p{C}]/u.test(printable(text)))
      let files = 0
      for (let next = 0; next < strings.length; files++) {
        const name = strings[next % strings.length] as string
        const role = fullRole((plain) => `${plain} ${strings[next++ % strings.length]}`)
        const other = {...role, _id: 'role-any', title: strings[next % strings.length] ?? null}
        const html = shareFile({before: other, after: role, from: name, to: name, madeBy: name, findings: []})
        await writeFile(join(folder, 'hostile.html'), html)
        await page.goto(addressOf('hostile'), {waitUntil: 'load'})
        expect(await page.locator('script, img, iframe, object, embed, link, form').count()).toBe(0)
      }
      expect(files).toBeGreaterThan(5)
      expect(new Set(requests)).toEqual(new Set([addressOf('hostile')]))
    }))
})

const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href

/** Opens a page of its own, notes what it asks for, and sees to it that nothing went wrong: no error, nothing refused. */
async function inBrowser(
  options: BrowserContextOptions,
  use: (page: Page, requests: string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options})
  const [complaints, requests]: [string[], string[]] = [[], []]
  try {
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`))
    context.on('request', (request) => requests.push(request.url()))
    await use(page, requests)
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
  } finally {
    await context.close()
  }
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const options: RunOptions = {preload: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}
  const {violations} = await page.evaluate(
    (options): Promise<AxeResults> => Reflect.get(window, 'axe').run(document, options),
    options,
  )
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
}
