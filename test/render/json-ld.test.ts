import type {BreadcrumbList, FAQPage, Occupation, WebPage, WithContext} from 'schema-dts'
import {describe, expect, it} from 'vitest'
import {
  jsonLd,
  type BreadcrumbList as OurBreadcrumbs,
  type FAQPage as OurFAQ,
  type Occupation as OurOccupation,
  type WebPage as OurWebPage,
  type RoleDraft,
  toJsonLd,
} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const role = fullRole((plain) => plain)
const graph = (one: RoleDraft, options = {}) => jsonLd(one, options)['@graph']
const node = (type: string, one: RoleDraft = role, options = {}) =>
  graph(one, options).find((each) => each['@type'] === type)

// What we promise is what schema.org knows: the compiler tests it.
const asSchemaOrg = (
  page: OurWebPage,
  list: OurBreadcrumbs,
  job: OurOccupation,
  faq: OurFAQ,
): WithContext<WebPage | BreadcrumbList | Occupation | FAQPage>[] => [
  {'@context': 'https://schema.org', ...page},
  {'@context': 'https://schema.org', ...list},
  {'@context': 'https://schema.org', ...job},
  {'@context': 'https://schema.org', ...faq},
]

describe('structured data', () => {
  it('fits the types of schema.org', () => {
    const [page, list, job, faq] = graph(role) as [OurWebPage, OurBreadcrumbs, OurOccupation, OurFAQ]
    expect(asSchemaOrg(page, list, job, faq)).toHaveLength(4)
  })

  it('says what the page is, and never that it is a vacancy', () => {
    expect(graph(role).map((each) => each['@type'])).toEqual(['WebPage', 'BreadcrumbList', 'Occupation', 'FAQPage'])
    expect(toJsonLd(role)).not.toContain('JobPosting')
  })

  it('stands where it is told to, else where the site says', () => {
    expect(node('WebPage')).toMatchObject({url: 'https://example.com/roles/any-role', dateModified: '2026-05-01'})
    expect(node('WebPage', role, {url: 'https://other.example/x'})).toMatchObject({'@id': 'https://other.example/x'})
    expect(node('WebPage', {...role, site: null})).not.toHaveProperty('url')
  })

  it('keeps the path of a site that lives in a folder', () => {
    const site = {organizationName: 'Example', siteUrl: 'https://example.com/en/', rolesPath: '/roles', language: null}
    expect(node('WebPage', {...role, site})).toMatchObject({url: 'https://example.com/en/roles/any-role'})
  })

  it.each(['javascript:alert(1)', '//evil.example', 'nonsense'])('takes no address like %s', (url) => {
    const site = {organizationName: 'Example', siteUrl: url, rolesPath: url, language: null}
    expect(toJsonLd({...role, site, author: {...role.author, url} as RoleDraft['author']}, {url})).not.toContain(url)
  })

  it('leads from the site to the role', () => {
    expect(node('BreadcrumbList')).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        {'@type': 'ListItem', position: 1, name: 'Example', item: 'https://example.com'},
        {'@type': 'ListItem', position: 2, name: 'Roles', item: 'https://example.com/roles'},
        {'@type': 'ListItem', position: 3, name: 'Data Engineer', item: 'https://example.com/roles/any-role'},
      ],
    })
  })

  it('leaves out the questions where there are none', () => {
    expect(graph({...role, summary: [], kpis: null, levels: null, faqs: null}).map((each) => each['@type'])).toEqual([
      'WebPage',
      'BreadcrumbList',
      'Occupation',
    ])
  })
})
