import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults, RunOptions} from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {indexPage} from '../../src/cli/build/pages/index-page.ts'
import {entry, siteFor} from '../cli/build/pages/entries.ts'
import {type BuiltSite, buildSite} from './build-site.ts'
import {launchBrowser} from './launch.ts'
import type {Site} from './site.ts'
import {serveFolder} from './static-server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A browser beside other tests on two cores has slow moments.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

const plain = 'Data Engineer'
const odd = 'Große Øre-Café, Łódź und İstanbul'
const oneOf = [
  entry({slug: 'ml', title: 'Data Scientist', skills: ['ML in production'], also: 'Kubernetes'}),
  entry({slug: 'web', title: 'Front-end Developer', skills: ['HTML']}),
]
const among = indexPage(oneOf, siteFor(oneOf), 'root')
const twoRoles = [entry({title: plain}), entry({slug: 'odd', title: odd})]
const accented = indexPage(twoRoles, siteFor(twoRoles), 'root')

let browser: Browser
let built: BuiltSite
let site: Site

beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchBrowser(), buildSite()])
  site = await serveFolder(built.folder)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await built?.remove()
})

describe('the search', () => {
  it('finds roles by title and skill, in any order, whatever the case', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      expect(await titlesOn(page)).toHaveLength(12)
      expect(await statusOn(page)).toBe('12 roles')
      await search(page, 'engineer DATA')
      expect(await titlesOn(page)).toContain('Data Engineer')
      await search(page, 'sql pyth')
      expect(await titlesOn(page)).toEqual(['Data Engineer', 'Machine Learning Engineer'])
      expect(await statusOn(page)).toBe('2 of 12 roles')
    }))

  it('finds a role by what it works with, two letters where a word begins, and a word with or without its hyphen', () =>
    inBrowser({}, async (page) => {
      await page.route('**/among', (route) => route.fulfill({body: among, contentType: 'text/html'}))
      await page.goto(`${site.origin}/among`)
      for (const [words, title] of [
        ['kuber', 'Data Scientist'],
        ['ml', 'Data Scientist'],
        ['tml', 'Front-end Developer'],
        ['frontend', 'Front-end Developer'],
        ['front-end', 'Front-end Developer'],
      ] as const) {
        await search(page, words)
        expect(await titlesOn(page), words).toEqual([title])
      }
    }))

  it('takes no notice of accents, nor of letters that look like others, on either side', () =>
    inBrowser({}, async (page) => {
      await page.route('**/accents', (route) => route.fulfill({body: accented, contentType: 'text/html'}))
      await page.goto(`${site.origin}/accents`)
      for (const words of ['dàtä ENGINÉER', 'cafe ore', 'GROSSE', 'łodz', 'istanbul', 'ꜰ']) {
        await search(page, words)
        expect(await titlesOn(page), words).toEqual(words === 'ꜰ' ? [] : [words.startsWith('d') ? plain : odd])
      }
    }))

  it('begins with the roles that are called so, and shows the skill that others were found by', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      await search(page, 'data')
      const titles = await titlesOn(page)
      expect(titles[0]).toBe('Data Engineer')
      expect(titles.slice(1)).toEqual(titles.slice(1).toSorted())
      expect(titles).toContain('AI Engineer')
      const isCut = await page
        .locator('.roles-skills')
        .evaluateAll((all) => all.map((text) => text.scrollHeight > text.clientHeight))
      expect(isCut).not.toContain(true)
    }))

  it('chooses by level and by language', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      await page.getByLabel('Level').selectOption('Principal')
      expect(await titlesOn(page)).toEqual(['UX Designer'])
      await page.getByLabel('Level').selectOption('All levels')
      await page.getByLabel('Language').selectOption('Deutsch')
      expect(await titlesOn(page)).toEqual(['Performance-Marketing-Manager (m/w/d)'])
      expect(await statusOn(page)).toBe('1 of 12 roles')
    }))

  it('says so where nothing fits, and shows all again', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/?level=senior`)
      await search(page, 'astronaut')
      await page.getByText('No role fits.').waitFor()
      expect(await statusOn(page)).toBe('0 of 12 roles')
      await page.getByRole('button', {name: 'Show all roles'}).click()
      expect(await titlesOn(page)).toHaveLength(12)
      expect(await statusOn(page)).toBe('12 roles')
      expect(await page.getByText('No role fits.').isVisible()).toBe(false)
      expect(await page.getByLabel('Level').inputValue()).toBe('')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('roles-q')
      expect(new URL(page.url()).search).toBe('')
    }))
})

describe('the address', () => {
  it('has what is searched for, and gives it back to whoever opens it', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/roles/?utm_source=mail`)
      await search(page, 'python')
      await page.getByLabel('Level').selectOption('Senior')
      const found = await titlesOn(page)
      expect(found.length).toBeGreaterThan(0)
      expect(new URL(page.url()).search).toBe('?utm_source=mail&q=python&level=senior')

      const other = await page.context().newPage()
      await other.goto(page.url())
      expect(await titlesOn(other)).toEqual(found)
      expect(await other.getByRole('searchbox').inputValue()).toBe('python')
    }))

  it('goes back and forth, one step for the words typed in one go and one for each choice', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      await page.getByRole('searchbox').pressSequentially('python', {delay: 100})
      await expect.poll(() => new URL(page.url()).search).toBe('?q=python')
      await page.getByLabel('Level').selectOption('Lead')
      await expect.poll(() => new URL(page.url()).search).toBe('?q=python&level=lead')
      await page.goBack()
      expect(new URL(page.url()).search).toBe('?q=python')
      expect(await page.getByLabel('Level').inputValue()).toBe('')
      await page.goBack()
      expect(new URL(page.url()).search).toBe('')
      expect(await titlesOn(page)).toHaveLength(12)
      await page.goForward()
      expect(await page.getByRole('searchbox').inputValue()).toBe('python')
      expect((await titlesOn(page)).length).toBeLessThan(12)
    }))

  it('is there when a role is opened at once, and the way back leads to what was found', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      await page.getByRole('searchbox').fill('ux')
      await page.getByRole('link', {name: 'UX Designer'}).click()
      await page.getByRole('heading', {level: 1, name: /^UX Designer/}).waitFor()
      await page.goBack()
      await expect.poll(() => titlesOn(page)).toEqual(['UX Designer', 'Product Manager'])
      expect(await page.getByRole('searchbox').inputValue()).toBe('ux')
    }))

  it('may ask for what there is not', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/?level=<script>&language=constructor&q=%00%F0`)
      const chosen = await page
        .locator('select')
        .evaluateAll((all) => all.map((each) => Reflect.get(each, 'selectedIndex')))
      expect(chosen).toEqual([0, 0])
    }))
})

describe('without a script', () => {
  it('the whole list is there, and no search that would do nothing', () =>
    inBrowser({javaScriptEnabled: false}, async (page) => {
      await page.goto(`${site.origin}/?q=nothing`)
      expect(await page.locator('.roles-card').count()).toBe(12)
      for (const role of ['search', 'searchbox', 'combobox', 'button'] as const)
        expect(await page.getByRole(role).count(), role).toBe(0)
      await page.getByRole('link', {name: 'UX Designer'}).click()
      await page.getByRole('heading', {level: 1, name: /^UX Designer/}).waitFor()
    }))
})

describe('without a server', () => {
  it('a file opens with its styles, is searched, and leads to a role and back', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${built.folder}/index.html`)
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
      await search(page, 'ux')
      expect(await titlesOn(page)).toEqual(['UX Designer', 'Product Manager'])
      await page.getByLabel('Level').selectOption('Senior')
      expect(new URL(page.url()).search).toBe('?q=ux&level=senior')
      await page.getByRole('link', {name: 'UX Designer'}).click()
      await page.getByRole('button', {name: 'Copy job description'}).first().waitFor()
      await page.getByRole('link', {name: 'All roles'}).click()
      expect(await titlesOn(page)).toHaveLength(12)
      expect(page.url()).toBe(`${built.folder}/roles/index.html`)
      await page.getByRole('link', {name: 'UX Designer'}).click()
      await page.getByRole('heading', {level: 1, name: /^UX Designer/}).waitFor()
    }))
})

describe('a role', () => {
  it('leads back to the list', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/roles/ux-designer/`)
      await page.getByRole('link', {name: 'All roles'}).click()
      expect(await titlesOn(page)).toHaveLength(12)
    }))

  it('can be saved as a file that has its name', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/roles/ux-designer/`)
      for (const [label, name] of [
        ['Markdown', 'ux-designer.md'],
        ['Plain text', 'ux-designer.txt'],
      ] as const) {
        const saving = page.waitForEvent('download')
        await page.getByRole('link', {name: label}).click()
        expect((await saving).suggestedFilename()).toBe(name)
      }
    }))
})

it('whatever is missing leads to the list, at any depth', () =>
  inBrowser({missing: true}, async (page) => {
    await page.goto(`${site.origin}/roles/some/where/else`)
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
    await page.getByRole('link', {name: 'All roles'}).click()
    expect(await titlesOn(page)).toHaveLength(12)
  }))

describe('ten thousand roles', () => {
  it('follow what is typed', () =>
    inBrowser({viewport: {width: 390, height: 844}}, async (page) => {
      await page.goto(`${site.origin}/many/`)
      expect(await statusOn(page)).toBe('10,000 roles')
      await page.getByRole('searchbox').focus()
      // Until what was found has been painted, for each of these.
      const times = await page.evaluate(async () => {
        const field = document.querySelector('input') as HTMLInputElement
        const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const times: number[] = []
        for (const words of ['p', 'py', 'python', 'pyth', '', 'data', 'data 9', 'engineer 999', 'x', '']) {
          const start = performance.now()
          field.value = words
          field.dispatchEvent(new Event('input', {bubbles: true}))
          await painted()
          await painted()
          times.push(performance.now() - start)
        }
        return times
      })
      const usual = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
      console.log(`10,000 roles: ${times.map((time) => time.toFixed(0)).join(', ')} ms after each input`)
      expect(usual).toBeLessThan(200)
      expect(await statusOn(page)).toBe('10,000 roles')
    }))

  it('are shown as far as one looks, by scrolling and by the button', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/many/`)
      expect(await page.locator('.roles-card').count()).toBe(10_000)
      await search(page, 'engineer')
      const shown = () => page.locator('.roles-card').count()
      await expect.poll(shown).toBe(120)
      await page.getByRole('button', {name: 'Show more roles'}).scrollIntoViewIfNeeded()
      await expect.poll(shown).toBeGreaterThan(120)
      const before = await shown()
      await page.getByRole('button', {name: 'Show more roles'}).evaluate((button: HTMLElement) => button.click())
      expect(await shown()).toBeGreaterThan(before)
      expect(await page.evaluate(() => document.activeElement?.closest('.roles-card') !== null)).toBe(true)
    }))

  it('are all printed that fit', () =>
    inBrowser({}, async (page) => {
      await page.goto(`${site.origin}/many/?q=ux`)
      const found = Number((await statusOn(page)).replace(/,| of.*/g, ''))
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      expect(await page.locator('.roles-card').count()).toBe(found)
    }))
})

describe('every page', () => {
  const paths = ['/', '/?q=python', '/?q=nothing', '/roles/', '/404.html', '/roles/ux-designer/']

  it.each(['light', 'dark'] as const)(
    'gives a screen reader and weak eyes nothing to stumble over, %s',
    (colorScheme) =>
      inBrowser({colorScheme}, async (page) => {
        for (const width of [320, 1280]) {
          await page.setViewportSize({width, height: 800})
          for (const path of [...paths, '/roles/performance-marketing-manager/']) {
            await page.goto(site.origin + path)
            expect(await violationsOn(page), `${path} at ${width}`).toEqual([])
          }
        }
      }),
  )

  it('never scrolls sideways, not even for words that fit on no screen', () =>
    inBrowser({}, async (page) => {
      for (const path of paths) {
        await page.goto(site.origin + path)
        await page.evaluate(() => {
          for (const text of document.querySelectorAll('.roles-title a, .roles-skills, .roles-levels, h1, .roles-back'))
            text.append(`and${'more'.repeat(40)}`)
        })
        for (const width of [320, 390, 768, 1280]) {
          await page.setViewportSize({width, height: 800})
          const overhang = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overhang, `${path} at ${width}`).toBe(0)
        }
      }
    }))

  it('shows where the keyboard is', () =>
    inBrowser({}, async (page) => {
      await page.goto(site.origin)
      const stops: string[] = []
      for (let stop = 0; stop < 7; stop++) {
        await page.keyboard.press('Tab')
        const {outlines, name} = await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement
          const parts = [getComputedStyle(focused), getComputedStyle(focused, '::after')]
          return {outlines: parts.map(({outlineStyle}) => outlineStyle), name: focused.id || focused.textContent || ''}
        })
        expect(outlines, name).toContain('solid')
        stops.push(name)
      }
      expect(stops).toEqual([
        'Skip to the content',
        'roles-q',
        'roles-level',
        'roles-language',
        'AI Engineer',
        'Customer Support Specialist',
        'Data Engineer',
      ])
    }))

  it('keeps the list on paper, and nothing to click', () =>
    inBrowser({colorScheme: 'dark'}, async (page) => {
      await page.goto(site.origin)
      await page.emulateMedia({media: 'print'})
      expect(await page.getByRole('searchbox').isVisible()).toBe(false)
      expect(await page.locator('.roles-title').last().isVisible()).toBe(true)
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
      await page.goto(`${site.origin}/roles/ux-designer/`)
      expect(await page.locator('.roles-bar').isVisible()).toBe(false)
    }))
})

/** Opens a page of its own and sees to it that nothing went wrong in it: no error, and nothing the policy forbids. */
async function inBrowser(
  {missing = false, ...options}: BrowserContextOptions & {missing?: boolean},
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options})
  context.setDefaultTimeout(10_000)
  const complaints: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`))
    await use(page)
    expect(complaints.filter((text) => !(missing && text.includes('404')))).toEqual([])
  } finally {
    await context.close()
  }
}

/** Searches as somebody does who then presses Enter, and waits for what is found. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('searchbox').press('Enter')
  await settled(page)
}

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))))

async function titlesOn(page: Page): Promise<string[]> {
  await settled(page)
  return page.locator('.roles-title').allTextContents()
}

async function statusOn(page: Page): Promise<string> {
  await settled(page)
  return (await page.getByRole('status').first().textContent()) ?? ''
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const options: RunOptions = {preload: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}
  const {violations} = await page.evaluate(
    (options): Promise<AxeResults> => Reflect.get(window, 'axe').run(document, options),
    options,
  )
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 120)}`))
}
