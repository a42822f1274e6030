import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {Dataset} from '../../src/dataset/dataset.ts'
import type {StoredDocument} from '../../src/dataset/stored-document.ts'

const documents: StoredDocument[] = [
  {_id: 'r1', _type: 'role', title: 'Nurse', slug: {current: 'nurse'}, skill: {_ref: 's1'}, own: 's1', pay: 1},
  {_id: 'r2', _type: 'role', title: 'Cook', slug: {current: 'cook'}, list: [{_ref: 's1'}, {_ref: 's2'}], own: 'nurse'},
  {_id: 'r3', _type: 'role', title: 'Baker', slug: {current: 7}, list: [{deep: {_ref: 'k1'}}], pay: 2},
  {_id: 'r4', _type: 'role', slug: 'nurse', skill: {_ref: 's2', _weak: true}, own: null},
  {_id: 's1', _type: 'skill', name: 'role', slug: {current: 'nurse'}, up: {_ref: 'r1'}},
  {_id: 's2', _type: 'skill', name: 'r1', own: 'r2', self: {_ref: 's2'}},
  {
    _id: 'k1',
    _type: 'kpi',
    slug: {current: null},
    twice: [{_ref: 'r3'}, {_ref: 'r3'}],
    within: {_ref: 's1', x: {_ref: 's2'}},
  },
  {_id: 'role', _type: 'person', name: 'nurse', slug: {current: 'role'}, own: 'role'},
  {_id: 'null', _type: 'null', list: [{_ref: ''}, {_ref: 5}, {_ref: 'gone'}]},
].sort((one, other) => (one._id < other._id ? -1 : 1))

const dataset = (given: readonly StoredDocument[] = documents) => {
  const made = new Dataset()
  for (const document of given) made.put(document)
  return made
}

/** What the evaluator says by itself, without any index. */
async function plainly(query: string, params: Record<string, unknown>): Promise<unknown> {
  const answer = await (await evaluate(parse(query, {params}), {dataset: documents, params})).get()
  return JSON.parse(JSON.stringify(answer))
}

const shared = dataset()
async function expectPlain(query: string, params: Record<string, unknown> = {}) {
  const {result} = shared.answer({query, params, perspective: 'raw'})
  expect(JSON.parse(JSON.stringify(result)), query).toEqual(await plainly(query, params))
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Values of every kind, most of which are found somewhere. */
const values = [
  'nurse',
  'r1',
  's1',
  's2',
  'role',
  'k1',
  'gone',
  'null',
  '',
  7,
  5,
  true,
  null,
  ['s1'],
  ['s1', 's2'],
  {a: 1},
]

describe('a filter that is read from an index says what it would say without', () => {
  const filters = `
    _id == $v
    $v == _id
    slug.current == $v
    $v == slug.current
    references($v)
    _type == $v
    _type == "role" && slug.current == $v
    slug.current == $v && _type == "role"
    "role" == _type && $v == _id
    _type == "role" && references($v)
    references($v) && _type == "skill" && _id == "s2"
    _id == $v && _id == "r1"
    _id == $v || _id == "r1"
    !(_id == $v)
    _id != $v
    !(references($v))
    !references($v) && _type == "role"
    (_id == $v)
    ((_type == "role") && (slug.current == $v))
    _type == "role" && (_id == $v || own == $v)
    (_id == $v) == false
    _id == slug.current
    _id == own
    _id == $v.a
    _id == $v[0]
    references($v, "s2")
    references(["s1", $v])
    references(own)
    references(*[_type == "skill"]._id)
    @._id == $v
    @.slug.current == $v
    ^._id == $v
    slug["current"] == $v
    _id in [$v]
    $v in list[]._ref
    _id == "r1" && references($v)
    _id == string($v)
    _id == "r" + "1"
    _id == lower("R1")
    _id == (*[0]._id)
    _id == $v && pay > 0
    pay > 0 && _id == "r1" && $v == "nurse"
    defined(slug) && slug.current == $v
  `
  const shapes = [
    ...[
      '*[FILTER]',
      '*[FILTER]._id',
      '*[FILTER][0]',
      'count(*[FILTER])',
      '*[FILTER] | order(_id desc)[0...2]{_id, slug}',
    ],
    ...[
      '*[_type == "skill"][FILTER]._id',
      '*[FILTER][_type == "role"]._id',
      '*[true][FILTER]._id',
      '*[]{"x": *[FILTER]._id}',
    ],
  ]

  test.each(linesOf(filters))('*[%s]', async (filter) => {
    for (const shape of shapes) {
      for (const v of values) await expectPlain(shape.replace('FILTER', filter), {v})
    }
  })

  test.each([
    '*[_type == "skill"]{_id, "by": *[references(^._id)]._id}',
    '*[_type == "skill"]{_id, "by": *[_type == "role" && references(^._id)]{_id, "back": ^._id, "up": ^.^._id}}',
    '*{_id, "same": *[_id == ^._id]._id, "own": *[_id == ^.own]._id, "slug": *[slug.current == ^.own]._id}',
    '*{_id, "slug": *[slug.current == ^.slug.current]._id, "by": *[^.own == slug.current && _type == "role"]._id}',
    '*[_type == "role"]{"in": list[]{"t": *[_id == ^._ref]._id, "o": *[_id == ^.^.own]._id, "w": *[references(^._ref)]._id}}',
    '*[_type == "role"]{"a": *[_type == "skill"]{"b": *[references(^.^._id) && references(^._id)]._id}}',
    '*[_type == "role"]{"a": *[_type == "skill"]{"b": *[_id == ^.^.skill._ref]{"c": *[_id == ^.^.^._id]._id}}}',
    '*[count(*[references(^._id)]) > 1]._id',
    '*[count(*[_id == ^.own]) > 0]{_id}',
    '*[_id == *[_type == "skill"][0].up._ref]._id',
    '*[_type == "role"] | order(count(*[references(^._id)]) desc, _id)._id',
    '*[_type == "skill"]{"x": ^._id, "y": *[_id == ^.^._id]._id}',
    '*[_type == "role"]{"skill": skill->{_id, "by": *[references(^._id)]._id}, "list": list[]->_id}',
    '*[_id == "r1"]{"x": *[_id == @._id]._id, "y": *[_id == "r1" && ^._id == _id]._id}',
    '*[_id == "r1"][0]{"deep": {"er": *[_id == ^.own]._id}, "list": [*[_id == ^.own][0]._id]}',
    'fn role::by($one) = $one{"x": *[_id == ^.own]._id}; role::by(*[_type == "role"][0])',
    '*[_type == "role"]{"s": select(own == "s1" => *[_id == ^.own]._id, *[slug.current == ^.own]._id)}',
    '{"a": *[_id == "r1"][0].own, "b": *[_id == ^.a]._id}',
  ])('of values seen from a nested scope: %s', async (query) => expectPlain(query))

  test('however conditions are put together', async () => {
    const field = fc.constantFrom('_id', '_type', 'slug.current', 'own', 'pay', '@._id', '^._id', '^.own')
    const literal = fc
      .constantFrom(...values.filter((value) => typeof value !== 'object'))
      .map((value) => JSON.stringify(value))
    const value = fc.oneof({weight: 3, arbitrary: literal}, fc.constantFrom('$a', '$b', '$c', 'null'), field)
    const compared = fc.tuple(field, fc.constantFrom('==', '==', '==', '!='), value, fc.boolean())
    const atom = fc.oneof(
      compared.map(([left, op, right, isTurned]) => (isTurned ? `${right} ${op} ${left}` : `${left} ${op} ${right}`)),
      value.map((target) => `references(${target})`),
      fc.constantFrom('_type == "role"', '_type == "skill"', 'defined(own)', '_id in ["r1", "s1"]'),
    )
    const {condition} = fc.letrec<{condition: string}>((tie) => ({
      condition: fc.oneof(
        {depthSize: 'small', withCrossShrink: true},
        atom,
        fc
          .tuple(tie('condition'), fc.constantFrom('&&', '&&', '||'), tie('condition'))
          .map((parts) => `(${parts.join(' ')})`),
        tie('condition').map((inner) => `!(${inner})`),
      ),
    }))
    const shape = fc.constantFrom(
      ...['*[C]._id', '*{_id, "x": *[C]._id}', '*[C][D]._id', '*[_type == "role"]{"x": *[C && D]{_id, "y": *[D]._id}}'],
    )
    const params = fc.record({a: fc.constantFrom(...values), b: fc.constantFrom(...values), c: fc.constant(null)})
    await fc.assert(
      fc.asyncProperty(shape, condition, condition, params, async (shape, c, d, given) => {
        await expectPlain(
          shape.replaceAll('C', () => c).replaceAll('D', () => d),
          {...given},
        )
      }),
      {numRuns: Number(process.env.RUNS ?? 400)},
    )
  })
})
