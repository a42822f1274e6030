import type {Action, SanityClient} from '@sanity/client'
import {describe, expect, test, vi} from 'vitest'
import {failure, kindOf, lakeWith} from './support/lake.ts'

const dates = {_createdAt: '2026-01-02T03:04:05Z', _updatedAt: '2026-01-02T03:04:05Z'}
const nurse = {_id: 'nurse', _type: 'role', title: 'Nurse', ...dates}
const inSpring = {_id: 'versions.spring.nurse', _type: 'role', title: 'Nurse in spring'}
const connect = async (...documents: object[]) => (await lakeWith(documents)).client
const ids = (client: SanityClient) => client.fetch('*[] | order(_id)._id', {}, {perspective: 'raw'})

describe('a version of a document in a release', () => {
  test('is created as it is given', async () => {
    // The client recommends its other way, which the next test takes.
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const client = await connect(nurse)
    const {transactionId} = await client.createVersion({document: inSpring, publishedId: 'nurse', releaseId: 'spring'})
    expect(await client.getDocument(inSpring._id)).toMatchObject({...inSpring, _rev: transactionId})
    const error = await failure(client.createVersion({document: inSpring, publishedId: 'nurse', releaseId: 'spring'}))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentAlreadyExistsError'])
  })

  test('is created from another document, of the revision that was named', async () => {
    const client = await connect(nurse)
    const base = {baseId: 'nurse', publishedId: 'nurse', releaseId: 'spring'}
    const error = await failure(client.createVersion({...base, ifBaseRevisionId: 'other'}))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentRevisionIDDoesNotMatchError'])
    await client.createVersion({...base, ifBaseRevisionId: 'seed'})
    expect(await client.getDocument('nurse', {releaseId: 'spring'})).toMatchObject({title: 'Nurse', _type: 'role'})
    await client.createVersion({baseId: 'nurse', publishedId: 'nurse'})
    expect(await ids(client)).toEqual(['drafts.nurse', 'nurse', 'versions.spring.nurse'])
  })

  test('needs something to be made from', async () => {
    const client = await connect()
    const error = await failure(client.createVersion({baseId: 'gone', publishedId: 'gone', releaseId: 'spring'}))
    expect(kindOf(error)).toBe('documentNotFoundError')
  })

  test('is replaced', async () => {
    const client = await connect(nurse, inSpring)
    await client.replaceVersion({document: {...inSpring, title: 'Changed'}, publishedId: 'nurse', releaseId: 'spring'})
    expect(await client.getDocument(inSpring._id)).toMatchObject({title: 'Changed'})
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Nurse'})
  })

  test('is discarded', async () => {
    const client = await connect(nurse, inSpring)
    await client.discardVersion({publishedId: 'nurse', releaseId: 'spring'})
    expect(await ids(client)).toEqual(['nurse'])
    const error = await failure(client.discardVersion({publishedId: 'nurse', releaseId: 'spring'}))
    expect(kindOf(error)).toBe('documentNotFoundError')
  })

  test('may say that the document is to be unpublished, which the release then shows', async () => {
    const client = await connect(nurse)
    await client.unpublishVersion({publishedId: 'nurse', releaseId: 'spring'})
    expect(await client.getDocument('nurse', {releaseId: 'spring'})).toMatchObject({_system: {delete: true}})
    expect(await client.fetch('*._id', {}, {perspective: ['spring']})).toEqual([])
    expect(await client.fetch('*._id', {}, {perspective: 'published'})).toEqual(['nurse'])
  })
})

describe('an action', () => {
  test('may replace a draft', async () => {
    const client = await connect(nurse)
    const attributes = {_id: 'drafts.nurse', _type: 'role', title: 'Head Nurse'}
    const replace = {actionType: 'sanity.action.document.replaceDraft', publishedId: 'nurse', attributes} as const
    await client.action(replace)
    expect(await client.getDocument('drafts.nurse')).toMatchObject(attributes)
    await client.action({...replace, attributes: {...attributes, title: 'Other'}})
    expect(await client.getDocument('drafts.nurse')).toMatchObject({title: 'Other'})
  })

  test('that the lake does not know is named, and nothing of its list is done', async () => {
    const client = await connect(nurse)
    const edit = {publishedId: 'nurse', draftId: 'drafts.nurse', patch: {set: {title: 'x'}}}
    const error = await failure(
      client.action([
        {actionType: 'sanity.action.document.edit', ...edit},
        {actionType: 'sanity.action.release.publish', releaseId: 'spring'},
      ]),
    )
    expect([error.statusCode, error.details.type]).toEqual([400, 'actionError'])
    expect(error.message).toContain('does not know the action "sanity.action.release.publish"')
    expect(error.details.items).toMatchObject([{index: 1}])
    expect(await ids(client)).toEqual(['nurse'])
    for (const actionType of ['sanity.action.document.toString', 'create', undefined]) {
      expect(await failure(client.action({actionType} as unknown as Action))).toMatchObject({statusCode: 400})
    }
  })

  test('is one of a list that is done as a whole, in order', async () => {
    const client = await connect(nurse)
    const both = {publishedId: 'nurse', draftId: 'drafts.nurse'}
    const edit = {actionType: 'sanity.action.document.edit', ...both, patch: {set: {title: 'Edited'}}} as const
    const publish = {actionType: 'sanity.action.document.publish', ...both} as const
    const {transactionId} = await client.action([edit, publish])
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Edited', _rev: transactionId})
    expect(await ids(client)).toEqual(['nurse'])
  })

  test('that is only tried does nothing, and still says what is wrong', async () => {
    const client = await connect(nurse)
    const both = {publishedId: 'nurse', draftId: 'drafts.nurse'}
    const edit = {actionType: 'sanity.action.document.edit', ...both, patch: {set: {title: 'Edited'}}} as const
    await client.action(edit, {dryRun: true})
    expect(await ids(client)).toEqual(['nurse'])
    const publish = {actionType: 'sanity.action.document.publish', ...both} as const
    expect(kindOf(await failure(client.action(publish, {dryRun: true})))).toBe('documentNotFoundError')
  })

  test('sent twice under one transaction id is done once', async () => {
    const client = await connect(nurse)
    const patch = {setIfMissing: {times: 0}, inc: {times: 1}}
    const edit = {
      actionType: 'sanity.action.document.edit',
      publishedId: 'nurse',
      draftId: 'drafts.nurse',
      patch,
    } as const
    await client.action(edit, {transactionId: 'once'})
    const error = await failure(client.action(edit, {transactionId: 'once'}))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'transactionAlreadyExistsError'])
    expect(await client.getDocument('drafts.nurse')).toMatchObject({times: 1})
  })
})
