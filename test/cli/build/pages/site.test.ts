import {describe, expect, it} from 'vitest'
import {siteOf} from '../../../../src/cli/build/pages/site.ts'
import {entry, settings} from './entries.ts'

describe('what all pages share', () => {
  it('is the site settings', () => {
    expect(siteOf(settings, [entry()])).toEqual({...settings, language: 'en'})
  })

  it('is little while nobody has written them', () => {
    expect(siteOf(null, [])).toEqual({organizationName: null, siteUrl: null, rolesPath: '/roles', language: 'en'})
  })

  it.each([
    ['https://example.com/', 'https://example.com'],
    ['https://example.com/careers//', 'https://example.com/careers'],
    ['https://example.com/?a#b', 'https://example.com'],
    ['http://exämple.com', 'http://xn--exmple-cua.com'],
    ['javascript:alert(1)', null],
    ['//example.com', null],
    ['/roles', null],
    ['', null],
  ])('has the address %s as %s', (siteUrl, expected) => {
    expect(siteOf({...settings, siteUrl}, []).siteUrl).toBe(expected)
  })

  it('speaks the language that most roles are written in, whatever their order', () => {
    const of = (...languages: string[]) =>
      siteOf(
        settings,
        languages.map((language) => ({language})),
      ).language
    expect(of('en', 'de', 'de')).toBe('de')
    expect(of('en', 'de')).toBe(of('de', 'en'))
  })
})
