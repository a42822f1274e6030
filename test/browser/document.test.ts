import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults, RunOptions} from 'axe-core'
import {parseFragment, serialize} from 'parse5'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {copyButtons, jobDescription, rolePage, toHTML, toMarkdown, toPlainText} from '../../src/index.ts'
import {launchBrowser} from './launch.ts'
import {samplePages, sampleRole} from './sample-pages.ts'
import {type Site, serveSite} from './site.ts'

const mlEngineer = '/machine-learning-engineer'
const longWords = '/long-words'
const ownPage = '/page-of-a-site'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A browser beside other tests on two cores has slow moments.
vi.setConfig({testTimeout: 30_000, hookTimeout: 60_000})

let browser: Browser
let site: Site
let documents: Map<string, string>

beforeAll(async () => {
  documents = await samplePages()
  const html = toHTML(rolePage(await sampleRole('machine-learning-engineer')), {copy: copyButtons})
  const served = new Map([
    ...documents,
    [longWords, withLongWords(documents.get(mlEngineer) ?? '')],
    [ownPage, `<!doctype html><title>A page of a site</title><script src="/roleprint.js" defer></script>${html}`],
  ])
  ;[browser, site] = await Promise.all([launchBrowser(), serveSite(served)])
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

// Together, since they take the longest.
describe.concurrent('every sample page', () => {
  it.each(['light', 'dark'] as const)(
    'gives a screen reader and weak eyes nothing to stumble over, %s',
    (colorScheme) =>
      inBrowser({colorScheme}, async (page) => {
        for (const path of documents.keys()) {
          await page.goto(site.origin + path)
          expect(await violationsOn(page), path).toEqual([])
        }
        await page.setViewportSize({width: 360, height: 740})
        await page.goto(site.origin + mlEngineer)
        await page.locator('details').evaluateAll((all) => all.map((each) => each.setAttribute('open', '')))
        expect(await violationsOn(page), 'on a phone, with everything unfolded').toEqual([])
      }),
  )

  it('never scrolls sideways, from the smallest phone to a wide screen', () =>
    inBrowser({}, async (page) => {
      for (const path of [...documents.keys(), longWords]) {
        await page.goto(site.origin + path)
        for (const width of [360, 768, 1280, 1600]) {
          await page.setViewportSize({width, height: 800})
          const overhang = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overhang, `${path} at ${width}`).toBe(0)
        }
      }
    }))

  it('takes two sheets of paper at most', () =>
    inBrowser({}, async (page) => {
      for (const path of documents.keys()) {
        await page.goto(site.origin + path)
        const pages = countPages(await page.pdf({format: 'A4'}))
        expect(pages, path).toBeGreaterThan(0)
        expect(pages, path).toBeLessThanOrEqual(2)
      }
      await page.goto(site.origin + mlEngineer)
      expect(countPages(await page.pdf({format: 'Letter'}))).toBe(2)
    }))
}, 60_000)

describe('the copy buttons', () => {
  const permissions = ['clipboard-read', 'clipboard-write']

  it('put the job description on the clipboard as rich and as plain text, and say so', async () => {
    const copied = jobDescription(await sampleRole('machine-learning-engineer'))
    await inBrowser({permissions}, async (page) => {
      await page.clock.install()
      await page.goto(site.origin + mlEngineer)
      const button = page.locator('#job-description button').first()
      const status = page.locator('#job-description').getByRole('status')
      expect(await status.textContent()).toBe('')

      await button.click()
      await page.getByRole('button', {name: 'Copied'}).waitFor()
      expect(await status.textContent()).toBe('The job description is on the clipboard.')
      expect(await clipboardOf(page)).toEqual({
        'text/html': serialize(parseFragment(toHTML(copied))),
        'text/plain': toPlainText(copied),
      })

      await page.clock.runFor(5000)
      expect(await button.textContent()).toBe('Copy job description')
      expect(await status.textContent()).toBe('')
    })
  })

  it('work in a page of a site, that has the HTML and the script alone', async () => {
    const copied = jobDescription(await sampleRole('machine-learning-engineer'))
    await inBrowser({permissions}, async (page) => {
      await page.goto(site.origin + ownPage)
      await page.getByRole('button', {name: 'Copy job description'}).click()
      await page.getByRole('button', {name: 'Copied'}).waitFor()
      expect(await clipboardOf(page)).toEqual({
        'text/html': serialize(parseFragment(toHTML(copied))),
        'text/plain': toPlainText(copied),
      })
    })
  })

  it('put the Markdown there as text', async () => {
    const copied = jobDescription(await sampleRole('machine-learning-engineer'))
    await inBrowser({permissions}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.getByRole('button', {name: 'Copy Markdown'}).click()
      await page.getByRole('button', {name: 'Copied'}).waitFor()
      expect(await clipboardOf(page)).toEqual({'text/plain': toMarkdown(copied)})
    })
  })

  it('speak the language of the page', async () => {
    await inBrowser({permissions}, async (page) => {
      await page.goto(`${site.origin}/performance-marketing-manager`)
      await page.getByRole('button', {name: 'Stellenbeschreibung kopieren'}).first().click()
      await page.getByRole('button', {name: 'Kopiert'}).waitFor()
      expect(await page.getByRole('status').first().textContent()).toBe(
        'Die Stellenbeschreibung ist in der Zwischenablage.',
      )
    })
  })

  it('work where there is no clipboard API', async () => {
    const copied = jobDescription(await sampleRole('machine-learning-engineer'))
    await inBrowser({permissions}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.evaluate(() => {
        Object.assign(window, {kept: navigator.clipboard})
        Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})
      })
      await page.locator('#job-description button').first().click()
      await page.getByRole('button', {name: 'Copied'}).waitFor()
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', {value: Reflect.get(window, 'kept')}))
      expect(await clipboardOf(page)).toEqual({
        'text/html': serialize(parseFragment(toHTML(copied))),
        'text/plain': toPlainText(copied),
      })
    })
  })

  it('select the text and say what to do where copying is forbidden', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {value: undefined})
        document.execCommand = () => false
      })
      await page.locator('#job-description button').first().click()
      await page.getByText('This browser does not allow copying by button.').waitFor()
      expect(await page.evaluate(() => String(getSelection()))).toContain('Machine Learning Engineer — Job Description')
    })
  })
})

describe('the keyboard', () => {
  it('reaches everything there is to do, the way past the bar first', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      const stops = await tabStops(page)
      expect(stops.slice(0, 4)).toEqual([
        'Skip to the content',
        'Copy job description',
        'Role summary',
        'Responsibilities',
      ])
      expect(stops).toEqual(
        expect.arrayContaining([
          'Copy Markdown',
          'Machine Learning Engineer — Job Description',
          'What does a Machine Learning Engineer do day-to-day?',
          'What should the interviews cover?',
          'AI Engineer',
          'More about Ines Halvorsen',
        ]),
      )
    })
  })

  it('shows where it is', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press('Tab')
        const {outline, where} = await page.evaluate(() => ({
          outline: getComputedStyle(document.activeElement as Element).outlineStyle,
          where: document.activeElement?.outerHTML.slice(0, 80),
        }))
        if (where?.startsWith('<body')) return
        expect(outline, where).toBe('solid')
      }
    })
  })

  it('skips to the content, follows the contents, and unfolds an answer', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')

      await page.getByRole('link', {name: 'Success metrics (KPIs)'}).focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#kpis h2').boundingBox()).toMatchObject({y: expect.closeTo(32, -1)})
      await page.locator('.roleprint-contents-link[aria-current]', {hasText: 'Success metrics (KPIs)'}).waitFor()

      await page.locator('summary', {hasText: 'What should the interviews cover?'}).focus()
      await page.keyboard.press('Enter')
      await page.getByText('Three conversations show most of what matters').waitFor()
    })
  })

  it('unfolds the contents on a phone', async () => {
    await inBrowser({viewport: {width: 360, height: 740}}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      const link = page.getByRole('link', {name: 'Responsibilities'})
      expect(await link.isVisible()).toBe(false)
      expect((await tabStops(page)).slice(1, 4)).toEqual(['Copy job description', 'Contents', 'Copy job description'])
      await page.locator('.roleprint-contents-summary').focus()
      await page.keyboard.press('Enter')
      expect(await link.isVisible()).toBe(true)
    })
  })
})

describe('without JavaScript', () => {
  it('everything can be read, and no button is there that would do nothing', async () => {
    await inBrowser({javaScriptEnabled: false}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      expect(await page.getByRole('button').count()).toBe(0)
      expect(await page.getByRole('link', {name: 'Responsibilities'}).isVisible()).toBe(true)
      expect(await page.locator('.roleprint-text').isVisible()).toBe(true)
      await page.locator('summary', {hasText: 'What should the interviews cover?'}).click()
      await page.getByText('Three conversations show most of what matters').waitFor()
    })
  })

  it('the contents fold on a phone', async () => {
    await inBrowser({javaScriptEnabled: false, viewport: {width: 360, height: 740}}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      const link = page.getByRole('link', {name: 'Responsibilities'})
      expect(await link.isVisible()).toBe(false)
      await page.locator('.roleprint-contents-summary').click()
      expect(await link.isVisible()).toBe(true)
    })
  })
})

describe('on paper', () => {
  it('there is what a hiring manager reads, and nothing to click', async () => {
    await inBrowser({colorScheme: 'dark'}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.emulateMedia({media: 'print'})
      const shown = await page
        .locator('main section, nav, .roleprint-actions')
        .evaluateAll((parts) =>
          parts.filter((part) => part.checkVisibility()).map(({id, className}) => id || className),
        )
      expect(shown).toEqual([
        'key-facts',
        'role-summary',
        'responsibilities',
        'must-have-skills',
        'nice-to-have-skills',
        'tools',
        'reporting-structure',
        'seniority-levels',
        'kpis',
        'last-updated',
      ])
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    })
  })
})

describe('a site of its own', () => {
  it('overrules the theme with the plainest selector, and sets its colours in one place', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('h2 {font-size: 7px} .roleprint {--roleprint-accent: rgb(4, 5, 6)}')
        document.adoptedStyleSheets = [sheet]
      })
      const styleOf = (selector: string, property: 'fontSize' | 'backgroundColor') =>
        page
          .locator(selector)
          .first()
          .evaluate((element, name) => getComputedStyle(element)[name], property)
      expect(await styleOf('#responsibilities h2', 'fontSize')).toBe('7px')
      await expect.poll(() => styleOf('.roleprint-button', 'backgroundColor')).toBe('rgb(4, 5, 6)')
    })
  })

  it('gets no movement it has not asked for', async () => {
    await inBrowser({reducedMotion: 'reduce'}, async (page) => {
      await page.goto(site.origin + mlEngineer)
      const moving = await page
        .locator('body *')
        .evaluateAll((all) => all.filter((element) => getComputedStyle(element).transitionDuration !== '0s').length)
      expect(moving).toBe(0)
    })
  })
})

/** Opens a page of its own and sees to it that nothing went wrong in it: no error, and nothing the policy forbids. */
async function inBrowser(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options})
  context.setDefaultTimeout(10_000)
  const complaints: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`))
    await use(page)
    expect(complaints).toEqual([])
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
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 120)}`))
}

const clipboardOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    if (!item) return {}
    const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()] as const)
    return Object.fromEntries(await Promise.all(texts))
  })

/** What has the focus, from one end of the page to the other, by its name. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = []
  while (stops.length < 60) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const {activeElement} = document
      if (!activeElement || activeElement === document.body) return null
      return activeElement.getAttribute('aria-label') ?? activeElement.textContent?.trim() ?? ''
    })
    if (name === null) break
    stops.push(name)
  }
  return stops
}

const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** The same page with words that fit on no screen. */
const withLongWords = (document: string): string =>
  document.replaceAll('Machine Learning', `Machine${'learning'.repeat(30)}`).replaceAll('Junior', 'Junior'.repeat(30))
