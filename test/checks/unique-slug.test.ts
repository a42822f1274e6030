import {expect, test} from 'vitest'
import {localSource} from '../../src/local.ts'
import {isUniqueSlug} from '../../studio/plugin/schema/unique-slug.ts'

const role = (_id: string, language?: string) => ({_id, _type: 'role', slug: {current: 'nurse'}, language})

/** Asked as a Studio asks, of a dataset in memory. */
function isUnique(document: ReturnType<typeof role>, others: object[]): Promise<boolean> {
  const source = localSource([...others, document] as never)
  const client = {
    withConfig: ({perspective}: {perspective: 'raw'}) => ({
      fetch: (query: string, params: Record<string, unknown>) => source.fetch(query, params, {perspective}),
    }),
  }
  return isUniqueSlug('nurse', {document, getClient: () => client})
}

const settings = (language?: string) => ({_id: 'siteSettings', _type: 'siteSettings', language})

test.each([
  ['no other role has it', [], true],
  ['another role has it', [role('b')], false],
  ['a draft of another role has it', [role('drafts.b')], false],
  ['its own published version has it', [role('a')], true],
  ['its own version in a release has it', [role('versions.r1.a')], true],
  ['one in another language has it, and the site has none', [role('b', 'de'), settings()], false],
  ['one in another language has it, and the site has one', [role('b', 'de'), settings('en')], true],
  ['one in the same language has it, and the site has one', [role('b', 'EN'), settings('de')], false],
])('a slug is free or not where %s', async (_, others, expected) => {
  expect(await isUnique(role('drafts.a', 'en'), others)).toBe(expected)
})
