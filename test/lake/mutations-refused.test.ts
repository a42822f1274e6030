import {describe, expect, test} from 'vitest'
import {assertPatch} from '../../src/lake/write/patch.ts'
import {bearer, guardedLake, mutate, query, untouched, version} from './support/guarded.ts'

const patch = (id: string, of: object) => ({patch: {id, ...of}})
const reference = {_type: 'reference', _ref: 'nowhere'}
const deepPath = Array(101).fill('a').join('.')

/** Each is refused as a whole, with its status and the type of what was wrong. */
const refused: [what: string, mutation: object, status: number, type: string][] = [
  [
    'a patch of another revision',
    patch('nurse', {ifRevisionID: 'old', set: {title: 'x'}}),
    409,
    'documentRevisionIDDoesNotMatchError',
  ],
  [
    'a patch of a revision that is a list',
    patch('nurse', {ifRevisionID: ['seed'], set: {title: 'x'}}),
    409,
    'documentRevisionIDDoesNotMatchError',
  ],
  ['set of _id', patch('nurse', {set: {_id: 'other'}}), 409, 'cannotModifyImmutableAttributeError'],
  ['set of _type', patch('nurse', {set: {_type: 'other'}}), 409, 'cannotModifyImmutableAttributeError'],
  ['set of _rev', patch('nurse', {set: {_rev: 'other'}}), 409, 'cannotModifyImmutableAttributeError'],
  [
    'set of _createdAt',
    patch('nurse', {set: {_createdAt: '2001-01-01T00:00:00Z'}}),
    409,
    'cannotModifyImmutableAttributeError',
  ],
  ['unset of _type', patch('nurse', {unset: ['_type']}), 409, 'cannotModifyImmutableAttributeError'],
  [
    'set of _id by another spelling',
    patch('nurse', {set: {"['_id']": 'other'}}),
    409,
    'cannotModifyImmutableAttributeError',
  ],
  ['create of what is there', {create: {_id: 'nurse', _type: 'role'}}, 409, 'documentAlreadyExistsError'],
  [
    'a replacement of another type',
    {createOrReplace: {_id: 'nurse', _type: 'skill'}},
    409,
    'cannotModifyImmutableAttributeError',
  ],
  ['a patch of nothing', patch('nobody', {set: {title: 'x'}}), 404, 'documentNotFoundError'],
  ['delete of what another needs', {delete: {id: 'calm'}}, 409, 'documentHasExistingReferencesError'],
  [
    'a reference to nothing',
    {create: {_id: 'a', _type: 'role', skill: reference}},
    409,
    'documentReferenceDoesNotExistError',
  ],
  [
    'a reference to nothing in a list',
    patch('calm', {set: {more: [[{x: reference}]]}}),
    409,
    'documentReferenceDoesNotExistError',
  ],
  ['inc of a text', patch('nurse', {inc: {title: 1}}), 400, 'invalidPatchError'],
  ['inc by a text', patch('calm', {inc: {years: '1'}}), 400, 'invalidPatchError'],
  ['dec of a list', patch('calm', {dec: {tags: 1}}), 400, 'invalidPatchError'],
  ['a path of 101 levels', patch('nurse', {set: {[deepPath]: 1}}), 400, 'invalidPatchError'],
  ['a path of 1,025 letters', patch('nurse', {set: {['a'.repeat(1025)]: 1}}), 400, 'invalidPatchError'],
  ['a path that goes everywhere twice', patch('nurse', {set: {'..a..b': 1}}), 400, 'invalidPatchError'],
  ['half a path', patch('nurse', {set: {'a[': 1}}), 400, 'invalidPatchError'],
  ['a text patch that is none', patch('nurse', {diffMatchPatch: {title: 'garbage'}}), 400, 'invalidPatchError'],
  ['a text patch that is no text', patch('nurse', {diffMatchPatch: {title: 1}}), 400, 'invalidPatchError'],
  ['insert of no list', patch('calm', {insert: {after: 'tags[-1]', items: 'x'}}), 400, 'invalidPatchError'],
  ['insert at no place', patch('calm', {insert: {items: []}}), 400, 'invalidPatchError'],
  ['unset of no list', patch('calm', {unset: 'tags'}), 400, 'invalidPatchError'],
  ['an unknown operation', patch('calm', {rename: {tags: 'labels'}}), 400, 'invalidPatchError'],
  ['an operation named like a part of every object', patch('calm', {toString: {}}), 400, 'invalidPatchError'],
  ['a path through __proto__', patch('nurse', {set: {'x.__proto__.polluted': 1}}), 400, 'invalidPatchError'],
  [
    'a path through __proto__ in quotes',
    patch('nurse', {set: {"['__proto__'].polluted": 1}}),
    400,
    'invalidPatchError',
  ],
  ['a path to a list’s constructor', patch('calm', {set: {'tags[0].constructor': 1}}), 400, 'invalidPatchError'],
  ['a release', {create: {_id: '_.releases.spring', _type: 'system.release'}}, 400, 'invalidDocumentIdError'],
  [
    'a release, if there is none',
    {createIfNotExists: {_id: '_.releases.spring', _type: 'system.release'}},
    400,
    'invalidDocumentIdError',
  ],
  [
    'a replacement of a release',
    {createOrReplace: {_id: '_.releases.spring', _type: 'system.release'}},
    400,
    'invalidDocumentIdError',
  ],
  ['a patch of a release', patch('_.releases.spring', {set: {state: 'published'}}), 400, 'invalidDocumentIdError'],
  ['a document without a type', {create: {_id: 'a'}}, 400, 'invalidDocumentError'],
  ['a document of a type that is an object', {create: {_id: 'a', _type: {x: 1}}}, 400, 'invalidDocumentError'],
  ['a document that is a text', {create: 'x'}, 400, 'invalidDocumentError'],
  ['a document of no date', {create: {_id: 'a', _type: 'role', _createdAt: 'yesterday'}}, 400, 'invalidDocumentError'],
]

const kindIn = (said: {error?: {type?: string; items?: {error: {type: string}}[]}}) =>
  said.error?.items?.[0]?.error.type ?? said.error?.type

describe('nothing is written, and nobody is told, of', () => {
  test.each(refused)('%s', async (_what, mutation, status, type) => {
    const lake = await guardedLake()
    const answer = await untouched(lake, () => mutate(lake, {mutations: [mutation]}))
    expect([answer.status, kindIn(await answer.json())]).toEqual([status, type])
  })

  test('a hundred mutations of which the last fails', async () => {
    const lake = await guardedLake()
    const good = Array.from({length: 99}, (_, index) => ({create: {_id: `new-${index}`, _type: 'role'}}))
    const listener = await fetch(`${lake.url}/v${version}/data/listen/production?query=*`, {headers: bearer(lake)})
    const reader = listener.body?.getReader()
    await reader?.read()
    const answer = await untouched(lake, () => mutate(lake, {mutations: [...good, patch('nobody', {set: {a: 1}})]}))
    expect(answer.status).toBe(404)
    expect((await answer.json()).error.items[0].index).toBe(99)
    await mutate(lake, {mutations: [patch('nurse', {set: {title: 'Head Nurse'}})]})
    const heard = new TextDecoder().decode((await reader?.read())?.value)
    expect(heard).toContain('Head Nurse')
    expect(heard).not.toContain('new-')
    await reader?.cancel()
  })

  test('a transaction that was carried out before', async () => {
    const lake = await guardedLake()
    const body = {mutations: [{create: {_id: 'once', _type: 'role'}}], transactionId: 'mine'}
    expect((await mutate(lake, body)).status).toBe(200)
    const answer = await untouched(lake, () => mutate(lake, {...body, mutations: [{delete: {id: 'once'}}]}))
    expect([answer.status, kindIn(await answer.json())]).toEqual([409, 'transactionAlreadyExistsError'])
  })
})

const action = (name: string, of: object) => ({actionType: `sanity.action.document.${name}`, ...of})
const wrongActions: [what: string, action: object][] = [
  ['discarding a published document', action('discard', {draftId: 'nurse'})],
  ['discarding a published document as a version', action('version.discard', {versionId: 'nurse'})],
  [
    'a draft in the place of a published document',
    action('replaceDraft', {attributes: {_id: 'nurse', _type: 'other'}}),
  ],
  [
    'a version in the place of a published document',
    action('version.replace', {document: {_id: 'nurse', _type: 'other'}}),
  ],
  [
    'unpublishing in the place of another document',
    action('version.unpublish', {versionId: 'calm', publishedId: 'nurse'}),
  ],
  ['deleting drafts of another document', action('delete', {publishedId: 'nobody', includeDrafts: ['drafts.nurse']})],
  ['deleting a published document as a draft', action('delete', {publishedId: 'nobody', includeDrafts: ['nurse']})],
  ['publishing the draft of another document', action('publish', {draftId: 'drafts.nurse', publishedId: 'calm'})],
  ['publishing what is no draft', action('publish', {draftId: 'calm', publishedId: 'nurse'})],
  ['an action named like a part of every object', action('constructor', {})],
  ['an action without a name', {draftId: 'drafts.nurse'}],
  ['an action that is null', null as unknown as object],
]

test.each(wrongActions)('%s is refused as an action, and nothing is written', async (_what, wrong) => {
  const lake = await guardedLake()
  const headers = {'Content-Type': 'application/json', ...bearer(lake)}
  const body = JSON.stringify({actions: [wrong]})
  const address = `${lake.url}/v${version}/data/actions/production`
  const answer = await untouched(lake, () => fetch(address, {method: 'POST', headers, body}))
  expect([400, 404, 409]).toContain(answer.status)
})

test('patches that are right are carried out: deep paths, lists, ranges, keys', async () => {
  const right = {set: {[Array(99).fill('a').join('.')]: 1, 'tags[0:1]': 'x', 'list[_key=="a"].b': 1}, inc: {years: 2}}
  expect(() => assertPatch(right)).not.toThrow()
  const lake = await guardedLake()
  expect((await mutate(lake, {mutations: [patch('calm', {...right, ifRevisionID: 'seed'})]})).status).toBe(200)
  const {result} = await (await query(lake, '*[_id == "calm"][0]{years, tags}')).json()
  expect(result).toEqual({years: 5, tags: ['x', 'care']})
})
