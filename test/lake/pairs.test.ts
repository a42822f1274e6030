import {expect, test} from 'vitest'
import {bearer, guardedLake, untouched, version} from './support/guarded.ts'

const action = (name: string, of: object) => ({actionType: `sanity.action.document.${name}`, ...of})
const nurse = {_type: 'role', title: 'Nurse'}
const others = ['cook', 'drafts.baker', 'drafts.calm', 'versions.spring.calm', 'nurse', 'drafts.', 'versions.nurse']

/** What names a document and a version of it, with one that is none. */
const wrong = others.flatMap((id): [what: string, action: object][] =>
  Object.entries({
    create: {publishedId: 'nurse', attributes: {...nurse, _id: id}},
    'create, if there is none': {publishedId: 'nurse', attributes: {...nurse, _id: id}, ifExists: 'ignore'},
    replaceDraft: {publishedId: 'nurse', attributes: {...nurse, _id: id}},
    edit: {publishedId: 'nurse', draftId: id, patch: {set: {title: 'Planted'}}},
    publish: {publishedId: 'nurse', draftId: id},
    unpublish: {publishedId: 'nurse', draftId: id},
    delete: {publishedId: 'nurse', includeDrafts: ['drafts.nurse', id]},
    'version.create': {publishedId: 'nurse', document: {...nurse, _id: id}},
    'version.create, from another document': {publishedId: 'nurse', baseId: 'nurse', versionId: id},
    'version.unpublish': {publishedId: 'nurse', versionId: id},
  }).map(([what, of]) => [`${what}: ${id}`, action(what.split(',')[0] as string, of)]),
)
/** What names a draft or version alone. */
const published = Object.entries({
  discard: {draftId: 'nurse'},
  'version.discard': {versionId: 'nurse'},
  'version.replace': {document: {...nurse, _id: 'nurse'}},
}).map(([name, of]): [what: string, action: object] => [name, action(name, of)])

test.each([...wrong, ...published])('nothing is written by %s', async (_what, asked) => {
  const lake = await guardedLake()
  const headers = {'Content-Type': 'application/json', ...bearer(lake)}
  const address = `${lake.url}/v${version}/data/actions/production`
  const answer = await untouched(lake, () =>
    fetch(address, {method: 'POST', headers, body: JSON.stringify({actions: [asked]})}),
  )
  const {error} = await answer.json()
  expect([answer.status, error.items[0].error.type]).toEqual([400, 'invalidDocumentIdError'])
})
