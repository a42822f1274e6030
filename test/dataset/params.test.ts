import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {matches} from '../../src/dataset/match.ts'
import type {StoredDocument} from '../../src/dataset/stored-document.ts'
import {rememberingTrees} from '../../src/dataset/trees.ts'
import {localSource} from '../../src/local.ts'
import {lakeWith} from '../lake/support/lake.ts'

const runs = Number(process.env.RUNS ?? 400)
const stamps = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z', _rev: 'seed'}
const documents: StoredDocument[] = [
  {
    _id: 'a',
    _type: 'role',
    title: {en: 'Nurse', de: 'Pflegekraft'},
    list: [3, 'en', {k: 1, en: 'x'}],
    n: 1,
    name_en: 'one',
  },
  {_id: 'b', _type: 'role', title: 'Cook', list: [[1, 2], [3]], n: 2, skill: {_ref: 'c'}, name_de: 'zwei'},
  {
    _id: 'c',
    _type: 'skill',
    title: {en: 'Calm'},
    list: [{k: 2, list: [5, 6]}, {k: 1}, null, true],
    n: 0,
    name_en: 'three',
  },
  {_id: 'd', _type: 'skill', list: 'no list', n: null, skill: {_ref: 'a'}},
].map((document) => ({...document, ...stamps}))

/** What the evaluator says, and that it says nothing, where it throws. */
async function plainly(query: string, params: Record<string, unknown>): Promise<unknown> {
  try {
    const answer = await (await evaluate(parse(`${query}\n`, {params}), {dataset: documents, params})).get()
    return JSON.parse(JSON.stringify(answer) ?? 'null')
  } catch {
    return refused
  }
}
const refused = 'refused'

const local = localSource(documents)
const locally = (query: string, params: Record<string, unknown>) =>
  local.fetch(query, params, {perspective: 'raw'}).catch(() => refused)

const literal = fc.oneof(
  fc.constantFrom<unknown>(
    ...['en', 'de', 'title', 'list', 'n', 'name_', 'role', 'skill', 'a', 'c', 'k', '', 'x,y]"['],
  ),
  fc.constantFrom<unknown>(0, 1, 2, -1, -2, 5, 0.5, true, false, null),
  fc.constantFrom<unknown>(['a', 'c'], [1], {en: 'de', k: 1}),
)
/** A query in which `#` stands for a value. */
const {query: template} = fc.letrec<{query: string; value: string; step: string; condition: string}>((tie) => ({
  query: fc
    .tuple(
      fc.constantFrom(
        '*',
        '*[_type == #]',
        '*[_id in [#, #]]',
        '*[n > #] | order(_id)',
        '*[_id == #]',
        '#',
        '*[_id in #]',
      ),
      fc.array(tie('step'), {maxLength: 3}),
      fc.option(fc.array(tie('value'), {minLength: 1, maxLength: 3})),
    )
    .map(([base, steps, values]) => {
      const fields = values?.map((value, index) => `"f${index}": ${value}`).join()
      return base + steps.join('') + (fields ? `{${fields}}` : '')
    }),
  value: fc
    .tuple(
      fc.constantFrom('title', 'list', '@', 'skill->', 'n', '#', 'coalesce(title[#], title)'),
      fc.array(tie('step'), {maxLength: 3}),
    )
    .map(([base, steps]) => base + steps.join('')),
  step: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('[#]', '[ # ]', '[(#)]', '[-#]', '[# + #]', '["name_" + #]', '[# + "n"]', "['' + #]"),
    },
    fc.constantFrom(
      '[#..#]',
      '[#...#]',
      '[0..#]',
      '[# // ] a remark "\n]',
      '.title',
      '.list',
      '[]',
      '.skill->',
      '[k == #]',
      '[# - 1]',
    ),
    tie('condition').map((condition) => `[${condition}]`),
  ),
  condition: fc.constantFrom(
    'n == #',
    'title.en == #',
    '# in list',
    'defined(title[#])',
    '# == #',
    '@ == #',
    '@[#] > #',
    'n < # && #',
  ),
}))

const question = fc
  .tuple(template, fc.array(literal, {minLength: 20, maxLength: 20}), fc.nat(2 ** 20))
  .map(([text, values, asParams]): [query: string, params: Record<string, unknown>] => {
    const params: Record<string, unknown> = {}
    let index = -1
    const query = text.replaceAll('#', () => {
      index += 1
      const value = values[index % values.length]
      if ((asParams >> (index % 20)) & 1 && (typeof value !== 'object' || value === null)) return JSON.stringify(value)
      params[`p${index}`] = value
      return `$p${index}`
    })
    return [query, params]
  })

describe('a parameter in brackets is what its value makes it', () => {
  test.each<[query: string, params: Record<string, unknown>, answer: unknown]>([
    ['*[_id == "a"][0].title[$lang]', {lang: 'de'}, 'Pflegekraft'],
    ['*[_id == "a"][0].list[$n]', {n: 1}, 'en'],
    ['*[_id == "a"][0].list[$n]', {n: true}, [3, 'en', {k: 1, en: 'x'}]],
    ['* | order(_id)[$n]._id', {n: -1}, 'd'],
    ['* | order(_id)[$from...$to]._id', {from: 1, to: 3}, ['b', 'c']],
    ['$obj[$l]', {obj: {en: 'yes'}, l: 'en'}, 'yes'],
    ['*[_id == "a"][0]["name_" + $lang]', {lang: 'en'}, 'one'],
    ['*[_id == "a"][0].list[$n + 1]', {n: 0}, 'en'],
    ['*[_id == $id][0]._id', {id: 'b'}, 'b'],
  ])('%s with %j', async (query, params, answer) => {
    expect(await plainly(query, params)).toEqual(answer)
    expect(await locally(query, params)).toEqual(answer)
    const {client} = await lakeWith(documents)
    expect(await client.fetch(query, params, {perspective: 'raw'})).toEqual(answer)
  })

  test('the same query is asked with values of one kind and then of another', async () => {
    const lists = [{n: 0}, {n: 'k'}, {n: true}, {}, {n: 1}]
    const query = '*[_id == "c"][0].list[$n]'
    for (const params of [...lists, ...lists])
      expect(await locally(query, params)).toEqual(await plainly(query, params))
  })

  test('in a listener’s filter too', () => {
    const [nurse] = documents as [StoredDocument]
    expect(matches('*[title[$lang] == "Pflegekraft"]', {lang: 'de'}, nurse)).toBe(true)
    expect(matches('*[title[$lang] == "Pflegekraft"]', {lang: 'en'}, nurse)).toBe(false)
  })

  test('a tree is kept for every value but those in such brackets', () => {
    const treeOf = rememberingTrees(10, (tree) => tree)
    const plain = '*[_type == $type && n in [1, $n] && title.en == $title]'
    expect(treeOf(plain, {type: 'role', n: 1, title: 'Cook'})).toBe(treeOf(plain, {type: 'skill', n: 2, title: ''}))
    const place = '*[_type == $type][$n]'
    expect(treeOf(place, {type: 'role', n: 1})).toBe(treeOf(place, {type: 'skill', n: 1}))
    expect(treeOf(place, {type: 'role', n: 1})).not.toEqual(treeOf(place, {type: 'role', n: 2}))
    expect(treeOf(place, {n: true})).toBe(treeOf(place, {n: {}}))
  })
})

test(`groq-js, documents in memory and the lake say the same of ${runs} random queries`, async () => {
  const {client} = await lakeWith(documents)
  const told = {answers: 0, refusals: 0}
  await fc.assert(
    fc.asyncProperty(question, async ([query, params]) => {
      const expected = await plainly(query, params)
      told[expected === refused ? 'refusals' : 'answers'] += 1
      expect(await locally(query, params)).toEqual(expected)
      const asked = client.fetch(query, params, {perspective: 'raw'})
      expect(await asked.catch(({statusCode}) => (statusCode === 400 ? refused : statusCode))).toEqual(expected)
    }),
    {numRuns: runs},
  )
  expect(told.answers).toBeGreaterThan(told.refusals)
}, 1_200_000)
