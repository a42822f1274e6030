import {expect, it} from 'vitest'
import {rolePage, rolePath, toHTML} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

it('is none where no address can hold the slug', () => {
  expect([null, '', '\ud800', 'a\udc00'].map((slug) => rolePath(null, slug))).toEqual([null, null, null, null])
  expect(rolePath(null, 'a b/ä')).toBe('/roles/a%20b%2F%C3%A4')
})

it('leaves a related role of that kind on the page, without a link', () => {
  const role = fullRole((text) => text)
  const html = toHTML(rolePage({...role, relatedRoles: [{_id: 'b', title: 'Half', slug: '\ud800', language: 'en'}]}))
  expect(html).toContain('<li>Half</li>')
})
