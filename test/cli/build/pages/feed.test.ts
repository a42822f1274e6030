import {describe, expect, it} from 'vitest'
import {feed} from '../../../../src/cli/build/pages/feed.ts'
import {entry, siteFor} from './entries.ts'

const site = siteFor([entry()])
const idsIn = (text: string | null) => [...(text ?? '').matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)

describe('the feed', () => {
  it('has the fifty roles that were changed last, the latest first', () => {
    const many = Array.from({length: 60}, (_, index) =>
      entry({slug: `role-${index}`, updatedAt: new Date(Date.UTC(2026, 0, 1 + ((index * 7) % 60))).toISOString()}),
    )
    const text = feed(many, site)
    const times = [...(text ?? '').matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time]) => time ?? '')
    expect(times).toHaveLength(51)
    expect(times[0]).toBe('2026-03-01T00:00:00Z')
    expect(times.slice(1)).toEqual(times.slice(1).toSorted().reverse())
    expect(feed(many.toReversed(), site)).toBe(text)
  })

  it('knows a role by its document, whatever it is called', () => {
    const renamed = entry({id: 'role-baker', slug: 'pastry-chef', title: 'Pastry Chef'})
    expect(idsIn(feed([entry()], site))).toEqual(['https://example.com/roles/', 'https://example.com/#role-baker'])
    expect(idsIn(feed([renamed], site))).toEqual(idsIn(feed([entry()], site)))
  })

  it('cannot be made without the address of the site, nor without a role', () => {
    expect(feed([entry()], {...site, siteUrl: null})).toBeNull()
    expect(feed([], site)).toBeNull()
    expect(feed([entry({updatedAt: ''}), entry({url: null})], site)).toBeNull()
  })
})
