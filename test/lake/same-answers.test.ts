import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {fetchRole, fetchRoles, type Perspective, roleBySlug, roleList, roleSlugs, SourceError} from '../../src/index.ts'
import {type Lake, startLake} from '../../src/lake/index.ts'
import {localSource, type StoredDocument} from '../../src/local.ts'
import {sampleDocuments} from '../content.ts'
import {clientOf} from './support/lake.ts'

const dates = {_createdAt: '2026-01-02T03:04:05Z', _updatedAt: '2026-01-02T03:04:05Z'}
const published: StoredDocument[] = sampleDocuments.map((document) => ({...dates, ...document}))
const roles = published.filter(({_type}) => _type === 'role')
const [first, second] = roles
const skill = published.find(({_type}) => _type === 'skill')
/** The sample, with drafts of two roles, a skill and a new role, and a version in a release. */
const documents = [
  ...published,
  {...first, _id: `drafts.${first?._id}`, _type: 'role', title: 'A draft title', mustHaveSkills: []},
  {...second, _id: `drafts.${second?._id}`, _type: 'role', slug: {_type: 'slug', current: 'another-address'}},
  {...skill, _id: `drafts.${skill?._id}`, _type: 'skill', name: 'A draft skill'},
  {...first, _id: 'drafts.role-new', _type: 'role', title: 'New', slug: {_type: 'slug', current: 'new'}},
  {...first, _id: `versions.spring.${first?._id}`, _type: 'role', title: 'A title for spring'},
]
const slugs = [...roles.map(({slug}) => (slug as {current: string}).current), 'another-address', 'new', 'gone', '']
const perspectives = ['published', 'drafts', 'raw', ['spring']] as const

const local = localSource(documents)
let lake: Lake
let client: SanityClient
beforeAll(async () => {
  lake = await startLake({dataDir: ':memory:', port: 0, seed: () => documents})
  client = clientOf(lake)
})
afterAll(() => lake.close())

/** Revisions are the lake's own. */
const bare = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) => (key === '_rev' ? undefined : value))

async function expectSame(query: string, params: Record<string, unknown>, perspective: Perspective) {
  const [ours, theirs] = await Promise.all([
    local.fetch(query, params, {perspective}),
    client.fetch(query, params, {perspective: perspective as 'published'}),
  ])
  expect(bare(theirs)).toEqual(bare(ours))
  return ours
}

describe.each(perspectives)('a lake and the documents themselves say the same in %j', (perspective) => {
  test.each(slugs)('of the role "%s"', async (slug) => {
    const {query, params} = roleBySlug(slug)
    await expectSame(query, params, perspective)
  })

  test.each([
    ['the list of roles', roleList()],
    ['their addresses', roleSlugs()],
  ])('of %s', async (_, {query, params}) => {
    expect(await expectSame(query, params, perspective)).not.toEqual([])
  })

  test.each([
    '*',
    'count(*)',
    '*[_type == "role"]',
    '*[_type == $type] | order(_id desc)',
    '*[_type == "role"] | order(title asc, _id desc)[0...5].title',
    '*[_type == "role"] | order(title)[2..4]{_id, title, "slug": slug.current}',
    '*[_type == "skill"] | order(name)[-3..-1].name',
    'count(*[_type == "skill" && defined(statement)])',
    '*[_type == "skill"]{_id, "used": count(*[_type == "role" && references(^._id)])} | order(used desc, _id)[0...10]',
    '*[_type == "kpi"][0...10]{_id, "roles": *[references(^._id)] | order(_id)._id}',
    '*[references($id)] | order(_id){_id, _type}',
    '*[_type == "role"]{title, "skills": mustHaveSkills[].skill->name} | order(title)',
    '*[_type == "role"]{title, "tools": count(tools), "kpis": kpis[]->{name}} | order(title)[0...4]',
    '*[_type == "role" && slug.current == $slug][0].title',
    '*[slug.current == $slug]{_id, _originalId}',
    '*[_id == $id][0]',
    '*[_id in [$id, "gone"]]._id',
    '*[_id in path("drafts.**")]._id',
    '*[title match "*engineer*"] | order(_id).title',
    '*[[@] match text::query($words)] | order(_id)._id',
    '*[_type == "role" && !(_id in *[_type == "role"] | order(_id)[0...5]._id)]._id',
    'array::unique(*[]._type) | order(@)',
    '{"roles": count(*[_type == "role"]), "skills": count(*[_type == "skill"]), "all": count(*)}',
    '*[_type == "role"] | score(title match "data*") | order(_score desc, _id)[0...3]{title, _score}',
    '*[_type == "person"]{..., "roles": *[_type == "role" && references(^._id)]{title, "author": ^.name}}',
    '*[_type == "role"]{"levels": levels[minYears > 2]{level, minYears}} [0...6]',
    'select(count(*[_type == "role"]) > 3 => "many", "few")',
    '*[_type == "role" && dateTime(_updatedAt) > dateTime("2026-02-01T00:00:00Z")] | order(_updatedAt, _id)._id',
    '*[_type in ["kpi", "tool"]] | order(_type, name)[0...$n]{_type, name}',
    'math::sum(*[_type == "role"].levels[].minYears)',
    '*[_type == "role"][0]{"plain": pt::text(summary)}',
    '*[_type == "role"] | order(lower(title)) [$from...$to]{_id}',
    '$missing == null',
  ])('to %s', async (query) => {
    const params = {type: 'tool', id: skill?._id, slug: slugs[0], words: 'data', n: 5, from: 1, to: 3, missing: null}
    await expectSame(query, params, perspective)
  })
})

describe('roles come through the real client as from the documents themselves', () => {
  test.each(['published', 'drafts'] as const)('all of them, %s', async (perspective) => {
    expect(await fetchRoles(client, {perspective})).toEqual(await fetchRoles(local, {perspective}))
  })

  test.each(['published', 'drafts'] as const)('one by one, %s', async (perspective) => {
    const listed = await fetchRoles(client, {perspective})
    expect(listed.length).toBeGreaterThan(10)
    for (const {slug} of listed) {
      const role = await fetchRole(client, slug ?? '', {perspective})
      expect(role).toEqual(await fetchRole(local, slug ?? '', {perspective}))
    }
  })

  test('and one that is not there tells the nearest', async () => {
    const slug = `${slugs[0]}x`
    await expect(fetchRole(client, slug)).rejects.toThrow(`Did you mean "${slugs[0]}"`)
  })

  test('and a client that may not see drafts is told so', async () => {
    const anybody = clientOf(lake, {token: undefined})
    expect(await fetchRoles(anybody)).toEqual(await fetchRoles(local))
    await expect(fetchRoles(anybody, {perspective: 'drafts'})).rejects.toThrow(SourceError)
  })

  test('with the dates the documents had', async () => {
    expect(await client.fetch('*[_id == $id][0]{_createdAt, _updatedAt}', {id: first?._id})).toEqual({
      ...{_createdAt: first?._createdAt, _updatedAt: first?._updatedAt},
    })
  })
})
