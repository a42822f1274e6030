import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {alternates, type RoleDraft, roleUrl} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {hostileText} from '../arbitrary/text.ts'

const runs = Number(process.env.RUNS ?? 1000)
const site = {organizationName: null, siteUrl: 'https://example.com', rolesPath: '/roles', language: null}
const plain = fullRole((text) => text)
const role = (language: string | null, slug: string | null, changed: Partial<RoleDraft> = {}): RoleDraft => ({
  ...plain,
  ...{language, slug, site},
  ...changed,
})
const english = role('en', 'data-engineer')
const german = role('de-de', 'dateningenieur')

describe('the languages of a page', () => {
  it('are all of them, each with its address in full, and the first for everybody else', () => {
    expect(alternates([english, german])).toEqual([
      {hreflang: 'en', href: 'https://example.com/roles/data-engineer'},
      {hreflang: 'de-DE', href: 'https://example.com/roles/dateningenieur'},
      {hreflang: 'x-default', href: 'https://example.com/roles/data-engineer'},
    ])
    expect(alternates([german, english]).at(-1)?.href).toBe('https://example.com/roles/dateningenieur')
  })

  it.each([
    ['one has no slug', role('fr', null)],
    ['one has an empty slug', role('fr', '')],
    ['one has a slug that no address can hold', role('fr', '\ud800')],
    ['one has no language', role(null, 'ingenieur')],
    ['one has a language that is none', role('x-default', 'ingenieur')],
    ['one has a site without an address', role('fr', 'ingenieur', {site: {...site, siteUrl: null}})],
    ['one has a site that is no web address', role('fr', 'ingenieur', {site: {...site, siteUrl: 'javascript:a()'}})],
    ['one has no site', role('fr', 'ingenieur', {site: null})],
    ['one is there twice', english],
    ['one has the language of another', role('EN', 'ingenieur')],
    ['one has the address of another', role('fr', 'data-engineer')],
  ])('leave out a role where %s', (_, other) => {
    const both = alternates([english, german])
    expect(alternates([english, german, other])).toEqual(both)
    expect(alternates([english, other, german])).toEqual(both)
  })

  it('are none where there is one language only', () => {
    expect([alternates([]), alternates([english]), alternates([english, english])]).toEqual([[], [], []])
  })

  it('are each language and each address once, whatever is written', () => {
    const text = fc.oneof(hostileText, fc.constantFrom('en', 'EN', 'de', 'de-CH', 'a', 'b'))
    const roles = fc.array(
      fc.record({language: fc.option(text), slug: fc.option(text)}).map(({language, slug}) => role(language, slug)),
    )
    fc.assert(
      fc.property(roles, (given) => {
        const list = alternates(given)
        const languages = list.slice(0, -1)
        expect(new Set(list.map(({hreflang}) => hreflang)).size).toBe(list.length)
        expect(new Set(languages.map(({href}) => href)).size).toBe(languages.length)
        expect(list.length === 0 || languages.length >= 2).toBe(true)
        if (list.length > 0) expect(list.at(-1)).toEqual({hreflang: 'x-default', href: languages[0]?.href})
        for (const {hreflang, href} of languages) {
          expect(Intl.getCanonicalLocales(hreflang)).toEqual([hreflang])
          expect(given.map(roleUrl)).toContain(href)
        }
      }),
      {numRuns: runs},
    )
  })
})
