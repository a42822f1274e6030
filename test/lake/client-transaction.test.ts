import {describe, expect, test} from 'vitest'
import {cuttable} from './support/cut.ts'
import {heard} from './support/heard.ts'
import {clientOf, failure, kindOf, lakeWith} from './support/lake.ts'

const reference = (_ref: string, more = {}) => ({_type: 'reference', _ref, ...more})
const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse', pay: 1, skill: reference('calm')},
  {_id: 'cook', _type: 'role', title: 'Cook', pay: 2, skill: reference('calm', {_weak: true})},
  {_id: 'baker', _type: 'role', title: 'Baker', pay: 3},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
]
const connect = async () => (await lakeWith(documents)).client
type Client = Awaited<ReturnType<typeof connect>>

const pays = (client: Client) => client.fetch('*[_type == "role"] | order(_id).pay')

describe('a transaction', () => {
  test('carries out all its mutations, each on what the one before has left', async () => {
    const client = await connect()
    const {transactionId, documentIds} = await client
      .transaction()
      .create({_id: 'new', _type: 'role', pay: 1})
      .patch('new', (patch) => patch.inc({pay: 5}))
      .patch(client.patch('new').set({title: 'New'}))
      .createOrReplace({_id: 'cook', _type: 'role', pay: 9})
      .createIfNotExists({_id: 'baker', _type: 'role', pay: 9})
      .delete('nurse')
      .commit()
    expect(documentIds).toEqual(['new', 'new', 'new', 'cook', 'baker', 'nurse'])
    expect(await client.getDocument('new')).toMatchObject({pay: 6, title: 'New', _rev: transactionId})
    expect(await pays(client)).toEqual([3, 9, 6])
  })

  test('answers with ids or documents, of the first or of all', async () => {
    const client = await connect()
    const patch = () => client.patch('nurse').inc({pay: 1})
    expect(await patch().commit()).toMatchObject({_id: 'nurse', pay: 2})
    expect(await patch().commit({returnFirst: false})).toMatchObject([{_id: 'nurse', pay: 3}])
    expect(await patch().commit({returnDocuments: false})).toMatchObject({documentId: 'nurse'})
    const both = client
      .transaction()
      .patch(patch())
      .patch(client.patch('cook').inc({pay: 1}))
    expect(await both.commit({returnDocuments: true})).toMatchObject([
      {_id: 'nurse', pay: 5},
      {_id: 'cook', pay: 3},
    ])
    const again = client
      .transaction()
      .patch(patch())
      .patch(client.patch('cook').inc({pay: 1}))
    expect(await again.commit({returnFirst: true, returnDocuments: false})).toMatchObject({documentId: 'nurse'})
    const mutation = [{patch: {id: 'nurse', inc: {pay: 1}}}]
    const bare = await client.request({url: '/data/mutate/production', method: 'POST', body: {mutations: mutation}})
    expect(bare).toEqual({transactionId: expect.any(String), results: []})
  })

  test('that is only tried writes nothing and tells nobody', async () => {
    const client = await connect()
    const {events, until} = heard(client.listen('*', {}, {events: ['welcome', 'mutation']}))
    await until(1)
    const tried = await client.patch('nurse').set({title: 'x'}).commit({dryRun: true})
    expect(tried).toMatchObject({title: 'x'})
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Nurse', _rev: 'seed'})
    expect(kindOf(await failure(client.create({_id: 'cook', _type: 'role'}, {dryRun: true})))).toBe(
      'documentAlreadyExistsError',
    )
    await client.patch('cook').set({title: 'y'}).commit()
    await until(2)
    expect(events[1]).toMatchObject({documentId: 'cook'})
  })

  test('with one bad mutation of a hundred applies nothing and emits no event', async () => {
    const client = await connect()
    const {events, until} = heard(client.listen('*', {}, {events: ['welcome', 'mutation']}))
    await until(1)
    const transaction = client.transaction()
    for (let n = 0; n < 100; n += 1) transaction.create({_id: n === 73 ? 'cook' : `new-${n}`, _type: 'role'})
    const error = await failure(transaction.commit())
    expect(error.details.items).toMatchObject([{index: 73, error: {type: 'documentAlreadyExistsError', id: 'cook'}}])
    expect(await client.fetch('count(*)')).toBe(documents.length)
    await client.patch('cook').set({title: 'y'}).commit()
    await until(2)
    expect(events[1]).toMatchObject({documentId: 'cook'})
  })

  test('sent twice under one id is carried out once', async () => {
    const client = await connect()
    const send = () =>
      client
        .transaction()
        .patch('nurse', (patch) => patch.inc({pay: 1}))
        .transactionId('once')
        .commit()
    expect(await send()).toMatchObject({transactionId: 'once'})
    const error = await failure(send())
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'transactionAlreadyExistsError'])
    expect(await client.getDocument('nurse')).toMatchObject({pay: 2, _rev: 'once'})
  })

  test('whose answer was lost is known to be carried out when it is sent again', async () => {
    const {lake, client} = await lakeWith(documents)
    const way = await cuttable(lake)
    const cutOff = clientOf({...lake, url: way.url}, {maxRetries: 0})
    const send = () =>
      cutOff
        .transaction()
        .patch('nurse', {inc: {pay: 1}})
        .transactionId('lost')
        .commit()
    way.loseAnswer()
    expect(await failure(send())).not.toHaveProperty('statusCode')
    way.mend()
    const error = await failure(send())
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'transactionAlreadyExistsError'])
    expect(await client.getDocument('nurse')).toMatchObject({pay: 2, _rev: 'lost'})
  })

  test('that failed may be sent again under its id', async () => {
    const client = await connect()
    const send = () => client.transaction().create({_id: 'cook', _type: 'role'}).transactionId('retried').commit()
    expect(kindOf(await failure(send()))).toBe('documentAlreadyExistsError')
    await client.delete('cook')
    expect(await send()).toMatchObject({transactionId: 'retried'})
  })

  test('of many at once loses none', async () => {
    const client = await connect()
    const patches = Array.from({length: 50}, () => client.patch('nurse').inc({pay: 1}).commit({visibility: 'async'}))
    const revisions = (await Promise.all(patches)).map(({_rev}) => _rev)
    expect(new Set(revisions).size).toBe(50)
    expect(await client.getDocument('nurse')).toMatchObject({pay: 51})
  })
})

describe('a query in place of an id', () => {
  test('patches every document it finds', async () => {
    const client = await connect()
    const query = '*[_type == $type && pay >= $least]'
    const {documentIds} = await client
      .patch({query, params: {type: 'role', least: 2}})
      .inc({pay: 10})
      .commit({returnDocuments: false, returnFirst: false})
    expect([...documentIds].sort()).toEqual(['baker', 'cook'])
    expect(await pays(client)).toEqual([13, 12, 1])
  })

  test('patches the documents of a list of ids', async () => {
    const client = await connect()
    expect(await client.patch(['nurse', 'cook', 'gone']).set({pay: 0}).commit()).toHaveLength(2)
    expect(await pays(client)).toEqual([3, 0, 0])
  })

  test('deletes every document it finds, drafts too, and none where there is none', async () => {
    const client = await connect()
    await client.create({_id: 'drafts.nurse', _type: 'role', pay: 1})
    expect(await client.delete({query: '*[_type == "role" && pay < 3][0...10]'})).toMatchObject({
      documentIds: expect.arrayContaining(['nurse', 'drafts.nurse', 'cook']),
    })
    expect(await client.fetch('*[_type == "role"]._id', {}, {perspective: 'raw'})).toEqual(['baker'])
    expect(await client.delete({query: '*[_type == "nothing"]'})).toMatchObject({documentIds: []})
  })

  test('that cannot be read is told as such', async () => {
    const client = await connect()
    expect(await failure(client.delete({query: '*[_type == '}))).toMatchObject({statusCode: 400})
    expect(await client.fetch('count(*)')).toBe(documents.length)
  })
})

describe('a strong reference', () => {
  test('keeps its target from being deleted, and a weak one does not', async () => {
    const client = await connect()
    const error = await failure(client.delete('calm'))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentHasExistingReferencesError'])
    expect(error.message).toContain('Document "calm" cannot be deleted as there are references to it from "nurse"')
    expect(error.details.items[0].error).toMatchObject({id: 'calm', referencingIDs: ['nurse']})
    await client.delete('nurse')
    await client.delete('calm')
    expect(await client.getDocument('cook')).toMatchObject({skill: {_ref: 'calm', _weak: true}})
  })

  test('names everybody who holds it', async () => {
    const client = await connect()
    await client
      .patch('baker')
      .set({list: [{_key: 'a', deep: {skill: reference('calm')}}]})
      .commit()
    const {details} = await failure(client.delete('calm'))
    expect([...details.items[0].error.referencingIDs].sort()).toEqual(['baker', 'nurse'])
  })

  test('needs a target, in a new document and in a patch', async () => {
    const client = await connect()
    for (const refused of [
      client.create({_id: 'new', _type: 'role', skill: reference('gone')}),
      client
        .patch('cook')
        .set({skill: reference('gone')})
        .commit(),
      client.createOrReplace({_id: 'cook', _type: 'role', list: [{_key: 'a', ...reference('gone')}]}),
    ]) {
      const error = await failure(refused)
      expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentReferenceDoesNotExistError'])
      expect(error.message).toContain('references non-existent document "gone"')
    }
    const weak = {_id: 'new', _type: 'role', skill: reference('gone', {_weak: true})}
    expect(await client.create(weak)).toMatchObject({_id: 'new'})
  })

  test('may be satisfied, or given up, in the same transaction', async () => {
    const client = await connect()
    await client
      .transaction()
      .create({_id: 'new', _type: 'role', skill: reference('fast')})
      .create({_id: 'fast', _type: 'skill'})
      .commit()
    await client
      .transaction()
      .delete('calm')
      .patch('nurse', (patch) => patch.unset(['skill']))
      .commit()
    await client.transaction().delete('fast').delete('new').commit()
    expect(await client.fetch('*[_type == "skill"]')).toEqual([])
  })
})
