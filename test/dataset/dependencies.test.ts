import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Dataset, type Dependencies} from '../../src/dataset/dataset.ts'
import type {Perspective} from '../../src/dataset/perspective.ts'
import type {StoredDocument} from '../../src/dataset/stored-document.ts'

const documents: StoredDocument[] = [
  {_id: 'r1', _type: 'role', name: 'a', slug: {current: 'one'}, ref: {_ref: 's1'}},
  {_id: 'r2', _type: 'role', name: 'b', slug: {current: 'two'}, ref: {_ref: 'gone'}},
  {_id: 'drafts.r2', _type: 'role', name: 'c', ref: {_ref: 's2'}},
  {_id: 's1', _type: 'skill', name: 'a', ref: {_ref: 'r1'}},
  {_id: 'drafts.s2', _type: 'skill', name: 'b', ref: {_ref: 'k1'}},
  {_id: 'k1', _type: 'kpi', name: 'one', ref: {_ref: 'late'}},
]

const questions = [
  ...['*[_type == "role"]', '*[_type == "role" && _id == "r1"]', '*[_id == "late"]', '*[_id == "r1"]', '*[_id == $v]'],
  ...['*[slug.current == "one"]._id', '*[_type == "role" && slug.current == $v]', '*[references("s1")]', 'count(*)'],
  ...['*[_type == "role"]{"s": ref->name}', '*[_type == "role"]{"s": ref->ref->{name, "r": ref->}}', '*[name == "a"]'],
  ...['*[_type == "skill"]{"by": *[_type == "role" && references(^._id)]._id}', '*[_id == "k1"][0].ref->name'],
  ...['*[_type == "role"]{"same": *[_id == ^.name], "own": *[_type == "kpi" && _id == ^.ref._ref]}', '1 + 1', '$v'],
  ...['*[_type == "role"] | order(ref->name, _id)._id', '*[_type == "role" || name == "b"]', '*[_id in ["late"]]'],
  ...[
    '*[_type == "role" && defined(ref->name)]',
    '*[_type == "role" && count(*[_type == "kpi"]) > 1]',
    '*[_type == $v]',
  ],
  ...[
    '*[_type == "role" && name in *[_type == "skill"].name]',
    '{"a": *[_id == "s1"][0].ref->, "b": *[_id == "late"][0]}',
  ],
]

/** A document is of one type in all its versions. */
const typeOf = {
  r1: 'role',
  r2: 'role',
  r3: 'role',
  s1: 'skill',
  s2: 'skill',
  k1: 'kpi',
  late: 'kpi',
  gone: 'skill',
  a: 'person',
}
const content = fc.record({
  name: fc.constantFrom('a', 'b', 'one', 'late'),
  slug: fc.constantFrom({current: 'one'}, {current: 'late'}, null),
  ref: fc.constantFrom('r1', 's1', 'k1', 'late', 'gone').map((_ref) => ({_ref})),
})
const change = fc
  .tuple(fc.constantFrom(...Object.entries(typeOf)), fc.constantFrom('', 'drafts.'), fc.option(content, {freq: 4}))
  .map(([[id, _type], layer, content]) => ({
    _id: layer + id,
    document: content && {...content, _type, _id: layer + id},
  }))
const perspectives: Perspective[] = ['published', 'drafts']

/** What a change of a document is told by: its types, and its id as others see it. */
const concerns = (
  {types, missing, everything}: Dependencies,
  id: string,
  versions: (StoredDocument | null | undefined)[],
) =>
  everything ||
  missing.has(id.replace(/^drafts\./, '')) ||
  versions.some((version) => version && types.has(version._type))

describe('what an answer depends on', () => {
  test('is told without a gap: an answer is another one only after a change it depends on', () => {
    fc.assert(
      fc.property(
        ...([fc.constantFrom(...questions), fc.constantFrom(...perspectives), change] as const),
        (query, perspective, {_id, document}) => {
          const dataset = new Dataset()
          for (const given of documents) dataset.put(given)
          const ask = () => dataset.answer({query, params: {v: 'late'}, perspective})
          const {result, dependencies} = ask()
          const answer = JSON.stringify(result)
          const before = documents.find((known) => known._id === _id)
          if (document) dataset.put(document)
          else dataset.delete(_id)
          if (!concerns(dependencies, _id, [before, document])) expect(JSON.stringify(ask().result)).toBe(answer)
        },
      ),
      {numRuns: Number(process.env.RUNS ?? 2000)},
    )
  })

  test.each<[string, string[], string[], boolean]>([
    ['*[_type == "role"]', ['role'], [], false],
    ['*[_type == "role" && _id == "r1"]{"s": ref->name}', ['role', 'skill'], [], false],
    ['*[_type == "role"]{"s": ref->name}', ['role', 'skill'], ['gone'], false],
    ['*[_id == "s1"]', ['skill'], [], false],
    ['*[_id == "late"]', [], ['late'], false],
    ['*[_type == "role" || _type == "kpi"]', [], [], true],
    ['*[slug.current == "one"]', [], [], true],
    ['*[_type == "role" && slug.current == "one"]', ['role'], [], false],
    ['{"a": count(*[_type == "kpi"]), "b": *[_type == "person"]}', ['kpi', 'person'], [], false],
    ['"no document"', [], [], false],
  ])('is no more than it must be: %s', (query, types, missing, everything) => {
    const dataset = new Dataset()
    for (const document of documents) dataset.put(document)
    for (const _ of ['first', 'again']) {
      const {dependencies} = dataset.answer({query, params: {}, perspective: 'published'})
      expect({
        ...{
          types: [...dependencies.types].sort(),
          missing: [...dependencies.missing],
          everything: dependencies.everything,
        },
      }).toEqual({types, missing, everything})
    }
  })
})
