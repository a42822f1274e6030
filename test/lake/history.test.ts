import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {lakeWith} from './support/lake.ts'

const both = {draftId: 'drafts.nurse', publishedId: 'nurse'}
const action = <Name extends string>(name: Name) => `sanity.action.document.${name}` as const

async function connect() {
  const {lake, client} = await lakeWith([{_id: 'calm', _type: 'skill', name: 'Calm'}])
  const history = async (path: string, token: string | null = lake.token) => {
    const headers: Record<string, string> = token === null ? {} : {Authorization: `Bearer ${token}`}
    const response = await fetch(`${lake.url}/v2025-02-19/data/history/production/${path}`, {headers})
    return {status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text()}
  }
  const lines = async (path: string) =>
    (await history(`transactions/${path}`)).text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  const documents = async (path: string) => JSON.parse((await history(`documents/${path}`)).text).documents
  return {client, history, lines, documents}
}

/** Create, edit, publish, edit, publish, unpublish, delete: each a transaction of that name. */
async function live(client: SanityClient) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  const attributes = {_id: 'drafts.nurse', _type: 'role', title: 'One'}
  const edit = (title: string) => ({actionType: action('edit'), ...both, patch: {set: {title}}}) as const
  const publish = {actionType: action('publish'), ...both} as const
  const steps = {
    create: {actionType: action('create'), publishedId: 'nurse', attributes, ifExists: 'fail'},
    edit: edit('Two'),
    publish,
    again: edit('Three'),
    republish: publish,
    unpublish: {actionType: action('unpublish'), ...both},
    delete: {actionType: action('discard'), draftId: 'drafts.nurse'},
  } as const
  for (const [transactionId, step] of Object.entries(steps)) {
    await client.action(step, {transactionId})
    await pause()
  }
  return Object.keys(steps)
}

describe('the transactions of a document', () => {
  test('come one a line, with who, when and what it was before and after', async () => {
    const {client, history, lines} = await connect()
    const names = await live(client)
    expect(await history('transactions/nurse,drafts.nurse')).toMatchObject({
      ...{status: 200, type: expect.stringContaining('ndjson')},
    })
    const transactions = await lines('nurse,drafts.nurse?excludeContent=true&effectFormat=mendoza')
    expect(transactions.map(({id}) => id)).toEqual(names)
    expect(transactions[0]).toEqual({
      ...{id: 'create', author: 'local', timestamp: expect.stringMatching(/Z$/), mutations: []},
      documentIDs: ['drafts.nurse'],
      effects: {
        'drafts.nurse': {apply: [0, expect.objectContaining({title: 'One', _rev: 'create'})], revert: [0, null]},
      },
    })
    expect(transactions[2]).toMatchObject({
      documentIDs: ['nurse', 'drafts.nurse'],
      effects: {
        nurse: {apply: [0, {title: 'Two', _rev: 'publish'}], revert: [0, null]},
        'drafts.nurse': {apply: [0, null], revert: [0, {title: 'Two', _rev: 'edit'}]},
      },
    })
    const times = transactions.map(({timestamp}) => timestamp)
    expect(times).toEqual([...times].sort())
  })

  test('can be asked for from one to another, the latest first, and so many', async () => {
    const {client, lines} = await connect()
    await live(client)
    const ids = async (query: string) => (await lines(`nurse,drafts.nurse?${query}`)).map(({id}) => id)
    expect(await ids('fromTransaction=publish&toTransaction=republish')).toEqual(['publish', 'again', 'republish'])
    expect(await ids('reverse=true&limit=2')).toEqual(['delete', 'unpublish'])
    expect(await ids('fromTransaction=unpublish')).toEqual(['unpublish', 'delete'])
    expect(await ids('limit=3')).toEqual(['create', 'edit', 'publish'])
  })

  test('are those of the ids asked for', async () => {
    const {client, lines} = await connect()
    await live(client)
    expect((await lines('nurse')).map(({id, documentIDs}) => [id, documentIDs])).toEqual([
      ['publish', ['nurse']],
      ['republish', ['nurse']],
      ['unpublish', ['nurse']],
    ])
    expect(await lines('gone')).toEqual([])
    expect((await lines('calm')).map(({id}) => id)).toEqual(['seed'])
  })

  test('are told to nobody without the token', async () => {
    const {client, history} = await connect()
    await live(client)
    for (const path of ['transactions/nurse', 'documents/nurse', 'events/documents/nurse']) {
      expect(await history(path, null)).toMatchObject({status: 401})
      expect(await history(path, 'wrong')).toMatchObject({status: 401})
    }
  })
})

describe('a document as it was', () => {
  test('at a revision', async () => {
    const {client, documents} = await connect()
    await live(client)
    expect(await documents('nurse?revision=publish')).toMatchObject([{_id: 'nurse', title: 'Two', _rev: 'publish'}])
    expect(await documents('nurse?revision=again')).toMatchObject([{title: 'Two', _rev: 'publish'}])
    expect(await documents('drafts.nurse?revision=create')).toMatchObject([{title: 'One', _rev: 'create'}])
    expect(await documents('drafts.nurse,nurse?revision=again')).toMatchObject([{title: 'Three'}, {title: 'Two'}])
    expect(await documents('nurse?revision=edit')).toEqual([])
    expect(await documents('nurse?revision=nothing')).toEqual([])
  })

  test('at a moment', async () => {
    const {client, lines, documents, history} = await connect()
    await live(client)
    const [publish, republish] = (await lines('nurse')).map(({timestamp}) => timestamp)
    expect(await documents(`nurse?time=${publish}`)).toMatchObject([{title: 'Two'}])
    expect(await documents(`nurse?time=${new Date(Date.parse(republish) - 1).toISOString()}`)).toMatchObject([
      {title: 'Two'},
    ])
    expect(await documents(`nurse?time=${republish}`)).toMatchObject([{title: 'Three'}])
    expect(await documents(`nurse?time=${new Date(Date.parse(publish) - 1).toISOString()}`)).toEqual([])
    expect(await documents('nurse?time=2000-01-01T00:00:00Z')).toEqual([])
    expect(await history('documents/nurse?time=yesterday')).toMatchObject({status: 400})
  })

  test('last, though it is gone', async () => {
    const {client, documents} = await connect()
    await live(client)
    expect(await client.getDocuments(['nurse', 'drafts.nurse'])).toEqual([null, null])
    expect(await documents('nurse?lastRevision=true')).toMatchObject([{title: 'Three', _rev: 'republish'}])
    expect(await documents('drafts.nurse?lastRevision=true')).toMatchObject([{title: 'Three', _rev: 'unpublish'}])
    expect(await documents('gone?lastRevision=true')).toEqual([])
  })

  test('can be written back', async () => {
    const {client, documents} = await connect()
    await live(client)
    const [{_rev, _updatedAt, ...document}] = await documents('nurse?revision=publish')
    await client.createOrReplace(document)
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Two', _createdAt: document._createdAt})
  })
})

describe('the events of a document', () => {
  const events = async (history: Awaited<ReturnType<typeof connect>>['history'], query = '') => {
    const {events, nextCursor} = JSON.parse((await history(`events/documents/nurse${query}`)).text)
    return {events: events.nurse, nextCursor}
  }

  test('tell its life, the latest first', async () => {
    const {client, history} = await connect()
    await live(client)
    const {events: told, nextCursor} = await events(history)
    const known = {documentId: 'nurse', author: 'local', timestamp: expect.stringMatching(/Z$/)}
    const versionId = 'drafts.nurse'
    const publish = {type: 'publishDocumentVersion', ...known, versionId, publishCause: expect.anything()}
    expect(told).toEqual([
      {type: 'deleteDocumentVersion', ...known, versionId, versionRevisionId: 'unpublish'},
      {type: 'unpublishDocument', ...known, versionId, versionRevisionId: 'unpublish'},
      {...publish, revisionId: 'republish', versionRevisionId: 'again'},
      {type: 'createDocumentVersion', ...known, versionId, versionRevisionId: 'again'},
      {...publish, revisionId: 'publish', versionRevisionId: 'edit'},
      {type: 'createDocumentVersion', ...known, versionId, versionRevisionId: 'create'},
    ])
    expect(nextCursor).toBe('')
  })

  test('come in parts, one after another without a gap', async () => {
    const {client, history} = await connect()
    await live(client)
    const {events: all} = await events(history)
    const parts: unknown[] = []
    let cursor = ''
    do {
      const part = await events(history, `?limit=2${cursor && `&nextCursor=${cursor}`}`)
      parts.push(...part.events)
      cursor = part.nextCursor
    } while (cursor !== '')
    expect(parts).toEqual(all)
  })

  test('are told of a document that was written past its draft, and deleted with it', async () => {
    const {client, history} = await connect()
    await client.create({_id: 'nurse', _type: 'role'})
    await client.patch('nurse').set({title: 'x'}).commit()
    await client.action({actionType: action('delete'), publishedId: 'nurse', includeDrafts: []})
    const {events: told} = await events(history)
    expect(told.map(({type}: {type: string}) => type)).toEqual([
      ...['deleteDocumentGroup', 'updateLiveDocument', 'createLiveDocument'],
    ])
  })
})

test('the first version of what a lake began with is found by its revision, as the Studio asks for it', async () => {
  const {documents, lines} = await connect()
  const [{id}] = await lines('calm')
  expect(await documents(`drafts.calm?revision=${id}`)).toMatchObject([{_id: 'calm', name: 'Calm'}])
  expect(await documents(`drafts.other?revision=${id}`)).toEqual([])
})

test('what was published at a revision stands for its draft, and is told once where both are asked for', async () => {
  const {client, documents} = await connect()
  expect(await documents('calm,drafts.calm?revision=seed')).toMatchObject([{_id: 'calm', _rev: 'seed'}])
  expect(await documents('calm,drafts.calm?revision=seed')).toHaveLength(1)
  await live(client)
  expect(await documents('nurse,drafts.nurse?revision=publish')).toMatchObject([{_id: 'nurse', _rev: 'publish'}])
  expect(await documents('drafts.nurse?revision=edit')).toMatchObject([{_id: 'drafts.nurse', title: 'Two'}])
})
