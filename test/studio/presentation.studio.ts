import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import type {Browser, FrameLocator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {launchBrowser} from '../browser/launch.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

describe('the tool Presentation', () => {
  const data = mkdtempSync(join(tmpdir(), 'roleprint-presentation-'))
  const uncaught: string[] = []
  const refused: string[] = []
  let program: ChildProcess
  let output = ''
  let browser: Browser
  let page: Page
  let frame: FrameLocator
  let site = ''

  beforeAll(async () => {
    const command = ['dist/cli.js', 'start', '--data', join(data, 'data'), '--port', '0', '--site-port', '0']
    program = spawn(process.execPath, command, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']})
    for (const stream of [program.stdout, program.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    await vi.waitFor(() => expect(output).toContain('The Studio is ready'), {timeout: 110_000})
    const address = (line: RegExp) => line.exec(output)?.[1] ?? ''
    site = new URL(address(/^Site +(\S+)$/m)).origin
    browser = await launchBrowser()
    page = await browser.newPage({viewport: {width: 1440, height: 860}})
    // A page of many requests after another, on a busy machine.
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => uncaught.push(error.message))
    // Those of the Studio itself are for what it asks elsewhere.
    page.on('console', (message) => {
      const isOfPage = message.location().url.startsWith(site)
      if (isOfPage && /Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    await page.goto(address(/^The Studio is ready: +(\S+)$/m))
    await page.getByRole('link', {name: 'Presentation'}).click()
    frame = page.frameLocator('iframe')
  })
  afterAll(async () => {
    await browser?.close()
    const ended = new Promise((done) => program.once('exit', done))
    program.kill('SIGINT')
    await ended
    rmSync(data, {recursive: true, force: true})
  })

  const overlays = () => frame.locator('sanity-visual-editing [data-ui]').first().waitFor({state: 'attached'})

  it('shows the site as drafts, for nobody but the Studio', async () => {
    await frame.getByText('This is what is being written').waitFor()
    await frame.getByText('Live', {exact: true}).waitFor()
    await frame.getByRole('link', {name: 'DevOps Engineer'}).waitFor()
    expect(await (await fetch(site)).text()).not.toContain('DevOps Engineer')
  })

  it('follows where the frame goes, and knows what is on the page', async () => {
    await frame.getByRole('link', {name: 'Machine Learning Engineer'}).click()
    await frame.locator('#responsibilities').waitFor()
    await page.waitForURL(/preview=.*machine-learning-engineer/)
    await page.getByText('Documents on this page').waitFor()
    await page.getByTestId('pane-content').getByText('Machine Learning Engineer').first().waitFor()
  })

  it('opens the field behind a bullet, and the page follows what is typed there', async () => {
    await overlays()
    const bullets = frame.locator('#responsibilities li')
    const before = await bullets.allInnerTexts()
    await bullets.nth(1).click()
    await page.waitForURL(/presentation\/responsibility\/responsibility-write-data-contracts\/statement/)
    const field = page.getByTestId('field-statement').getByRole('textbox')
    await expect.poll(() => field.inputValue(), {timeout: 60_000}).toBe(clean(before[1]))
    await field.fill('Write data contracts that a colleague can read aloud.')
    await frame.locator('#responsibilities').getByText('that a colleague can read aloud').waitFor()
    const after = await bullets.allInnerTexts()
    expect(after.map(clean)).toEqual(before.map(clean).with(1, 'Write data contracts that a colleague can read aloud.'))
  })

  it('says which pages show a document, and leads there', async () => {
    await page.getByText('2 roles use this').click()
    await page.getByText('/roles/data-engineer').click()
    await frame.getByRole('heading', {level: 1, name: /^Data Engineer/}).waitFor()
    await frame.getByText('that a colleague can read aloud').first().waitFor()
  })

  it('shows what is published when the Studio does', async () => {
    await overlays()
    await page.getByTestId('global-perspective-menu-button').click()
    await page.getByText('Published', {exact: true}).last().click()
    await frame.getByText('Write data contracts and automated checks').first().waitFor()
    expect(await frame.getByText('that a colleague can read aloud').count()).toBe(0)
    await page.getByTestId('global-perspective-menu-button').click()
    await page.getByText('Drafts', {exact: true}).last().click()
    await frame.getByText('that a colleague can read aloud').first().waitFor()
  })

  it('has nothing of it in an export', async () => {
    const {stdout} = await run(process.execPath, ['dist/cli.js', 'export', '--data', join(data, 'data')], {cwd: root})
    expect([/read aloud/.test(stdout), /previewUrlSecret/.test(stdout)]).toEqual([true, false])
  })

  it('breaks nothing on the way', () => {
    expect(uncaught).toEqual([])
    expect(refused).toEqual([])
  })
})

const clean = (text = ''): string => text.replace(/[\u200b-\u200d\ufeff]/g, '')
