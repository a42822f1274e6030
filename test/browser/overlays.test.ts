import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {fetchRole, rolePage, toDocument} from '../../src/index.ts'
import {editAttribute, markFields} from '../../src/preview.ts'
import {sampleSource} from '../content.ts'
import {launchBrowser} from './launch.ts'

const studio = {studioUrl: 'http://studio.local.localhost:3333'}
const script = readFileSync(new URL('../../dist/overlays.js', import.meta.url))
const nonce = 'bm90IGd1ZXNzZWQ'
const policy = (styles: string) => `default-src 'none'; script-src 'self'; style-src 'self'${styles}; base-uri 'none'`

describe('overlays on a page with edit markers', () => {
  let browser: Browser
  let page: Page
  let origin = ''
  const server = createServer(async (request, response) => {
    if (request.url === '/overlays.js')
      return void response.writeHead(200, {'Content-Type': 'text/javascript'}).end(script)
    const role = markFields(await fetchRole(sampleSource, 'machine-learning-engineer'), studio)
    const gap = editAttribute({id: String(role._id), type: 'role', path: ['seoTitle']}, studio)
    const before = `<script type="module" src="/overlays.js" nonce="${nonce}"></script><p data-sanity="${gap}">The title for search engines is missing</p>`
    const html = toDocument(rolePage(role), {before, script: null})
    const styles = request.url === '/strict' ? '' : ` 'nonce-${nonce}'`
    response.writeHead(200, {'Content-Type': 'text/html', 'Content-Security-Policy': policy(styles)}).end(html)
  })

  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })
  afterEach(() => page.close())
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const open = async (path: string) => {
    const refused: string[] = []
    page = await browser.newPage({viewport: {width: 1200, height: 900}})
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()))
    await page.goto(origin + path)
    return refused
  }
  const opened = async () => {
    const refused = await open('/')
    await page.locator('sanity-visual-editing [data-ui]').first().waitFor({state: 'attached'})
    return refused
  }

  it('lead from a bullet to its document, under a policy that names their nonce', async () => {
    const refused = await opened()
    const bullet = page.locator('#responsibilities li').first()
    await bullet.scrollIntoViewIfNeeded()
    await bullet.hover()
    const link = page.locator('sanity-visual-editing a[href*="/intent/edit/"]').first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toMatch(
      /^http:\/\/studio\.local\.localhost:3333\/intent\/edit\/.*type=responsibility;path=statement/,
    )
    const frame = page.locator('sanity-visual-editing > div').last()
    expect(await frame.evaluate((element) => getComputedStyle(element).position)).toBe('absolute')
    expect(refused).toEqual([])
  })

  it('lead from what is missing to its field', async () => {
    await opened()
    await page.getByText('is missing').hover()
    const link = page.locator('sanity-visual-editing a[href*="seoTitle"]').first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toContain('type=role;path=seoTitle')
  })

  it('are refused their styles without it', async () => {
    const refused = await open('/strict')
    await expect.poll(() => refused.length, {timeout: 10_000}).toBeGreaterThan(0)
  })

  it('copy clean text', async () => {
    await opened()
    const copied = await page.locator('h1').evaluate((heading) => {
      const data = new DataTransfer()
      getSelection()?.selectAllChildren(heading)
      document.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}))
      return [data.getData('text/plain'), heading.textContent ?? '']
    })
    expect(copied[0]).toMatch(/^Machine Learning Engineer[ -~()]+$/)
    expect(copied[1]?.length).toBeGreaterThan(300)
  })
})
