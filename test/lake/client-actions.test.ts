import type {Action, SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {heard} from './support/heard.ts'
import {failure, kindOf, lakeWith} from './support/lake.ts'

const dates = {_createdAt: '2026-01-02T03:04:05Z', _updatedAt: '2026-01-02T03:04:05Z'}
const nurse = {_id: 'nurse', _type: 'role', title: 'Nurse', ...dates}
const draft = {...nurse, _id: 'drafts.nurse', title: 'Head Nurse'}
const pair = {draftId: 'drafts.nurse', publishedId: 'nurse'}
const connect = async (...documents: object[]) => (await lakeWith(documents)).client

const name = <Name extends string>(short: Name) => `sanity.action.document.${short}` as const
const ids = (client: SanityClient) => client.fetch('*[] | order(_id)._id', {}, {perspective: 'raw'})
const refusal = async (client: SanityClient, action: object) => {
  const error = await failure(client.action(action as Action))
  return [error.statusCode, error.details.type, kindOf(error)]
}

describe('create', () => {
  const attributes = {_id: 'drafts.cook', _type: 'role', title: 'Cook'}
  const create = {actionType: name('create'), publishedId: 'cook', attributes, ifExists: 'fail'} as const

  test('makes a draft, once, under the transaction that was named', async () => {
    const client = await connect()
    expect(await client.action(create, {transactionId: 'tx-1'})).toEqual({transactionId: 'tx-1'})
    expect(await client.getDocument('drafts.cook')).toMatchObject({...attributes, _rev: 'tx-1'})
    expect(await refusal(client, create)).toEqual([409, 'actionError', 'documentAlreadyExistsError'])
    await client.action({...create, ifExists: 'ignore', attributes: {...attributes, title: 'Other'}})
    expect(await client.getDocument('drafts.cook')).toMatchObject({title: 'Cook', _rev: 'tx-1'})
  })

  test('refuses a draft of another document', async () => {
    const client = await connect()
    const other = {...create, publishedId: 'nurse'}
    expect(await refusal(client, other)).toEqual([400, 'actionError', 'invalidDocumentIdError'])
  })
})

describe('edit', () => {
  const edit = (patch: object) => ({actionType: name('edit'), ...pair, patch}) as const

  test('makes the draft of what is published first, and leaves that as it is', async () => {
    const client = await connect(nurse)
    await client.action(edit({set: {title: 'Head Nurse'}}))
    expect(await client.getDocument('drafts.nurse')).toMatchObject({title: 'Head Nurse', _type: 'role'})
    expect(await client.getDocument('nurse')).toEqual({...nurse, _rev: 'seed'})
  })

  test('changes the draft there is', async () => {
    const client = await connect(nurse, draft)
    const {transactionId} = await client.action(edit({setIfMissing: {title: 'x', pay: 1}}))
    expect(await client.getDocument('drafts.nurse')).toMatchObject({
      ...{title: 'Head Nurse', pay: 1, _rev: transactionId, _createdAt: dates._createdAt},
    })
  })

  test('that does nothing still makes the draft, and tells listeners', async () => {
    const client = await connect(nurse)
    const options = {events: ['welcome', 'mutation'], includeAllVersions: true} as const
    const {until} = heard(client.listen('*', {}, options as object))
    await until(1)
    const {transactionId} = await client.action(edit({unset: ['_empty_action_guard_pseudo_field_']}))
    const draftNow = await client.getDocument('drafts.nurse')
    expect(draftNow).toMatchObject({title: 'Nurse', _rev: transactionId})
    const [, event] = await until(2)
    expect(event).toMatchObject({documentId: 'drafts.nurse', transactionId, transition: 'appear', result: draftNow})
    await client.action(edit({unset: ['_empty_action_guard_pseudo_field_']}))
    expect((await until(3))[2]).toMatchObject({documentId: 'drafts.nurse', previousRev: transactionId})
  })

  test('needs one of the two documents', async () => {
    const client = await connect()
    expect((await refusal(client, edit({set: {a: 1}}))).slice(1)).toEqual(['actionError', 'documentNotFoundError'])
    expect(await ids(client)).toEqual([])
  })
})

describe('publish', () => {
  const publish = {actionType: name('publish'), ...pair} as const

  test('puts the draft in the place of the published document, which stays as old as it was', async () => {
    const client = await connect(nurse, {...draft, _createdAt: '2026-05-05T00:00:00Z'})
    const {transactionId} = await client.action(publish)
    const published = await client.getDocument('nurse')
    expect(published).toMatchObject({title: 'Head Nurse', _rev: transactionId, _createdAt: dates._createdAt})
    expect((published?._updatedAt ?? '') > dates._updatedAt).toBe(true)
    expect(await ids(client)).toEqual(['nurse'])
  })

  test('publishes what was never published', async () => {
    const client = await connect(draft)
    await client.action(publish)
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Head Nurse', _createdAt: dates._createdAt})
  })

  test.each([
    ['the draft', {ifDraftRevisionId: 'other'}],
    ['what is published', {ifPublishedRevisionId: 'other'}],
  ])('is refused where %s is of another revision than was named', async (_, revision) => {
    const client = await connect(nurse, draft)
    const conflict = [409, 'actionError', 'documentRevisionIDDoesNotMatchError']
    expect(await refusal(client, {...publish, ...revision})).toEqual(conflict)
    expect(await ids(client)).toEqual(['drafts.nurse', 'nurse'])
    await client.action({...publish, ifDraftRevisionId: 'seed', ifPublishedRevisionId: 'seed'})
    expect(await ids(client)).toEqual(['nurse'])
  })

  test('needs a draft', async () => {
    expect((await refusal(await connect(nurse), publish)).at(-1)).toBe('documentNotFoundError')
  })

  test('makes references strong that were weak for want of a published target', async () => {
    const waiting = (_ref: string, weak?: boolean) => ({
      ...{_type: 'reference', _ref, _weak: true},
      _strengthenOnPublish: {type: 'skill', template: {id: 'skill'}, ...(weak && {weak})},
    })
    const refs = {skill: waiting('calm'), list: [{_key: 'k', skill: waiting('calm', true)}]}
    const always = {_type: 'reference', _ref: 'calm', _weak: true}
    const client = await connect({_id: 'calm', _type: 'skill'}, {...draft, ...refs, always})
    await client.action(publish)
    expect(await client.getDocument('nurse')).toMatchObject({
      ...{skill: {_type: 'reference', _ref: 'calm'}, always},
      list: [{_key: 'k', skill: {_type: 'reference', _ref: 'calm', _weak: true}}],
    })
    const published = JSON.stringify(await client.getDocument('nurse'))
    expect(published).not.toContain('_strengthenOnPublish')
    expect(published.match(/"_weak":true/g)).toHaveLength(2)
    expect(kindOf(await failure(client.delete('calm')))).toMatch(/References?Error$/)
  })
})

describe('unpublish', () => {
  const unpublish = {actionType: name('unpublish'), ...pair} as const

  test('makes a draft of what was published', async () => {
    const client = await connect(nurse)
    await client.action(unpublish)
    expect(await ids(client)).toEqual(['drafts.nurse'])
    expect(await client.getDocument('drafts.nurse')).toMatchObject({title: 'Nurse', _createdAt: dates._createdAt})
  })

  test('keeps the draft there is', async () => {
    const client = await connect(nurse, draft)
    await client.action(unpublish)
    expect(await client.fetch('*', {}, {perspective: 'raw'})).toEqual([{...draft, _rev: 'seed'}])
    expect((await refusal(client, unpublish)).at(-1)).toBe('documentNotFoundError')
  })
})

describe('discard', () => {
  test('deletes the draft alone', async () => {
    const client = await connect(nurse, draft)
    await client.action({actionType: name('discard'), draftId: 'drafts.nurse'})
    expect(await ids(client)).toEqual(['nurse'])
    const again = {actionType: name('discard'), draftId: 'drafts.nurse'}
    expect((await refusal(client, again)).at(-1)).toBe('documentNotFoundError')
  })
})

describe('delete', () => {
  const remove = (includeDrafts: string[]) =>
    ({actionType: name('delete'), publishedId: 'nurse', includeDrafts}) as const

  test('deletes a document with the drafts it names', async () => {
    const client = await connect(nurse, draft)
    await client.action(remove(['drafts.nurse']))
    expect(await ids(client)).toEqual([])
  })

  test('is refused while there is a draft it does not name', async () => {
    const client = await connect(nurse, draft)
    expect((await refusal(client, remove([]))).slice(0, 2)).toEqual([409, 'actionError'])
    expect(await ids(client)).toEqual(['drafts.nurse', 'nurse'])
  })
})
