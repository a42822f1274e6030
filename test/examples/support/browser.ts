import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults, RunOptions} from 'axe-core'
import type {Browser, Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Opens pages of a site as a visitor: what axe finds on each, and all that the browser complains about. */
export async function complaintsAbout(browser: Browser, addresses: readonly string[]): Promise<string[]> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}})
  const complaints: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error}`))
    for (const address of addresses) {
      await page.goto(address, {waitUntil: 'networkidle'})
      complaints.push(...(await violationsOn(page)).map((each) => `${address} ${each}`))
    }
  } finally {
    await context.close()
  }
  return complaints
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const options: RunOptions = {preload: false, resultTypes: ['violations']}
  const {violations} = await page.evaluate(
    (options): Promise<AxeResults> => Reflect.get(window, 'axe').run(document, options),
    options,
  )
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
}
