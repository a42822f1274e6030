import {expect, test} from 'vitest'
import {referencesIn, strongReferencesIn} from '../../src/dataset/references-in.ts'

const document = {
  ...{_id: 'role', _type: 'role', author: {_ref: 'ana'}, skills: [{skill: {_ref: 'calm'}}, [{_ref: 'calm'}]]},
  ...{related: [{_ref: 'cook', _weak: true}], empty: {_ref: ''}, odd: {_ref: 5}, none: null},
  wrapped: {_ref: 'outer', inner: {_ref: 'never'}},
}

test('references are found however deep they lie, but none inside of another', () => {
  expect([...referencesIn(document)].map(({id}) => id).sort()).toEqual(['ana', 'calm', 'calm', 'cook', 'outer'])
})

test('the strong ones are those that are not weak, each told once', () => {
  expect(strongReferencesIn(document).sort()).toEqual(['ana', 'calm', 'outer'])
})

test('what another dataset holds need not be here', () => {
  const other = {
    studio: {_type: 'crossDatasetReference', _ref: 'ana', _dataset: 'people', _weak: false},
    named: {_ref: 'bo', _dataset: 'people', _projectId: 'abc123'},
    global: {_type: 'globalDocumentReference', _ref: 'dataset:abc123.people:cy'},
  }
  expect([...referencesIn(other)].map(({id}) => id).sort()).toEqual(['ana', 'bo', 'dataset:abc123.people:cy'])
  expect(strongReferencesIn(other)).toEqual([])
})
