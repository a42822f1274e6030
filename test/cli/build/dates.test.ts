import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fetchRole, jsonLd} from '../../../src/index.ts'
import {localSource} from '../../../src/local.ts'
import {sampleDocuments} from '../../content.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, nurse, roleNamed, shared, tree} from './support.ts'

const settings = {_id: 'siteSettings', _type: 'siteSettings', siteUrl: 'https://example.com'}

/** When each role was changed, as the site map, the feed and the structured data of its page say. */
function datesIn(files: Record<string, string>): Record<string, (string | undefined)[]> {
  const pages = Object.keys(files).filter((name) => /^roles\/[^/]+\/index\.html$/.test(name))
  return Object.fromEntries(
    pages.map((page) => {
      const slug = page.split('/')[1] ?? ''
      const place = `https://example.com/roles/${slug}/`
      const entry = files['feed.xml']?.split('<entry').find((entry) => entry.includes(`href="${place}"`))
      return [
        slug,
        [
          files['sitemap.xml']?.match(`<loc>${place}</loc><lastmod>([^<]*)`)?.[1],
          entry?.match(/<updated>([^<]*)/)?.[1],
          files[page]?.match(/"dateModified":"([^"]*)"/)?.[1],
        ],
      ]
    }),
  )
}

const edited = '2026-11-20T08:00:00Z'
const edit = (documents: readonly {_id?: unknown}[], id: string): object[] =>
  documents.map((document) => (document._id === id ? {...document, _updatedAt: edited} : document))

test.each(['responsibility-round', 'skill-calm', 'tool-chart', 'kpi-falls', 'person-ada'])(
  'an edit of %s changes the dates of exactly the pages that it is on',
  async (id) => {
    const others = {responsibilities: [{_key: 'r', _ref: 'responsibility-own'}]}
    const documents = [
      roleNamed('nurse', {
        ...{reviewedOn: '2025-01-10', author: {_ref: 'person-ada'}, kpis: [{_key: 'k', _ref: 'kpi-falls'}]},
        tools: [{_key: 't', anyOf: [{_key: 'a', _ref: 'tool-chart'}]}],
      }),
      roleNamed('porter', {...others, mustHaveSkills: [{_key: 's', skill: {_ref: 'skill-own'}}]}),
      ...[settings, ...shared, {_id: 'responsibility-own', _type: 'responsibility', statement: 'Move beds.'}],
      ...[
        {_id: 'skill-own', _type: 'skill', name: 'Strength'},
        {_id: 'tool-chart', _type: 'tool', name: 'Chart'},
        {_id: 'kpi-falls', _type: 'kpi', statement: 'No falls.'},
        {_id: 'person-ada', _type: 'person', name: 'Ada', bio: 'A nurse of thirty years.'},
      ],
    ]
    const out = join(await temporaryFolder(), 'site')
    await build(await contentFile(documents), out)
    const before = datesIn(await tree(out))
    const at = nurse._updatedAt
    expect(before).toEqual({nurse: [at, at, at.slice(0, 10)], porter: [at, at, at.slice(0, 10)]})

    await build(await contentFile(edit(documents, id)), out)
    const files = await tree(out)
    const now = [edited, edited, edited.slice(0, 10)]
    expect(datesIn(files)).toEqual({nurse: now, porter: before.porter})
    expect(files['roles/nurse/index.html']).toContain('<time datetime="2025-01-10">')
    expect(files['roles/porter/index.html']).toContain(`<time datetime="${at.slice(0, 10)}">`)
  },
)

test('an edit of a related role changes them too, whether it is read whole or as a head', async () => {
  const documents = [nurse, roleNamed('porter', {relatedRoles: [{_key: 'a', _ref: nurse._id}]}), ...shared, settings]
  const out = join(await temporaryFolder(), 'site')
  for (const content of [documents, edit(documents, nurse._id)]) await build(await contentFile(content), out)
  const files = await tree(out)
  expect(datesIn(files).porter).toEqual([edited, edited, edited.slice(0, 10)])
  const fresh = join(await temporaryFolder(), 'site')
  await build(await contentFile(edit(documents, nurse._id)), fresh)
  expect(await tree(fresh)).toEqual(files)
})

test('the structured data of a role of one’s own site says so too', async () => {
  const role = await fetchRole(localSource(edit(sampleDocuments, 'skill-sql') as never), 'data-engineer')
  const [page] = jsonLd(role)['@graph']
  expect(page).toMatchObject({'@type': 'WebPage', dateModified: '2026-11-20'})
})

test('an edit of the site settings is none of the pages', async () => {
  const documents = [nurse, ...shared, settings]
  const out = join(await temporaryFolder(), 'site')
  await build(await contentFile(edit(documents, 'siteSettings')), out)
  const at = nurse._updatedAt
  expect(datesIn(await tree(out))).toEqual({nurse: [at, at, at.slice(0, 10)]})
})
