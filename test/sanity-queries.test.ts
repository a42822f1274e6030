import {createClient} from '@sanity/client'
import {describe, expect, expectTypeOf, it} from 'vitest'
import {
  fetchRole,
  type Role,
  type RoleDraft,
  type RoleListing,
  type RoleprintQueries,
  type revisionsQuery,
  roleById,
  roleByIdQuery,
  roleBySlug,
  roleList,
  roleListQuery,
  rolePage,
  roleQuery,
  roleSlugs,
  roleSlugsQuery,
  rolesById,
  rolesByIdQuery,
  rolesUsing,
  rolesUsingQuery,
  siteSettingsQuery,
  type Unparsed,
} from '../src/index.ts'
import {sampleSource} from './content.ts'

const client = createClient({projectId: 'abc123', dataset: 'production', apiVersion: '2025-02-19', useCdn: true})
const slug = 'data-engineer'

// Only the compiler reads what is asked here; nothing is sent.
const asked = () => ({
  role: client.fetch(roleQuery, {slug}),
  byId: client.fetch(roleByIdQuery, {id: 'a'}),
  byIds: client.fetch(rolesByIdQuery, {ids: ['a']}),
  list: client.fetch(roleListQuery),
  using: client.fetch(rolesUsingQuery, {id: 'a'}),
  slugs: client.fetch(roleSlugsQuery),
  settings: client.fetch(siteSettingsQuery),
  unknown: client.fetch('*[_type == "post"]'),
  own: client.fetch<{a: 1}>(roleQuery as string),
})
type Answers = {[Name in keyof ReturnType<typeof asked>]: Awaited<ReturnType<typeof asked>[Name]>}

describe('a client of the site', () => {
  it('knows what each question is answered', () => {
    expectTypeOf<Answers['role']>().toEqualTypeOf<Unparsed<Role> | null>()
    expectTypeOf<Answers['byId']>().toEqualTypeOf<Unparsed<Role> | null>()
    expectTypeOf<Answers['byIds']>().toEqualTypeOf<Unparsed<Role>[]>()
    expectTypeOf<Answers['list']>().toEqualTypeOf<Unparsed<RoleListing>[]>()
    expectTypeOf<Answers['using']>().toEqualTypeOf<Unparsed<RoleListing>[]>()
    expectTypeOf<Answers['slugs']>().toEqualTypeOf<string[]>()
    expectTypeOf<Answers['settings']>().toEqualTypeOf<Unparsed<NonNullable<Role['site']>> | null>()
    expectTypeOf<NonNullable<Answers['role']>['title']>().toEqualTypeOf<string | null>()
    expectTypeOf<NonNullable<Answers['role']>['author']>().not.toBeAny()
  })

  it('is told nothing of other questions', () => {
    expectTypeOf<Answers['unknown']>().toBeAny()
    expectTypeOf<Answers['own']>().toEqualTypeOf<{a: 1}>()
  })

  it('may not take an answer for a role that was read', () => {
    // @ts-expect-error: a list may hold `null`, which a page does not expect.
    const page = (answer: NonNullable<Answers['role']>) => rolePage(answer)
    // @ts-expect-error: nothing has checked that there is a title.
    const title = (answer: NonNullable<Answers['role']>): string => answer.title
    // @ts-expect-error: there may be no such role.
    const id = (answer: Answers['role']) => answer._id
    expect([page, title, id]).toHaveLength(3)
  })
})

it('an answer holds whatever a role or a draft may hold', async () => {
  expectTypeOf<Role>().toExtend<Unparsed<Role>>()
  expectTypeOf<RoleDraft>().toExtend<Unparsed<Role>>()
  const parsed: Role | null = roleBySlug(slug).parse(
    await sampleSource.fetch(roleQuery, {slug}, {perspective: 'published'}),
  )
  expect(parsed).toEqual(await fetchRole(sampleSource, slug))
})

it('every question that is exported has its answer, under the very text that is sent', () => {
  expectTypeOf<keyof RoleprintQueries>().toEqualTypeOf<
    | typeof roleQuery
    | typeof roleByIdQuery
    | typeof rolesByIdQuery
    | typeof roleListQuery
    | typeof rolesUsingQuery
    | typeof roleSlugsQuery
    | typeof revisionsQuery
    | typeof siteSettingsQuery
  >()
  // A text that the compiler does not know letter by letter would be any text, and so the key of every query.
  expectTypeOf<string>().not.toExtend<keyof RoleprintQueries>()
  const sent = [roleBySlug('a'), roleById('a'), rolesById(['a']), roleList(), rolesUsing('a'), roleSlugs()]
  expect(sent.map(({query}) => query)).toEqual([
    ...[roleQuery, roleByIdQuery, rolesByIdQuery, roleListQuery, rolesUsingQuery, roleSlugsQuery],
  ])
})
