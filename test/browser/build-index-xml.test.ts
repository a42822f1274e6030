import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import type {Entry} from '../../src/cli/build/pages/entry.ts'
import {feed} from '../../src/cli/build/pages/feed.ts'
import {sitemaps} from '../../src/cli/build/pages/sitemaps.ts'
import {entry, hostileTexts, siteFor} from '../cli/build/pages/entries.ts'
import {launchBrowser} from './launch.ts'

vi.setConfig({testTimeout: 30_000, hookTimeout: 60_000})

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})

afterAll(() => browser?.close())

/** One entry whose every text is hostile. `id` and `slug` are not what a lake would take, and must do no harm either. */
const hostile = (text: string, index: number): Entry =>
  entry({
    id: text,
    slug: `hostile-${index}`,
    title: text,
    description: text,
    language: text,
    url: `https://example.com/roles/${text}`,
  })

const entries = [entry(), ...hostileTexts.map(hostile)]

interface Found {
  error: string | null
  root: string
  /** The texts of all elements that hold no other, by their names. */
  texts: [string, string][]
  links: {rel: string | null; href: string | null}[]
}

/** What Chromium's parser, which forgives nothing in XML, makes of a text. */
const parsed = (xml: string): Promise<Found> =>
  page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml')
    // Enough for all that a test asks for; there may be fifty thousand.
    const all = [...document.querySelectorAll('*')].slice(0, 1000)
    return {
      error: document.querySelector('parsererror')?.textContent ?? null,
      root: document.documentElement.tagName,
      texts: all
        .filter(({children}) => children.length === 0)
        .map(({tagName, textContent}): [string, string] => [tagName, textContent ?? '']),
      links: [...document.querySelectorAll('link')].map((link) => ({
        rel: link.getAttribute('rel'),
        href: link.getAttribute('href'),
      })),
    }
  }, xml)

describe('the feed', () => {
  it('is well-formed whatever is written, and has what Atom asks for', async () => {
    const {error, root, texts, links} = await parsed(feed(entries, siteFor(entries)) ?? '')
    expect(error).toBeNull()
    expect(root).toBe('feed')
    const valuesOf = (name: string) => texts.flatMap(([tag, text]) => (tag === name ? [text] : []))
    const each = entries.length + 1
    expect(valuesOf('id')).toHaveLength(each)
    expect(new Set(valuesOf('id')).size).toBe(each)
    expect(valuesOf('title')).toHaveLength(each)
    expect(valuesOf('updated')).toHaveLength(each)
    for (const time of valuesOf('updated')) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(valuesOf('name')).toEqual(['Bakery & Sons'])
    expect(links.filter(({rel}) => rel === 'self')).toEqual([{rel: 'self', href: 'https://example.com/feed.xml'}])
    expect(links.filter(({rel}) => rel === 'alternate')).toHaveLength(each)
    for (const text of [']]>', '& &amp; &#0; &unknown;', '</title></head>"><script>alert(1)</script>'])
      expect(valuesOf('title')).toContain(text)
  })

  it('is named after its host where nobody has named the site, and takes any name', async () => {
    const named = await parsed(feed(entries, siteFor(entries, {organizationName: null})) ?? '')
    expect(named.texts).toContainEqual(['name', 'example.com'])
    for (const organizationName of hostileTexts)
      expect((await parsed(feed(entries, siteFor(entries, {organizationName})) ?? '')).error).toBeNull()
  })
})

describe('the site map', () => {
  it('is well-formed whatever an address holds', async () => {
    const [map] = sitemaps(entries, siteFor(entries))
    const {error, root, texts} = await parsed(map?.text ?? '')
    expect(error).toBeNull()
    expect(root).toBe('urlset')
    expect(texts.filter(([name]) => name === 'loc')).toHaveLength(entries.length + 1)
  })

  it('is so in parts too', async () => {
    const many = Array.from({length: 50_001}, () => entry())
    for (const {name, text} of sitemaps(many, siteFor(many))) {
      const {error, root} = await parsed(text)
      expect(error, name).toBeNull()
      expect(root).toBe(name === 'sitemap.xml' ? 'sitemapindex' : 'urlset')
    }
  })
})
