import {describe, expect, test} from 'vitest'
import type {Asked, Order} from '../../src/lake/query/messages.ts'
import {Work} from '../../src/lake/query/work.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse', skill: {_ref: 'calm'}},
  {_id: 'drafts.nurse', _type: 'role', title: 'Ward nurse', skill: {_ref: 'gone'}},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
]
const asker = {identity: 'local', sanity: {projectId: 'local', dataset: 'production'}}
/** Takes minutes with a few dozen documents. */
const endless = `count(${'*[count('.repeat(12)}*${') > 0]'.repeat(12)})`
const many = Array.from({length: 40}, (_, index) => ({_id: `many-${index}`, _type: 'many'}))

/** A worker that has read some documents. */
async function workWith(given: readonly object[] = documents, isPatient = false) {
  const work = new Work(isPatient)
  await work.do({kind: 'load', bodies: given.map((document) => JSON.stringify(document))})
  const ask = (query: string, {params = {}, milliseconds = 5000, ...more}: AskOptions = {}) => {
    const question: Asked = {query, params: JSON.stringify(params), perspective: 'published', ...more}
    return work.do({...{kind: 'ask', id: 7}, question, asker, milliseconds} as Order)
  }
  return {work, ask}
}

interface AskOptions extends Partial<Omit<Asked, 'params'>> {
  params?: object
  milliseconds?: number
}

describe('a worker that is asked', () => {
  test('answers with JSON, with what the answer depends on, and with the number of the question', async () => {
    const {ask} = await workWith()
    expect(await ask('*[_type == "role"]{title, "skill": skill->name, "by": $by}', {params: {by: 'you'}})).toEqual({
      ...{id: 7, kind: 'answer', json: '[{"title":"Nurse","skill":"Calm","by":"you"}]'},
      ...{dependencies: ['type:role', 'type:skill'], milliseconds: expect.any(Number)},
    })
  })

  test('names what was not found, and says where the answer depends on any document', async () => {
    const {ask} = await workWith()
    const inDrafts = {perspective: 'drafts'} as const
    expect(await ask('*[_type == "role"].skill->name', inDrafts)).toMatchObject({
      dependencies: ['type:role', 'id:gone'],
    })
    expect(await ask('count(*)', inDrafts)).toMatchObject({json: '2', dependencies: ['*']})
  })

  test('knows who asks, and where', async () => {
    const {ask} = await workWith()
    const query = '[identity(), sanity::projectId(), sanity::dataset()]'
    expect(await ask(query)).toMatchObject({json: '["local","local","production"]'})
  })

  test('answers null where the evaluator has no value', async () => {
    const {ask} = await workWith()
    expect(await ask('*[0].nothing')).toMatchObject({kind: 'answer', json: 'null'})
  })

  test('answers from what was written since', async () => {
    const {work, ask} = await workWith()
    const changes = [
      {documentId: 'nurse', after: '{"_id":"nurse","_type":"role","title":"Midwife"}'},
      {documentId: 'calm', after: null},
    ]
    expect(await work.do({kind: 'change', changes})).toBeNull()
    expect(await ask('*{title}')).toMatchObject({json: '[{"title":"Midwife"}]'})
  })

  test('says where a query cannot be read', async () => {
    const {ask} = await workWith()
    expect(await ask('*[_type == ')).toEqual({
      ...{id: 7, kind: 'fault', message: expect.stringContaining('Syntax error'), position: expect.any(Number)},
    })
  })

  test('says so when the time is over, and answers the next question', async () => {
    const {ask} = await workWith(many)
    expect(await ask(endless, {milliseconds: 40})).toEqual({id: 7, kind: 'slow'})
    expect(await ask('count(*)')).toMatchObject({kind: 'answer', json: '40'})
  })

  test('hands out no answer of more than 64 MB', async () => {
    const {ask} = await workWith()
    const params = {part: 'x'.repeat(8_000_000)}
    expect(await ask('[$part, $part, $part, $part, $part, $part, $part]', {params})).toMatchObject({kind: 'answer'})
    expect(await ask('[$part, $part, $part, $part, $part, $part, $part, $part]', {params})).toEqual({
      ...{id: 7, kind: 'fault', message: 'The answer is larger than 64 MB. Ask for less.', position: null},
    })
  })
})

describe('what only the slower evaluator knows', () => {
  const changed = 'diff::changedAny({"title": $before}, *[_id == "nurse"][0], title)'
  const params = {before: 'Student nurse'}

  test('is left to the patient worker by the quick one', async () => {
    const {ask} = await workWith()
    expect(await ask(changed, {params})).toEqual({id: 7, kind: 'later'})
  })

  test('is answered by the patient one', async () => {
    const {ask} = await workWith(documents, true)
    expect(await ask(changed, {params})).toMatchObject({kind: 'answer', json: 'true', dependencies: ['type:role']})
    expect(await ask(changed, {params: {before: 'Nurse'}})).toMatchObject({kind: 'answer', json: 'false'})
  })

  test('is a fault of the query where it does not know it either', async () => {
    const {ask} = await workWith(documents, true)
    const message = 'Undefined namespace: nobody'
    expect(await ask('nobody::knows(1)')).toEqual({id: 7, kind: 'fault', message, position: null, isMeaningless: true})
  })
})

describe('a worker that is given filters', () => {
  const [nurse, , calm] = documents.map((document) => JSON.stringify(document))
  const roles = {query: '*[_type == "role"]', params: {}}
  const titled = {query: '*[title == $title]', params: {title: 'Nurse'}}
  // One document has few others to count, so the work is in the words.
  const wild = {query: `*["${'a'.repeat(60)}" match "${'*a'.repeat(12)}q"]`, params: {}}

  async function matched(filters: (typeof roles)[], {milliseconds = 5000, isLast = false} = {}) {
    const {work} = await workWith([])
    return work.do({kind: 'match', id: 8, filters, documents: [nurse ?? '', null, calm ?? ''], milliseconds, isLast})
  }

  test('tells for each which of the documents pass it; one that is not there passes none', async () => {
    expect(await matched([roles, titled, {query: '*', params: {}}])).toEqual({
      ...{id: 8, kind: 'matches'},
      passed: [
        [true, false, false],
        [true, false, false],
        [true, false, true],
      ],
    })
  })

  test('says of one that cannot be read or answered why, and goes on', async () => {
    const unknown = {query: '*[nobody::knows(_id)]', params: {}}
    expect(await matched([{query: '*[', params: {}}, unknown, roles])).toMatchObject({
      passed: [
        {message: expect.stringContaining('Syntax error'), position: expect.any(Number)},
        {message: 'Undefined namespace: nobody', position: null},
        [true, false, false],
      ],
    })
  })

  test('leaves those for another time that it does not come to', async () => {
    expect(await matched([roles, wild, titled], {milliseconds: 200})).toMatchObject({passed: [[true, false, false]]})
    expect(await matched([wild, roles], {milliseconds: 200})).toMatchObject({passed: []})
  })

  test('gives the first one up where it has had all the time there is, at the last try', async () => {
    const slow = {message: 'The filter takes too long for a listener.', position: null}
    expect(await matched([wild, roles], {milliseconds: 200, isLast: true})).toMatchObject({passed: [slow]})
  })

  test('gives none up that had no time of a processor, however long that took', async () => {
    expect(await matched([wild, roles], {milliseconds: 5, isLast: true})).toMatchObject({passed: [], isStarved: true})
  })
})
