import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {safePath} from '../../src/preview/draft-mode/safe-path.ts'
import {get, linkWith, personal, site, siteWith} from './support/site.ts'

const runs = Number(process.env.RUNS ?? 2000)
const local = 'http://localhost:3000'

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil',
  '\\/evil.example',
  '/\\/evil.example',
  'https:evil',
  'https:/evil.example',
  'https://evil.example/x',
  'HTTPS://evil.example',
  'http://localhost//evil.example/x',
  'http://localhost:3000//evil.example/x',
  '/.//evil.example/x',
  '/./\\evil.example/x',
  '/a/..//evil.example/x',
  '/a/../\\evil.example/x',
  '/%2e//evil.example/x',
  '/a/%2e%2e//evil.example/x',
  '/a/.%2E//evil.example/x',
  '/%2f%2fevil',
  '/%2fevil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/\t/evil',
  '/\n/evil',
  '/\r\nSet-Cookie:a=b',
  '/x\r\nSet-Cookie:a=b',
  '/\0/evil',
  '\t//evil',
  ' //evil',
  '/x\u2028//evil',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'evil.example',
  '@evil.example',
  '.evil.example',
  ':80/x',
  '?next=//evil',
  '#//evil',
  '',
  ' ',
  'https://roles.example@evil.example/',
  'http://[::1',
]

const within: [string, string][] = [
  ['/', '/'],
  ['/roles/data-engineer', '/roles/data-engineer'],
  ['/roles/data-engineer?tab=text#kpis', '/roles/data-engineer?tab=text#kpis'],
  ['/a/../b', '/b'],
  ['/a//b', '/a//b'],
  ['/rollen/qualitätsprüfer', '/rollen/qualit%C3%A4tspr%C3%BCfer'],
  ['/a b', '/a%20b'],
  ['/?next=//evil.example', '/?next=//evil.example'],
  ['/x#//evil.example', '/x#//evil.example'],
  ['/@evil.example', '/@evil.example'],
  ['/x%0d%0aSet-Cookie:a=b', '/x%0d%0aSet-Cookie:a=b'],
  ['/100%', '/100%'],
  ['/a?sanity-preview-perspective=rSpring&b=1', '/a?b=1'],
]

describe('a redirect', () => {
  it.each(elsewhere)('to %j leads to the start', async (path) => {
    for (const origin of [site, local]) expect(safePath(path, origin)).toBe('/')
    const answer = await siteWith().enable(get(linkWith(['secret', personal], ['pathname', path])))
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/'])
    const left = await siteWith().disable(get(linkWith(['pathname', path])))
    expect([left.status, left.headers.get('location')]).toEqual([303, '/'])
  })

  it.each(['/', '//'])('of 100 KB leads to the start, after %s', async (start) => {
    const path = start + 'a'.repeat(100_000)
    expect(safePath(path, site)).toBe('/')
    const answer = await siteWith().enable(get(linkWith(['secret', personal], ['pathname', path])))
    expect(answer.headers.get('location')).toBe('/')
  })

  it('with half a character leads to the start', () => {
    expect(safePath('/\ud800', site)).toBe('/')
  })

  it('is not led astray by line breaks that were escaped for the link', async () => {
    const link = `${site}/api/draft?sanity-preview-secret=${personal}&sanity-preview-pathname=/x%0d%0aSet-Cookie:a=b`
    const answer = await siteWith().enable(get(link))
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.getSetCookie()).toHaveLength(1)
  })

  it.each(within)('to %j leads to %j', async (path, expected) => {
    expect(safePath(path, site)).toBe(expected)
    const answer = await siteWith().enable(get(linkWith(['secret', personal], ['pathname', path])))
    expect(answer.headers.get('location')).toBe(expected)
  })

  it.each([
    `/a?sanity-preview-secret=${personal}`,
    `/a?x=1&sanity-preview-secret=${personal}&sanity-preview-pathname=/b`,
    `/a?x=${personal}`,
    `/${personal}`,
    `/a#${personal}`,
    `/%5AGU0${personal.slice(4)}`,
  ])('to %s does not take the secret along', async (path) => {
    const answer = await siteWith().enable(get(linkWith(['secret', personal], ['pathname', path])))
    expect(answer.status).toBe(307)
    expect(decodeURIComponent(answer.headers.get('location') ?? '')).not.toContain(personal)
  })

  it('goes nowhere because a header says so', async () => {
    const headers = {
      'X-Forwarded-Host': 'evil.example',
      Host: 'evil.example',
      Referer: 'https://evil.example/',
      'X-Original-URL': '//evil',
    }
    const answer = await siteWith().enable(get(linkWith(['secret', personal], ['pathname', '/a']), headers))
    expect(answer.headers.get('location')).toBe('/a')
    expect((await siteWith().disable(get(linkWith(), headers))).headers.get('location')).toBe('/')
  })

  it('never leaves the site, whatever the path is made of', () => {
    const pieces = [
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      ':',
      '@',
      '?',
      '#',
      '\t',
      '\n',
      '\0',
      'evil.example',
      'https',
      'a',
      ' ',
      '\u2028',
      '\u3002',
      '%',
      '\ud83d',
      ';',
      '//',
      '[',
      ']',
      'javascript:',
    ]
    const made = fc.array(fc.constantFrom(...pieces), {maxLength: 12}).map((parts) => parts.join(''))
    const slashed = made.map((path) => `/${path}`)
    const mild = pieces.filter((piece) => /^[!-~]+$/.test(piece) && piece !== '\\')
    const tame = fc.array(fc.constantFrom(...mild), {maxLength: 8}).map((parts) => `/a${parts.join('')}`)
    const path = fc.oneof(slashed, made, tame, tame, fc.string({unit: 'binary', maxLength: 40}), fc.webUrl())
    let kept = 0
    fc.assert(
      fc.property(path, fc.constantFrom(site, local), (asked, origin) => {
        const location = safePath(asked, origin)
        if (location !== '/') kept += 1
        expect(new URL(location, origin).origin).toBe(origin)
        expect(location).toMatch(/^\/(?![/\\])/)
        expect(decoded(location)).toMatch(/^\/(?![/\\])/)
        expect(location).toMatch(/^[!-~]*$/)
        expect(new Headers({Location: location}).get('location')).toBe(location)
        // A browser, and a server on the way that tidies the path, both come to the site.
        expect(new URL(new URL(location, origin).pathname, origin).origin).toBe(origin)
      }),
      {numRuns: runs},
    )
    expect(kept).toBeGreaterThan(runs / 20)
  })

  it('leads to any plain path as it is', () => {
    const segment = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
    fc.assert(
      fc.property(fc.array(segment, {minLength: 1, maxLength: 5}), (segments) => {
        const path = `/${segments.join('/')}`
        expect(safePath(path, site)).toBe(path)
      }),
    )
  })
})

function decoded(location: string): string {
  try {
    return decodeURIComponent(location)
  } catch {
    return location
  }
}
