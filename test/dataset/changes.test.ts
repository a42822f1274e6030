import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Dataset} from '../../src/dataset/dataset.ts'
import type {Perspective} from '../../src/dataset/perspective.ts'
import type {StoredDocument} from '../../src/dataset/stored-document.ts'

const perspectives: Perspective[] = [
  'published',
  'drafts',
  'raw',
  ['spring'],
  ['autumn', 'drafts'],
  ['spring', 'autumn'],
]

const questions = [
  ...[
    '*',
    '*[_type == "role"]',
    '*[_type == "skill"] | order(name)',
    '*[_type == "role" && defined(slug)] | order(slug.current)',
  ],
  ...['*[_id == "a"]', '*[slug.current == "one"]', '*[references("b")]', '*[_type == "role" && references("a")]'],
  ...['*[_type == "role"]{_id, "by": *[references(^._id)]._id, "to": ref->{_id, name}}', 'count(*)'],
  '*[_type == "role" && name != "x"] | order(name desc, _id)[0...3]{name}',
]

const id = fc
  .tuple(
    fc.constantFrom('', 'drafts.', 'versions.spring.', 'versions.autumn.'),
    fc.constantFrom('a', 'b', 'c', 'd', 'e.f'),
  )
  .map(([layer, name]) => layer + name)
const content = fc.record(
  {
    _type: fc.constantFrom('role', 'skill', 'kpi'),
    name: fc.constantFrom('x', 'y', 'z'),
    slug: fc.constantFrom<unknown>({current: 'one'}, {current: 'two'}, {current: 3}, null),
    ref: fc.constantFrom('a', 'b', 'c', 'gone').map((_ref) => ({_ref})),
    list: fc.array(
      fc.constantFrom('a', 'b', 'd').map((_ref) => ({_ref})),
      {maxLength: 3},
    ),
    _system: fc.constant({delete: true}),
  },
  {requiredKeys: ['_type']},
)
const change = fc.tuple(id, fc.option(content, {freq: 3}))

const answers = (dataset: Dataset, query: string, perspective: Perspective) =>
  JSON.parse(JSON.stringify(dataset.answer({query, params: {}, perspective}).result))

/** The order of documents is theirs by right only where a query says so. */
const sorted = (answer: unknown) =>
  Array.isArray(answer) ? answer.map((item) => JSON.stringify(inOrder(item))).sort() : answer
const inOrder = (item: Record<string, unknown>) => (Array.isArray(item?.by) ? {...item, by: [...item.by].sort()} : item)

describe('documents that come and go', () => {
  test('leave every perspective as if those that are left had been there from the start', () => {
    fc.assert(
      fc.property(fc.array(change, {minLength: 200, maxLength: 200}), (changes) => {
        const dataset = new Dataset()
        const stored = new Map<string, StoredDocument>()
        for (const [index, [_id, content]] of changes.entries()) {
          if (content) {
            const document = {...content, _id} as StoredDocument
            dataset.put(document)
            stored.set(_id, document)
          } else {
            dataset.delete(_id)
            stored.delete(_id)
          }
          // Asked in between, so that every view and list is there to go stale.
          const perspective = perspectives[index % perspectives.length] ?? 'raw'
          answers(dataset, questions[index % questions.length] ?? '*', perspective)
        }
        const fresh = new Dataset()
        for (const document of stored.values()) fresh.put(document)
        for (const perspective of perspectives) {
          for (const query of questions) {
            const what = `${query} in ${JSON.stringify(perspective)}`
            const [now, anew] = [answers(dataset, query, perspective), answers(fresh, query, perspective)]
            const isOrdered = query.includes('order(name desc, _id)')
            expect(isOrdered ? now : sorted(now), what).toEqual(isOrdered ? anew : sorted(anew))
          }
        }
      }),
      {numRuns: Number(process.env.RUNS ?? 20)},
    )
  })

  test('are listed by their ids, whatever was written when', () => {
    const dataset = new Dataset()
    for (const _id of ['b', 'drafts.a', 'c', 'a']) dataset.put({_id, _type: 'role'})
    dataset.delete('drafts.a')
    const ids = () => [answers(dataset, '*._id', 'raw'), answers(dataset, '*[_type == "role"]._id', 'raw')]
    dataset.put({_id: 'a', _type: 'role', name: 'changed'})
    expect(ids()).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
    dataset.delete('b')
    dataset.put({_id: 'b', _type: 'role'})
    expect(ids()).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  test('are found under what they are now, and no longer under what they were', () => {
    const dataset = new Dataset()
    const found = (query: string) => answers(dataset, `${query}._id`, 'drafts')
    dataset.put({_id: 'a', _type: 'role', slug: {current: 'one'}, ref: {_ref: 'x'}})
    const queries = ['*[_type == "role"]', '*[slug.current == "one"]', '*[references("x")]']
    for (const query of queries) expect(found(query)).toEqual(['a'])
    dataset.put({_id: 'drafts.a', _type: 'skill', slug: {current: 'two'}, ref: {_ref: 'y'}})
    for (const query of queries) expect(found(query)).toEqual([])
    for (const query of ['*[_type == "skill"]', '*[slug.current == "two"]', '*[references("y")]', '*[_id == "a"]']) {
      expect(found(query)).toEqual(['a'])
    }
    dataset.delete('drafts.a')
    for (const query of queries) expect(found(query)).toEqual(['a'])
  })
})

describe('a standing list', () => {
  const list = '*[_type == "role" && defined(name)] | order(name).name'

  test('is made anew when a document of its type is written, comes, goes or changes its type', () => {
    const dataset = new Dataset()
    const names = () => answers(dataset, list, 'published')
    expect(names()).toEqual([])
    dataset.put({_id: 'a', _type: 'role', name: 'm'})
    expect(names()).toEqual(['m'])
    dataset.put({_id: 'b', _type: 'role', name: 'a'})
    expect(names()).toEqual(['a', 'm'])
    dataset.put({_id: 'b', _type: 'role', name: 'z'})
    expect(names()).toEqual(['m', 'z'])
    dataset.put({_id: 'a', _type: 'skill', name: 'm'})
    expect(names()).toEqual(['z'])
    dataset.put({_id: 'a', _type: 'role'})
    expect(names()).toEqual(['z'])
    dataset.delete('b')
    expect(names()).toEqual([])
  })

  test('is another one in every perspective', () => {
    const dataset = new Dataset()
    dataset.put({_id: 'a', _type: 'role', name: 'published'})
    dataset.put({_id: 'drafts.a', _type: 'role', name: 'draft'})
    dataset.put({_id: 'versions.spring.a', _type: 'role', name: 'spring'})
    const names = () =>
      (['published', 'drafts', ['spring'], 'raw'] as Perspective[]).map((one) => answers(dataset, list, one))
    expect(names()).toEqual([['published'], ['draft'], ['spring'], ['draft', 'published', 'spring']])
    dataset.delete('drafts.a')
    expect(names()).toEqual([['published'], ['published'], ['spring'], ['published', 'spring']])
  })

  test('is right whatever else was asked in between, and in any part of a query', () => {
    const dataset = new Dataset()
    for (let n = 0; n < 60; n += 1) {
      dataset.put({_id: `r${n}`, _type: 'role', name: String.fromCharCode(97 + (n % 26)), n})
      const query = `{"first": *[_type == "role"] | order(name, n)[0].name, "over": count(*[_type == "role" && n > ${n - 3}])}`
      expect(answers(dataset, query, 'published')).toEqual({first: 'a', over: Math.min(3, n + 1)})
    }
    expect(answers(dataset, 'count(*[_type == "role" && n >= 0])', 'published')).toBe(60)
  })

  test('cannot be changed by what a query does with it', () => {
    const dataset = new Dataset()
    for (const [at, name] of ['b', 'a', 'c'].entries()) dataset.put({_id: String(at), _type: 'role', name})
    const inOrder = '*[_type == "role" && name != "x"]'
    expect(answers(dataset, `${inOrder}.name`, 'published')).toEqual(['b', 'a', 'c'])
    expect(answers(dataset, `${inOrder} | order(name).name`, 'published')).toEqual(['a', 'b', 'c'])
    expect(answers(dataset, `${inOrder}.name`, 'published')).toEqual(['b', 'a', 'c'])
  })
})
