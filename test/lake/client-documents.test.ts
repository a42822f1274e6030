import {describe, expect, test} from 'vitest'
import {clientOf, failure, lakeWith} from './support/lake.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse', skill: {_ref: 'calm'}},
  {_id: 'drafts.nurse', _type: 'role', title: 'Head Nurse', kpi: {_ref: 'gone', _weak: true}},
  {_id: 'versions.spring.nurse', _type: 'role', title: 'Nurse in spring'},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
]
const connect = () => lakeWith(documents)

describe('documents by id', () => {
  test('come as they are stored, with revision and dates', async () => {
    const {client} = await connect()
    expect(await client.getDocument('drafts.nurse')).toEqual({
      ...documents[1],
      ...{_rev: 'seed', _createdAt: expect.stringMatching(/^\d{4}-.*Z$/), _updatedAt: expect.any(String)},
    })
    expect(await client.getDocument('gone')).toBeUndefined()
    expect(await client.getDocument('nurse', {releaseId: 'spring'})).toMatchObject({title: 'Nurse in spring'})
  })

  test('come in the order asked for, with null for what is missing', async () => {
    const {client} = await connect()
    const found = await client.getDocuments(['calm', 'gone', 'nurse', 'drafts.nurse', 'calm'])
    expect(found.map((document) => document?._id)).toEqual(['calm', undefined, 'nurse', 'drafts.nurse', 'calm'])
    expect(found[1]).toBeNull()
  })

  test('are no drafts without a token', async () => {
    const {lake} = await connect()
    const anybody = clientOf(lake, {token: undefined})
    const found = await anybody.getDocuments(['drafts.nurse', 'versions.spring.nurse', 'nurse'])
    expect(found.map((document) => document?._id)).toEqual([undefined, undefined, 'nurse'])
    const {omitted} = await anybody.request({url: '/data/doc/production/drafts.nurse,gone'})
    expect(omitted).toEqual([
      {id: 'drafts.nurse', reason: 'permission'},
      {id: 'gone', reason: 'existence'},
    ])
  })

  test('can be asked for whether they exist, without their content', async () => {
    const {client} = await connect()
    expect(await client.documentsExists(['nurse', 'gone', 'drafts.nurse'])).toEqual(new Set(['nurse', 'drafts.nurse']))
    const query = {excludeContent: 'true'}
    const {documents: bare} = await client.request({url: '/data/doc/production/nurse', query})
    expect(Object.keys(bare[0])).toEqual(['_id', '_type', '_rev', '_createdAt', '_updatedAt'])
  })

  test('have ids that can be ids', async () => {
    const {client} = await connect()
    const error = await failure(client.request({url: '/data/doc/production/-no,nurse'}))
    expect([error.statusCode, error.message]).toEqual([400, 'Bad Request - Malformed document ID: "-no"'])
  })

  test('are of this project and dataset only', async () => {
    const {lake} = await connect()
    const error = await failure(clientOf(lake, {dataset: 'staging'}).getDocument('nurse'))
    expect([error.statusCode, error.message]).toEqual([404, expect.stringContaining('the dataset "production"')])
  })

  test('need a token that is right, where there is one', async () => {
    const {lake, client} = await connect()
    expect(await failure(clientOf(lake, {token: 'wrong'}).getDocument('nurse'))).toMatchObject({statusCode: 401})
    expect(await client.withConfig({token: lake.token}).getDocument('nurse')).toMatchObject({title: 'Nurse'})
  })
})

describe('the tags of an answer', () => {
  const tagsOf = async (client: Awaited<ReturnType<typeof connect>>['client'], query: string, params = {}) =>
    (await client.fetch(query, params, {perspective: 'drafts', filterResponse: false})).syncTags ?? []

  test('say nothing about content, and are the same for the same question', async () => {
    const {client} = await connect()
    const tags = await tagsOf(client, '*[_type == "role"]')
    for (const tag of tags) expect(tag).toMatch(/^s1:[\w-]+$/)
    expect(await tagsOf(client, '*[_type == "role"]')).toEqual(tags)
  })

  test('differ where the documents are of different types', async () => {
    const {client} = await connect()
    const [roles, skills] = [await tagsOf(client, '*[_type == "role"]'), await tagsOf(client, '*[_type == "skill"]')]
    expect(roles).toHaveLength(1)
    expect(skills).toHaveLength(1)
    expect(roles).not.toEqual(skills)
    expect((await tagsOf(client, '{"a": *[_type == "role"], "b": *[_type == "skill"]}')).sort()).toEqual(
      [...roles, ...skills].sort(),
    )
  })

  test('hold the type of what is referred to, and the id of what is missing', async () => {
    const {client} = await connect()
    const [role] = await tagsOf(client, '*[_type == "role"]')
    const [skill] = await tagsOf(client, '*[_type == "skill"]')
    await client.create({_id: 'cook', _type: 'role', skill: {_type: 'reference', _ref: 'calm'}})
    expect(new Set(await tagsOf(client, '*[_type == "role" && _id == "cook"]{"skill": skill->name}'))).toEqual(
      new Set([role, skill]),
    )
    const missing = await tagsOf(client, '*[_type == "role" && _id == "nurse"]{"kpi": kpi->name}')
    expect(missing).toHaveLength(2)
    expect(missing).toContain(role)
    expect(missing).not.toContain(skill)
    const byId = await tagsOf(client, '*[_id == "gone"][0]')
    expect(missing).toEqual(expect.arrayContaining(byId))
  })

  test('are those of any document, where any document could pass', async () => {
    const {client} = await connect()
    const anything = await tagsOf(client, 'count(*)')
    expect(anything).toHaveLength(1)
    expect(await tagsOf(client, '*[title == "Nurse"]._id')).toEqual(expect.arrayContaining(anything))
    expect(await tagsOf(client, '1 + 1')).toEqual([])
  })
})
