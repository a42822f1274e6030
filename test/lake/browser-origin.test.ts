import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import type {Lake} from '../../src/lake/index.ts'
import {launchBrowser} from '../browser/launch.ts'
import {answersFrom, attempts, foreignSite} from './support/foreign-site.ts'
import {guardedLake, stateOf} from './support/guarded.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

async function newPage(): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

/** A lake with a Studio that is one empty page. */
function lakeWithStudio(options: {origins?: string[]} = {}): Promise<Lake> {
  const studio = mkdtempSync(join(tmpdir(), 'studio-'))
  onTestFinished(() => rmSync(studio, {recursive: true}))
  writeFileSync(join(studio, 'index.html'), '<!doctype html><title>Studio</title><p>Studio</p>')
  return guardedLake({studio, ...options})
}

/** Opens an address of the Studio. Gives the token that the browser has then, or what it is told. */
async function openStudio(page: Page, lake: Lake, address = lake.studioUrl()): Promise<string> {
  await page.goto(address)
  const told = page
    .getByRole('heading')
    .or(page.getByText('Studio', {exact: true}))
    .first()
  await told.waitFor()
  const kept = await page.evaluate(() => localStorage.getItem('__studio_auth_token_local'))
  return kept === null ? await page.locator('main').innerText() : JSON.parse(kept).token
}

/** Where the page of another site may be, and where it thinks the lake is. */
const sites: [page: string, target: string][] = [
  ['127.0.0.1', '127.0.0.1'],
  ['127.0.0.1', 'localhost'],
  ['localhost', '127.0.0.1'],
  ['localhost', 'local.localhost'],
  ['evil.localhost', 'local.localhost'],
  ['local.localhost', 'local.localhost'],
  ['s0.local.localhost', 'local.localhost'],
]

describe('a page of another port', () => {
  test.each(sites)(
    'at %s can neither read from nor write to %s, though the Studio is open beside it',
    async (host, target) => {
      const lake = await lakeWithStudio()
      const page = await newPage()
      expect(await openStudio(page, lake)).toBe(lake.token)
      const before = await stateOf(lake)
      await page.goto(`http://${host}:${await foreignSite()}/`)
      const answers = answersFrom(page, lake.port)
      const told = await page.evaluate(attempts, {base: `http://${target}:${lake.port}`, token: lake.token})
      expect(Object.entries(told).filter(([, came]) => !['refused', 'opaque '].includes(came))).toEqual([])
      expect(Object.keys(told)).toHaveLength(15)
      // The rest is refused before it is sent: the browser asks first, and is told no.
      expect(answers.filter(([what]) => what.startsWith('POST'))).toHaveLength(6)
      expect(answers.filter(([, status]) => status !== 403)).toEqual([])
      expect(await stateOf(lake)).toBe(before)
    },
  )

  test.each(['local.localhost', '127.0.0.1'])('cannot show the Studio of %s in a frame', async (target) => {
    const lake = await lakeWithStudio()
    const page = await newPage()
    await openStudio(page, lake)
    await page.goto(`http://localhost:${await foreignSite()}/`)
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), {src}))
    }, `http://${target}:${lake.port}/`)
    await expect.poll(() => page.frames().length).toBe(2)
    await page.waitForTimeout(500)
    expect(await page.frames()[1]?.content()).not.toContain('<p>Studio')
  })

  test('cannot show an answer of the lake in a window of its own', async () => {
    const lake = await lakeWithStudio()
    const page = await newPage()
    await openStudio(page, lake)
    await page.goto(`http://localhost:${await foreignSite()}/`)
    const address = `http://local.localhost:${lake.port}/v1/data/query/production?query=*`
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().includes('/data/query/')),
      page.evaluate((to) => location.assign(to), address),
    ])
    expect(answer.status()).toBe(403)
  })
})

test('a page of an origin that was named reads and writes with the token, and not without', async () => {
  const port = await foreignSite()
  const lake = await guardedLake({origins: [`http://localhost:${port}`]})
  const page = await newPage()
  await page.goto(`http://localhost:${port}/`)
  const told = await page.evaluate(
    async ({url, token}) => {
      const write = (headers: Record<string, string>) =>
        fetch(`${url}/v2025-02-19/data/mutate/production`, {
          ...{method: 'POST', headers: {'Content-Type': 'application/json', ...headers}},
          body: '{"mutations":[{"create":{"_id":"wanted","_type":"role"}}]}',
        })
      const read = await fetch(`${url}/v2025-02-19/data/query/production?query=count(*)`)
      return [read.status, (await write({})).status, (await write({Authorization: `Bearer ${token}`})).status]
    },
    {url: lake.url, token: lake.token},
  )
  expect(told).toEqual([200, 401, 200])
  expect(await stateOf(lake)).toContain('"_id":"wanted"')
})

describe('an address of the Studio', () => {
  test('signs one browser in, once, and leaves no cookie', async () => {
    const lake = await lakeWithStudio()
    const page = await newPage()
    const address = lake.studioUrl()
    expect(address).not.toContain(lake.token)
    expect(await openStudio(page, lake, address)).toBe(lake.token)
    expect(await page.evaluate(() => location.href)).toBe(`http://studio.local.localhost:${lake.port}/`)
    expect(await page.context().cookies()).toEqual([])
    expect(lake.studioUrl()).not.toBe(address)
    // Where it is used again, it says so, and what to do.
    const told = await openStudio(await newPage(), lake, address)
    expect(told).toContain('This browser is not signed in')
    expect(told).toContain('This one has been used')
    expect(told).toContain('press Enter in the terminal')
  })

  test('lets the Studio’s own page read drafts and write, and no page of another port', async () => {
    const lake = await lakeWithStudio()
    const page = await newPage()
    await openStudio(page, lake)
    const statuses = await page.evaluate(async () => {
      const {token} = JSON.parse(localStorage.getItem('__studio_auth_token_local') ?? '{}')
      const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${token}`}
      const read = await fetch('/v2025-02-19/data/query/production?query=*&perspective=drafts', {headers})
      const body = '{"mutations":[{"create":{"_id":"wanted","_type":"role"}}]}'
      const write = await fetch('/v2025-02-19/data/mutate/production', {method: 'POST', headers, body})
      return [read.status, write.status]
    })
    expect(statuses).toEqual([200, 200])
    await page.goto(`http://studio.local.localhost:${await foreignSite()}/`)
    expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).toBe('{}')
  })

  test.each(['/sign-in', `/sign-in#sid=${'x'.repeat(32)}`, '/sign-in?origin=x#sid='])(
    'that holds nothing to sign in with says what to do: %s',
    async (path) => {
      const lake = await lakeWithStudio()
      const told = await openStudio(await newPage(), lake, `http://studio.local.localhost:${lake.port}${path}`)
      expect(told).toContain('press Enter in the terminal where npm start')
    },
  )
})
