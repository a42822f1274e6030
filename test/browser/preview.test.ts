import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import axe from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {drafts, type OpenPreview, openPreview, path, role} from '../cli/preview/support/open-preview.ts'
import {launchBrowser} from './launch.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'roleprint-preview-'))
let browser: Browser
let preview: OpenPreview
beforeAll(async () => {
  browser = await launchBrowser()
  preview = await openPreview(dataDir)
})
afterAll(async () => {
  await browser.close()
  await preview.close()
  rmSync(dataDir, {recursive: true, force: true})
})

/** A page that follows, with every error in it. */
async function open(address: string): Promise<{page: Page; errors: string[]}> {
  const page = await (await browser.newContext({viewport: {width: 1100, height: 800}})).newPage()
  const errors: string[] = []
  page.on('pageerror', ({message}) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(preview.origin + address)
  await page.locator('.site-live[data-state=live]').waitFor()
  return {page, errors}
}

const shows = (page: Page, words: string) => page.getByText(words).first().waitFor({state: 'attached'})

async function reword(words: string): Promise<string> {
  const id = await preview.client.fetch('*[_id == $role][0].responsibilities[0]._ref', {role})
  const document = await preview.client.getDocument(id)
  await preview.client.createOrReplace({...document, _id: `drafts.${id}`, _type: 'responsibility', statement: words})
  return id
}

describe('a page in the browser', () => {
  test('follows an edit, and touches only the section that has changed', async () => {
    const {page, errors} = await open(drafts)
    await page.evaluate(() => {
      for (const section of document.querySelectorAll('main section[id]')) Object.assign(section, {isSame: true})
      const touched = new Set<string>()
      new MutationObserver((mutations) => {
        for (const {target} of mutations) {
          const element = target instanceof Element ? target : target.parentElement
          touched.add(element?.closest('section[id], template, .site-bar, head')?.id ?? 'elsewhere')
        }
      }).observe(document.querySelector('main') ?? document, {subtree: true, childList: true, characterData: true})
      Object.assign(globalThis, {touched})
    })
    await reword('Reads this sentence in the browser.')
    await shows(page, 'Reads this sentence in the browser.')
    const updated = await page.locator('section[data-updated]').evaluateAll((sections) => sections.map(({id}) => id))
    // The copy of the job description on the page holds the line as well.
    expect(updated).toEqual(['responsibilities', 'job-description'])
    const {touched, same} = await page.evaluate(() => ({
      touched: [...(globalThis as unknown as {touched: Set<string>}).touched],
      same: [...document.querySelectorAll('main section[id]')].every((section) => 'isSame' in section),
    }))
    expect(touched.filter((id) => !['responsibilities', 'job-description', ''].includes(id))).toEqual([])
    expect(same).toBe(true)
    expect(errors).toEqual([])
  })

  test('keeps scroll position, focus and open folds', async () => {
    const {page} = await open(drafts)
    await page.setViewportSize({width: 500, height: 700})
    await page.locator('.roleprint-contents-summary').click()
    await page.locator('#faqs').scrollIntoViewIfNeeded()
    await page.locator('#related-roles a, #related-roles li').first().waitFor()
    const link = page.locator('#author a[href], #related-roles a[href]').first()
    await link.focus()
    // Where a text above grows, the place on the screen stays, and not the number of pixels from the top.
    const place = () =>
      page.evaluate(() => {
        const focused = document.activeElement
        return [Math.round(focused?.getBoundingClientRect().top ?? 0), focused?.outerHTML, focused?.tagName]
      })
    const before = await place()
    expect(before[2]).toBe('A')
    await preview.client.createOrReplace({
      ...(await preview.client.getDocument(role)),
      ...{_id: `drafts.${role}`, _type: 'role', workingWith: 'People who read this in the browser.'},
    })
    await shows(page, 'People who read this in the browser.')
    expect(await place()).toEqual(before)
    expect(await page.locator('.roleprint-contents-fold').getAttribute('open')).not.toBeNull()
  })

  test('still copies, what it shows now', async () => {
    const {page} = await open(drafts)
    await reword('Copies this.')
    await shows(page, 'Copies this.')
    expect(await page.locator('template.roleprint-copy-markdown').first().innerHTML()).toContain('Copies this.')
    expect(await page.locator('.roleprint-actions').first().isVisible()).toBe(true)
  })

  test('follows in every output, and side by side', async () => {
    const outputs = ['markdown', 'text', 'html', 'json', 'compare'].map(
      (output) => `${path}/${output}?perspective=drafts`,
    )
    const opened = await Promise.all(outputs.map(open))
    await reword('Stands in every output.')
    await Promise.all(opened.map(({page}) => shows(page, 'Stands in every output.')))
    expect(opened.flatMap(({errors}) => errors)).toEqual([])
    await Promise.all(opened.map(({page}) => page.context().close()))
  })

  test('is not live while the lake is away, says so, and shows the truth when it is back', async () => {
    const {page} = await open(drafts)
    await preview.restartLake(async () => {
      await page.locator('.site-live[data-state=waiting]').waitFor()
      expect(await page.locator('.site-live').textContent()).toMatch(/^Not live/)
      expect(await page.locator('#responsibilities').isVisible()).toBe(true)
    })
    await preview.client.fetch('1')
    await reword('Written after the restart.')
    await shows(page, 'Written after the restart.')
    await page.locator('.site-live[data-state=live]').waitFor()
  })

  test('gives its connection back while nobody sees it', async () => {
    const {page} = await open(drafts)
    const hide = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', {value, configurable: true})
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    const streams: string[] = []
    page.on('request', (request) => request.url().includes('/live?') && streams.push(request.url()))
    await hide('hidden')
    await reword('Written while nobody looked.')
    await page.waitForTimeout(300)
    expect(await page.getByText('Written while nobody looked.').count()).toBe(0)
    await hide('visible')
    await shows(page, 'Written while nobody looked.')
    expect(streams).toHaveLength(1)
  })

  test('shows a draft that has just become complete, and one that is gone', async () => {
    const {page} = await open('/roles/brand-new?perspective=drafts')
    await page.getByText('There is nothing here').waitFor()
    await preview.client.create({
      _id: 'drafts.role-new',
      _type: 'role',
      title: 'Brand New',
      slug: {current: 'brand-new'},
    })
    await shows(page, 'Brand New Job Description Template')
    await preview.client.delete('drafts.role-new')
    await page.getByText('There is nothing here').waitFor()
  })

  test('shows live what a reload would show, when a page becomes one of another kind', async () => {
    const {page} = await open('/roles/to-come?perspective=drafts')
    const {page: compared} = await open('/roles/to-come/compare?perspective=drafts')
    const full = await preview.client.getDocument(role)
    await preview.client.create({...full, _id: 'drafts.role-to-come', _type: 'role', slug: {current: 'to-come'}})
    await page.locator('#responsibilities').waitFor()
    const look = () =>
      page.evaluate(() => ({
        buttons: [...document.querySelectorAll<HTMLElement>('.roleprint-actions')].map(({hidden}) => hidden),
        fold: document.querySelector<HTMLDetailsElement>('.roleprint-contents-fold')?.open,
        data: document.querySelectorAll('script[type="application/ld+json"]').length,
        description: document.querySelector('meta[name=description]')?.getAttribute('content'),
      }))
    const live = await look()
    await page.reload()
    expect(live).toEqual(await look())
    expect(live.buttons.length).toBeGreaterThan(1)
    await compared.locator('.roleprint-compare-rows').first().waitFor()
    await expect
      .poll(() =>
        compared
          .locator('.roleprint-compare-row')
          .first()
          .evaluate((row) => getComputedStyle(row).display),
      )
      .toBe('grid')
    await preview.client.delete('drafts.role-to-come')
  })

  test('opens no connection in a tab that nobody has looked at', async () => {
    const page = await (await browser.newContext()).newPage()
    const streams: string[] = []
    page.on('request', (request) => request.url().includes('/live?') && streams.push(request.url()))
    await page.addInitScript(() =>
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true}),
    )
    await page.goto(preview.origin + drafts)
    await page.waitForTimeout(300)
    expect(streams).toEqual([])
  })

  test('lists what a search finds, however it is written', async () => {
    const {page} = await open('/')
    const titles = () => page.locator('.site-card:visible h2').allTextContents()
    const all = await titles()
    await page.getByRole('searchbox').fill('MACHINE LEARN\u00ADING')
    await expect.poll(titles).toEqual(['Machine Learning Engineer'])
    await page.getByRole('searchbox').fill('no such role')
    await page.getByRole('button', {name: 'Show all roles'}).click()
    await expect.poll(titles).toEqual(all)
  })

  test('is accessible, side by side too', async () => {
    for (const address of [drafts, `${path}/compare?perspective=drafts`, '/?perspective=drafts']) {
      const {page} = await open(address)
      await page.evaluate(axe.source)
      const {violations} = await page.evaluate(() => (globalThis as unknown as {axe: typeof axe}).axe.run())
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
    }
  })

  test.each([390, 768])('fits %i pixels side by side', async (width) => {
    const {page} = await open(`${path}/compare?perspective=drafts`)
    await page.setViewportSize({width, height: 800})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
