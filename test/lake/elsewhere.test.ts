import {expect, test} from 'vitest'
import {writeAll} from '../../src/cli/lake/write-all.ts'
import {lakeWith} from './support/lake.ts'

const elsewhere = {
  author: {_type: 'crossDatasetReference', _ref: 'ana', _dataset: 'people', _projectId: 'abc123'},
  badge: {_type: 'badge', _ref: 'media-library:mlAbc:asset-2'},
  logo: {_type: 'globalDocumentReference', _ref: 'media-library:mlAbc:asset-1'},
}

test('a document may refer to other datasets, and keeps nothing of this one from being deleted', async () => {
  const {client} = await lakeWith([])
  await client.create({_id: 'nurse', _type: 'role', ...elsewhere})
  await client.create({_id: 'ana', _type: 'person', name: 'Of the same id, and another person'})
  await client.delete('ana')
  const action = {actionType: 'sanity.action.document.edit', draftId: 'drafts.nurse', publishedId: 'nurse'} as const
  await client.action({...action, patch: {set: {'author._ref': 'ben'}}})
  expect(await client.getDocument('drafts.nurse')).toMatchObject({author: {...elsewhere.author, _ref: 'ben'}})
})

test('what a dataset is loaded with stays as it is, though a document of the same id comes later', async () => {
  const {client} = await lakeWith([])
  const calm = {_type: 'reference', _ref: 'calm'}
  const nurse = {_id: 'nurse', _type: 'role', ...elsewhere, skill: {_type: 'reference', _ref: 'ana'}}
  await writeAll(
    client,
    [nurse, {_id: 'ana', _type: 'person', skill: calm}, {_id: 'calm', _type: 'skill'}],
    new Set(),
    () => {},
  )
  const loaded = await client.getDocument('nurse')
  expect(loaded).toMatchObject(nurse)
  expect(JSON.stringify(loaded)).not.toContain('_weak')
})

test('a reference with a colon, of the type of references here, leads nowhere', async () => {
  const {client} = await lakeWith([])
  const lost = {_id: 'cook', _type: 'role', skill: {_type: 'reference', _ref: 'a:b:c'}}
  await expect(client.create(lost)).rejects.toThrow('references non-existent document')
})
