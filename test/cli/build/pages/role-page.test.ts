import {describe, expect, it} from 'vitest'
import {rolePageOf} from '../../../../src/cli/build/pages/role-page.ts'
import {alternates, fetchRole, fetchRoles, type Role, rolePage} from '../../../../src/index.ts'
import {sampleSource} from '../../../content.ts'
import {attributeOf, classed, elementsOf, headOf, named, shapeOf, textOf} from './elements.ts'
import {hostileTexts} from './entries.ts'
import {faultsIn} from './faults.ts'

const role = await fetchRole(sampleSource, 'ai-engineer')
const german = await fetchRole(sampleSource, 'performance-marketing-manager')
const withSite = (role: Role, site: Partial<Role['site'] & object>): Role => ({
  ...role,
  site: {organizationName: null, siteUrl: null, rolesPath: '/roles', language: null, ...site},
})

describe('the head of a role', () => {
  it('tells search engines and link previews all there is', () => {
    expect(headOf(elementsOf(rolePageOf(role)))).toMatchObject({
      canonical: 'https://example.com/roles/ai-engineer/',
      'og:type': 'article',
      'og:title': role.seoTitle ?? rolePage(role).seoTitle,
      'og:description': role.seoDescription,
      'og:url': 'https://example.com/roles/ai-engineer/',
      'og:site_name': 'Roleprint Sample Co',
      'og:locale': 'en_US',
      'twitter:card': 'summary',
      'alternate text/markdown': 'https://example.com/roles/ai-engineer/jd.md',
      'alternate text/plain': 'https://example.com/roles/ai-engineer/jd.txt',
      'alternate application/atom+xml': '../../feed.xml',
    })
    expect(headOf(elementsOf(rolePageOf(german)))['og:locale']).toBe('de_DE')
    expect(headOf(elementsOf(rolePageOf({...role, language: 'en-GB'})))['og:locale']).toBe('en_GB')
  })

  it('says no address of its own where the site has none', () => {
    const head = headOf(elementsOf(rolePageOf(withSite(role, {}))))
    expect(head).toMatchObject({'alternate text/markdown': 'jd.md', 'alternate text/plain': 'jd.txt'})
    for (const name of ['canonical', 'og:url', 'og:site_name', 'alternate application/atom+xml'])
      expect(head, name).not.toHaveProperty(name)
  })

  it('names the same role in other languages', () => {
    const both = alternates([role, {...role, slug: 'ki-ingenieur', language: 'de'}])
    expect(headOf(elementsOf(rolePageOf(role, {alternates: both})))).toMatchObject({
      'alternate en': 'https://example.com/roles/ai-engineer',
      'alternate de': 'https://example.com/roles/ki-ingenieur',
      'alternate x-default': 'https://example.com/roles/ai-engineer',
    })
  })

  it('finds the style sheets and the script, however deep the page is', () => {
    const assets = (rolesPath: string) => {
      const elements = elementsOf(rolePageOf(withSite(role, {rolesPath})))
      return [
        ...named(elements, 'link').filter((link) => attributeOf(link, 'rel') === 'stylesheet'),
        ...named(elements, 'script'),
      ].flatMap((element) => attributeOf(element, 'href') ?? attributeOf(element, 'src') ?? [])
    }
    expect(assets('/roles')).toEqual(['../../roleprint.css', '../../roles.css', '../../roleprint.js'])
    expect(assets('/en/jobs')).toEqual(['../../../roleprint.css', '../../../roles.css', '../../../roleprint.js'])
  })
})

describe('the bar above a role', () => {
  it('leads back to all roles, and to the job description as a file of its own name', () => {
    const links = named(elementsOf(rolePageOf(role)), 'a').slice(1, 4)
    expect(links.map((link) => [textOf(link), attributeOf(link, 'href'), attributeOf(link, 'download')])).toEqual([
      ['All roles', '../index.html', null],
      ['Markdown', 'jd.md', 'ai-engineer.md'],
      ['Plain text', 'jd.txt', 'ai-engineer.txt'],
    ])
  })

  it('speaks the language of the page', () => {
    expect(textOf(classed(elementsOf(rolePageOf(german)), 'roles-back')[0])).toBe('Alle Stellen')
  })
})

it('is the same from the page that has been made already', () => {
  expect(rolePageOf(role, {page: rolePage(role)})).toBe(rolePageOf(role))
})

it('is valid for every sample role', async () => {
  for (const {slug} of await fetchRoles(sampleSource))
    expect(await faultsIn(rolePageOf(await fetchRole(sampleSource, slug))), slug).toEqual([])
})

it('lets no text break out', () => {
  const plain = elementsOf(rolePageOf(role)).map(shapeOf)
  for (const text of hostileTexts) {
    const hostile = {...role, title: `x${text}`, slug: text.toWellFormed(), seoTitle: `x${text}`}
    const site = {organizationName: `x${text}`, siteUrl: 'https://example.com'}
    expect(elementsOf(rolePageOf(withSite(hostile, site))).map(shapeOf), JSON.stringify(text)).toEqual(plain)
  }
})
