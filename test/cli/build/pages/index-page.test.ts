import {describe, expect, it} from 'vitest'
import type {Entry} from '../../../../src/cli/build/pages/entry.ts'
import {indexPage} from '../../../../src/cli/build/pages/index-page.ts'
import {attributeOf, classed, elementsOf, headOf, named, shapeOf, textOf} from './elements.ts'
import {entry, hostileTexts, siteFor} from './entries.ts'
import {faultsIn} from './faults.ts'

const roles = [
  entry({slug: 'zookeeper', title: 'Zookeeper', levels: ['lead']}),
  entry(),
  entry({slug: 'konditor', title: 'Äpfel-Konditor', language: 'de', reviewedOn: '2026-05-02'}),
]

const printed = (entries: Entry[], changed = {}, place: 'root' | 'roles' = 'root') =>
  elementsOf(indexPage(entries, siteFor(entries, changed), place))

const links = (elements: ReturnType<typeof elementsOf>) => named(elements, 'a').map((a) => attributeOf(a, 'href'))

describe('the list of roles', () => {
  it('names all of them in the order of the alphabet, and counts them', () => {
    const elements = printed(roles)
    expect(classed(elements, 'roles-title').map(textOf)).toEqual(['Äpfel-Konditor', 'Baker', 'Zookeeper'])
    expect(textOf(classed(elements, 'roles-count')[0])).toBe('3 roles')
    expect(textOf(classed(printed([entry()]), 'roles-count')[0])).toBe('1 role')
  })

  it('leads to the files of the roles, so that it works without a server too', () => {
    expect(links(printed(roles))).toContain('roles/zookeeper/index.html')
    expect(links(printed(roles, {}, 'roles'))).toContain('./zookeeper/index.html')
    expect(links(printed(roles, {rolesPath: '/en/jobs'}))).toContain('en/jobs/zookeeper/index.html')
  })

  it('finds its style sheets, its script and its feed from where it stands', () => {
    const assets = (path: string, place: 'root' | 'roles') => {
      const elements = printed(roles, {rolesPath: path}, place)
      const sheets = named(elements, 'link').filter((link) => attributeOf(link, 'rel') === 'stylesheet')
      return [
        ...sheets.map((link) => attributeOf(link, 'href')),
        attributeOf(named(elements, 'script')[0], 'src'),
        headOf(elements)['alternate application/atom+xml'],
      ]
    }
    const from = (root: string) => ['roleprint.css', 'roles.css', 'roles.js', 'feed.xml'].map((name) => root + name)
    expect(assets('/roles', 'root')).toEqual(from(''))
    expect(assets('/roles', 'roles')).toEqual(from('../'))
    expect(assets('/en/jobs', 'roles')).toEqual(from('../../'))
  })

  it('is one page to a search engine, wherever it stands', () => {
    for (const place of ['root', 'roles'] as const) {
      expect(headOf(printed(roles, {}, place))).toMatchObject({
        canonical: 'https://example.com/roles/',
        'og:url': 'https://example.com/roles/',
        'og:site_name': 'Bakery & Sons',
        'og:locale': 'en_US',
      })
    }
  })

  it('says no address in full where the site has none', () => {
    const page = indexPage(roles, siteFor(roles, {siteUrl: null}), 'root')
    expect(page).not.toMatch(/https?:/)
    expect(headOf(elementsOf(page))).not.toHaveProperty('alternate application/atom+xml')
  })

  it('is in the language of most of its roles', () => {
    const german = [entry({language: 'de-AT'}), entry({slug: 'b', language: 'de-AT', title: 'B'}), entry({slug: 'c'})]
    const elements = printed(german)
    expect(attributeOf(named(elements, 'html')[0], 'lang')).toBe('de-AT')
    expect(textOf(named(elements, 'h1')[0])).toBe('Stellen')
    expect(textOf(classed(elements, 'roles-count')[0])).toBe('3 Stellen')
    expect(textOf(classed(elements, 'roles-facts')[0])).toContain('12.04.2026')
    expect(attributeOf(named(elements, 'a').at(-1), 'lang')).toBe('en')
  })

  it('is in English, and says so, where nobody has written the words', () => {
    const elements = printed([entry({language: 'fr'})])
    expect(attributeOf(named(elements, 'html')[0], 'lang')).toBe('en')
    expect(textOf(named(elements, 'h1')[0])).toBe('Roles')
  })

  it('says so where there is none, and offers nothing to search', async () => {
    const page = indexPage([], siteFor([]), 'root')
    expect(page).toContain('No role is published yet.')
    expect(classed(elementsOf(page), 'roles-search')).toEqual([])
    expect(await faultsIn(page)).toEqual([])
  })

  it('is valid, in every form', async () => {
    expect(await faultsIn(indexPage(roles, siteFor(roles), 'root'))).toEqual([])
    expect(await faultsIn(indexPage(roles, siteFor(roles, {siteUrl: null, organizationName: null}), 'roles'))).toEqual(
      [],
    )
    const bare = [entry({levels: [], skills: [], updatedAt: ''}), entry({slug: 'b', title: ''})]
    expect(await faultsIn(indexPage(bare, siteFor(bare), 'root'))).toEqual([])
  })

  it('lets no text break out', () => {
    const plain = printed([entry(), entry({slug: 'b'})]).map(shapeOf)
    for (const text of hostileTexts) {
      const hostile = entry({id: text, slug: text, title: text, skills: [text, text], description: text})
      const elements = printed([entry(), hostile], {organizationName: text, rolesPath: '/roles'})
      expect(elements.map(shapeOf), JSON.stringify(text)).toEqual(plain)
    }
  })

  it('needs no inline style, script or handler', () => {
    const elements = printed(roles)
    expect(named(elements, 'style')).toEqual([])
    expect(named(elements, 'script').filter((script) => attributeOf(script, 'src') === null)).toEqual([])
    expect(elements.flatMap(({attrs}) => attrs).filter(({name}) => name === 'style' || name.startsWith('on'))).toEqual(
      [],
    )
  })
})

describe('the search', () => {
  const options = (entries: Entry[]) => named(printed(entries), 'option').map((option) => attributeOf(option, 'value'))

  it('is hidden until the script is there, and so is what it says', () => {
    const elements = printed(roles)
    for (const name of ['roles-search', 'roles-more', 'roles-none'])
      expect(attributeOf(classed(elements, name)[0], 'hidden'), name).toBe('')
  })

  it('offers the levels and languages there are, the levels in their order', () => {
    expect(options(roles)).toEqual(['', 'junior', 'senior', 'lead', '', 'de', 'en'])
  })

  it('offers no choice of one', () => {
    expect(options([entry({levels: ['lead']}), entry({slug: 'b', levels: ['lead']})])).toEqual([])
    expect(options([entry({levels: []}), entry({slug: 'b', levels: []})])).toEqual([])
  })

  it('has a label for each field', () => {
    const elements = printed(roles)
    const fields = classed(elements, 'roles-input').map((field) => attributeOf(field, 'id'))
    expect(fields).toHaveLength(3)
    expect(named(elements, 'label').map((label) => attributeOf(label, 'for'))).toEqual(fields)
  })

  it('names a language in its own words', () => {
    expect(named(printed(roles), 'option').map(textOf)).toContain('Deutsch')
  })
})
