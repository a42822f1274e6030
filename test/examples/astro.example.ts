import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {fetchRole, fetchRoles, type RoleListing, rolePage, roleUrl, toJsonLd} from '../../src/index.ts'
import type {Lake} from '../../src/lake/index.ts'
import {launchBrowser} from '../browser/launch.ts'
import {sampleSource} from '../content.ts'
import {complaintsAbout} from './support/browser.ts'
import {run} from './support/command.ts'
import {copyOf, fillEnvironment, installIn} from './support/example.ts'
import {sampleLake} from './support/lake.ts'
import {attribute, elements, faultsOf, shownText, wordsOfPage, wordsOfRole} from './support/printed.ts'
import {type Server, serve} from './support/serve.ts'

describe('examples/astro', () => {
  const example = copyOf('astro')
  const dist = join(example.folder, 'dist')
  let lake: Lake
  let site: Server
  let browser: Browser
  let roles: RoleListing[]

  beforeAll(async () => {
    roles = await fetchRoles(sampleSource)
    lake = await sampleLake()
    fillEnvironment(example.folder, '.env', {
      PUBLIC_SANITY_PROJECT_ID: lake.project,
      PUBLIC_SANITY_DATASET: lake.dataset,
      SANITY_API_HOST: lake.url,
    })
    await installIn(example.folder, inject('tarball'))
    await run('npm', ['run', 'build'], example.folder)
    // What is built needs no lake any more.
    await lake.close()
    site = await serve(example.folder, 'node_modules/astro/bin/astro.mjs', (port) => [
      ...['preview', '--port', String(port), '--host', '127.0.0.1'],
    ])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await lake?.close()
    example.remove()
  })

  const pageOf = (slug: string) => readFileSync(join(dist, 'roles', slug, 'index.html'), 'utf8')

  it('makes a page of each role, and no other', () => {
    const made = readdirSync(join(dist, 'roles'), {withFileTypes: true}).filter((entry) => entry.isDirectory())
    expect(made.map(({name}) => name).sort()).toEqual(roles.map(({slug}) => slug).sort())
  })

  it('says on each what the role page says, and tells search engines the same', async () => {
    for (const {slug} of roles) {
      const role = await fetchRole(sampleSource, slug)
      const page = rolePage(role)
      const html = pageOf(slug)
      expect(wordsOfPage(html), slug).toEqual(wordsOfRole(role))
      expect(elements(html, 'title').map(shownText)).toEqual([page.seoTitle])
      expect(elements(html, 'html').map((each) => attribute(each, 'lang'))).toEqual([page.language])
      expect(html).toContain(`<link rel="canonical" href="${roleUrl(role)}">`)
      expect(html).toContain(`<script type="application/ld+json">${toJsonLd(role)}</script>`)
    }
  })

  it('lists them all', () => {
    const html = readFileSync(join(dist, 'roles/index.html'), 'utf8')
    const links = elements(html, 'a').map((link) => [attribute(link, 'href'), shownText(link).trim()])
    expect(links).toEqual(roles.map(({slug, title}) => [`/roles/${slug}`, title]))
  })

  it('is valid HTML', async () => {
    for (const {slug} of roles) expect(await faultsOf(pageOf(slug)), slug).toEqual([])
    expect(await faultsOf(readFileSync(join(dist, 'roles/index.html'), 'utf8'))).toEqual([])
  })

  it('wears the theme, and gives nobody anything to stumble over', async () => {
    const addresses = ['', '/data-engineer', '/performance-marketing-manager'].map(
      (path) => `${site.origin}/roles${path}`,
    )
    expect(await complaintsAbout(browser, addresses)).toEqual([])
    const page = await browser.newPage()
    await page.goto(`${site.origin}/roles/data-engineer`)
    expect(await page.locator('.roleprint-eyebrow').evaluate((line) => getComputedStyle(line).fontWeight)).toBe('600')
    await page.close()
  })
})
