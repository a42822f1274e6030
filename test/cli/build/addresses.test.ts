import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, nurse, roleNamed, shared, tree} from './support.ts'

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
