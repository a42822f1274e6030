import {describe, expect, it} from 'vitest'
import {robots} from '../../../../src/cli/build/pages/robots.ts'
import {sitemaps} from '../../../../src/cli/build/pages/sitemaps.ts'
import {entry, siteFor} from './entries.ts'

const site = siteFor([])
const locations = (text: string) => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location]) => location)

describe('the site map', () => {
  it('has the list and every role, and when each was changed', () => {
    const [map, ...others] = sitemaps(
      [entry(), entry({slug: 'smith', updatedAt: '2026-05-01T09:00:00.250+02:00'})],
      site,
    )
    expect(others).toEqual([])
    expect(map).toEqual({
      name: 'sitemap.xml',
      text: [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        '<url><loc>https://example.com/roles/</loc><lastmod>2026-05-01T07:00:00Z</lastmod></url>',
        '<url><loc>https://example.com/roles/baker/</loc><lastmod>2026-04-12T08:40:11Z</lastmod></url>',
        '<url><loc>https://example.com/roles/smith/</loc><lastmod>2026-05-01T07:00:00Z</lastmod></url>',
        '</urlset>',
        '',
      ].join('\n'),
    })
  })

  it('leaves out a time that is none, and a role without an address', () => {
    const [map] = sitemaps([entry({updatedAt: 'yesterday'}), entry({slug: 'smith', url: null})], site)
    expect(locations(map?.text ?? '')).toEqual(['https://example.com/roles/', 'https://example.com/roles/baker/'])
    expect(map?.text).not.toContain('lastmod')
  })

  it('is one file for 50,000 addresses, and one of files beyond', () => {
    const many = Array.from({length: 50_000}, (_, index) => entry({slug: `role-${index}`}))
    expect(sitemaps(many.slice(1), site).map(({name}) => name)).toEqual(['sitemap.xml'])

    const [index, ...parts] = sitemaps(many, site)
    expect(index?.text).toContain('<sitemapindex ')
    expect(index?.text).toContain('<lastmod>2026-04-12T08:40:11Z</lastmod>')
    expect(locations(index?.text ?? '')).toEqual([
      'https://example.com/sitemap-1.xml',
      'https://example.com/sitemap-2.xml',
    ])
    expect(parts.map(({name}) => name)).toEqual(['sitemap-1.xml', 'sitemap-2.xml'])
    const listed = parts.map(({text}) => locations(text))
    expect(listed.map(({length}) => length)).toEqual([50_000, 1])
    expect(new Set(listed.flat()).size).toBe(50_001)
  })

  it('cannot be made without the address of the site', () => {
    expect(sitemaps([entry()], {...site, siteUrl: null})).toEqual([])
  })
})

describe('robots.txt', () => {
  it('lets everything be read, and says where the site map is', () => {
    expect(robots(site)).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.com/sitemap.xml\n')
    expect(robots({...site, siteUrl: null})).toBe('User-agent: *\nAllow: /\n')
  })
})
