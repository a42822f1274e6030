import {expect, it} from 'vitest'
import {notFoundPage} from '../../../../src/cli/build/pages/not-found-page.ts'
import {attributeOf, elementsOf, headOf, named, shapeOf, textOf} from './elements.ts'
import {hostileTexts, siteFor} from './entries.ts'
import {faultsIn} from './faults.ts'

const site = siteFor([])

it('finds everything from the root, since it is served anywhere', () => {
  const addresses = (siteUrl: string | null) => {
    const elements = elementsOf(notFoundPage({...site, siteUrl}))
    return [...named(elements, 'link'), ...named(elements, 'a')].map((element) => attributeOf(element, 'href'))
  }
  const under = (root: string) => [`${root}roleprint.css`, `${root}roles.css`, '#roleprint-content', `${root}roles/`]
  expect(addresses('https://example.com')).toEqual(under('/'))
  expect(addresses('https://example.com/careers')).toEqual(under('/careers/'))
  expect(addresses(null)).toEqual(under('/'))
})

it('is left out by search engines', () => {
  const head = headOf(elementsOf(notFoundPage(site)))
  expect(head).toMatchObject({robots: 'noindex'})
  expect(head).not.toHaveProperty('canonical')
})

it('speaks the language of the site', () => {
  const elements = elementsOf(notFoundPage({...site, language: 'de'}))
  expect(attributeOf(named(elements, 'html')[0], 'lang')).toBe('de')
  expect(textOf(named(elements, 'h1')[0])).toBe('Diese Seite gibt es nicht')
})

it('is valid, and lets no name break out', async () => {
  expect(await faultsIn(notFoundPage(site))).toEqual([])
  const plain = elementsOf(notFoundPage(site)).map(shapeOf)
  for (const organizationName of hostileTexts)
    expect(elementsOf(notFoundPage({...site, organizationName})).map(shapeOf)).toEqual(plain)
})
