import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {dependencies, fetchRole, revalidate, roleUrl} from '../../../src/index.ts'
import {localSource} from '../../../src/local.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, deadLinksIn, differing, nurse, roleNamed, shared, tree} from './support.ts'

let out: string
beforeEach(async () => {
  out = join(await temporaryFolder(), 'site')
})

const siteUrl = 'https://example.com/careers'
const settings = {_id: 'siteSettings', _type: 'siteSettings', organizationName: 'Ward & Sons', siteUrl}
const midwife = roleNamed('midwife', {relatedRoles: [{_key: 'a', _ref: 'role-nurse'}]})

/** Every address that the pages, the site map and the feed announce for pages of the site itself. */
const announced = (files: Record<string, string>): string[] => [
  ...new Set(
    Object.values(files).flatMap((text) =>
      [...text.matchAll(/https:\/\/example\.com[^\s"<)]*/g)].map(([address]) => address),
    ),
  ),
]

describe('an address that a site announces', () => {
  test('is answered without a redirect by a host of plain files', async () => {
    await build(await contentFile([nurse, midwife, ...shared, settings]), out)
    const files = await tree(out)
    const addresses = announced(files)
    expect(addresses).toEqual(expect.arrayContaining([`${siteUrl}/roles/nurse/`, `${siteUrl}/roles/`]))
    for (const address of addresses) {
      const {pathname} = new URL(address)
      // A folder without the slash at its end is what hosts redirect.
      const file = pathname.replace(/^\/careers\//, '').replace(/(?:^|(?<=\/))$/, 'index.html')
      expect(files, address).toHaveProperty([file])
    }
  })

  test.each(['https://example.com/?lang=de', 'https://example.com#top', 'https://example.com/?a=1#b'])(
    'is made of no more than the beginning of %s, which is told',
    async (given) => {
      const content = await contentFile([nurse, ...shared, {...settings, siteUrl: given}])
      const {stderr, exitCode} = await build(content, out)
      expect([stderr, exitCode]).toEqual([expect.stringMatching(/site address in the site settings .*Leave out/), 0])
      const files = await tree(out)
      expect(files['sitemap.xml']).toContain('<loc>https://example.com/roles/nurse/</loc>')
      for (const text of Object.values(files)) expect(text).not.toMatch(/example\.com[^"<\s]*[?#][^"<\s]*roles/)
      expect(await build(content, out, '--strict')).toMatchObject({exitCode: 1})
    },
  )
})

describe('one slug in two languages', () => {
  const german = roleNamed('nurse', {
    ...{_id: 'role-pflege', title: 'Pflegekraft', language: 'de'},
    relatedRoles: [{_key: 'a', _ref: 'role-midwife'}],
  })
  const english = {...roleNamed('midwife'), relatedRoles: [{_key: 'a', _ref: 'role-pflege'}]}
  const roles = [nurse, english, german, ...shared]

  test('is a finding that names both, while the site has no language', async () => {
    const content = await contentFile([...roles, settings])
    const {stderr, exitCode} = await build(content, out)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/role-nurse: slug is also the address of role-pflege; .* or set the language of the site/)
    expect(stderr).toMatch(/role-pflege: slug is also the address of role-nurse/)
    expect(Object.keys(await tree(out))).toContain('roles/midwife/index.html')
    expect(Object.keys(await tree(out))).not.toContain('roles/nurse/index.html')
  })

  test('is two addresses where it has one', async () => {
    const content = await contentFile([...roles, {...settings, language: 'en'}])
    expect(await build(content, out, '--strict')).toMatchObject({exitCode: 0, stderr: ''})
    const files = await tree(out)
    expect(files['roles/nurse/jd.md']).toContain('# Nurse')
    expect(files['roles/de/nurse/jd.md']).toContain('# Pflegekraft')
    expect(files['roles/de/nurse/index.html']).toContain(`<link rel="canonical" href="${siteUrl}/roles/de/nurse/">`)
    // Links lead from one language to the other, and to the lists.
    expect(files['roles/de/nurse/index.html']).toContain('href="../../midwife/index.html"')
    expect(files['roles/midwife/index.html']).toContain('href="../de/nurse/index.html"')
    expect(deadLinksIn(files)).toEqual([])
    expect(files['roles/index.html']).toContain('href="./de/nurse/index.html"')
    expect(files['roles/de/index.html']).toContain('<html lang="de">')
    expect(files['roles/de/index.html']).not.toContain('Midwife')
    const {'sitemap.xml': siteMap = '', 'feed.xml': feed = ''} = files
    expect(siteMap).toContain(
      `<url><loc>${siteUrl}/roles/de/nurse/</loc><lastmod>2026-04-12T08:00:00Z</lastmod><xhtml:link rel="alternate" hreflang="en" href="${siteUrl}/roles/nurse/"/><xhtml:link rel="alternate" hreflang="de" href="${siteUrl}/roles/de/nurse/"/><xhtml:link rel="alternate" hreflang="x-default" href="${siteUrl}/roles/nurse/"/></url>`,
    )
    expect(feed).toContain(`href="${siteUrl}/roles/de/nurse/"`)

    // What has moved is found at its new place, and nothing is left at the old one.
    await build(await contentFile([...roles, {...settings, language: 'de'}]), out)
    const moved = await tree(out)
    expect(moved['roles/nurse/jd.md']).toBe(files['roles/de/nurse/jd.md'])
    expect(moved['roles/en/nurse/jd.md']).toBe(files['roles/nurse/jd.md'])
    expect(Object.keys(moved).filter((name) => name.startsWith('roles/de/'))).toEqual([])
    const fresh = join(await temporaryFolder(), 'site')
    await build(await contentFile([...roles, {...settings, language: 'de'}]), fresh)
    expect(differing(moved, await tree(fresh))).toEqual([])
  })

  test('is told apart by whoever asks for it', async () => {
    const set = localSource([...roles, {...settings, language: 'de'}] as never)
    const unset = localSource([...roles, settings] as never)
    const title = async (...asked: Parameters<typeof fetchRole>) => (await fetchRole(...asked)).title
    expect(await title(set, 'nurse')).toBe('Pflegekraft')
    expect(await title(unset, 'nurse')).toBe('Nurse')
    for (const source of [set, unset]) {
      expect(await title(source, 'nurse', {language: 'en'})).toBe('Nurse')
      expect(await title(source, 'nurse', {language: 'DE'})).toBe('Pflegekraft')
      await expect(fetchRole(source, 'nurse', {language: 'fr'})).rejects.toThrow('"nurse" in the language "fr"')
    }
    expect(roleUrl(await fetchRole(set, 'nurse', {language: 'en'}))).toBe(`${siteUrl}/roles/en/nurse`)
    expect(roleUrl(await fetchRole(set, 'nurse'))).toBe(`${siteUrl}/roles/nurse`)
    expect(dependencies(await fetchRole(set, 'midwife')).paths).toEqual(['/roles/en/midwife'])
    expect(revalidate(await fetchRole(set, 'midwife')).paths).toEqual(['/roles/en/midwife', '/roles'])
  })

  test.each(['de', 'it', 'pt-br'])('cannot be the name of a language: %s', async (slug) => {
    const {stderr, exitCode} = await build(await contentFile([roleNamed(slug), ...shared]), out)
    expect([stderr, exitCode]).toEqual([expect.stringContaining('is the name of a language'), 1])
  })

  test.each(['qa', 'hr-lead', 'engineer', 'ux-designer'])('may be a word that looks like one: %s', async (slug) => {
    expect(await build(await contentFile([roleNamed(slug), ...shared]), out)).toMatchObject({exitCode: 0})
  })
})
