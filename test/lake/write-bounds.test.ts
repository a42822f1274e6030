import {expect, test} from 'vitest'
import {guardedLake, mutate, untouched} from './support/guarded.ts'

const patch = (of: object) => ({patch: {id: 'calm', ...of}})
const create = (fields: object) => ({create: {_id: 'planted', _type: 'role', ...fields}})
const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
const many = (values: number) => create({list: Array(values).fill(1)})
const times = (count: number, mutation: object) => Array.from({length: count}, () => mutation)

/** What is as large as it may be, and what is one more. */
const bounds: [what: string, of: (size: number) => object[], most: number, status: number][] = [
  ['places of a range', (size) => [patch({set: {[`tags[0:${size}]`]: 1}})], 1000, 400],
  ['letters of a path', (size) => [patch({set: {['a'.repeat(size)]: 1}})], 1024, 400],
  ['levels of a path', (size) => [patch({set: {[Array(size).fill('a').join('.')]: 1}})], 100, 400],
  ['mutations', (size) => times(size, {delete: {id: 'nobody'}}), 10_000, 413],
  ['letters of an id', (size) => [{create: {_id: 'i'.repeat(size), _type: 'role'}}], 128, 400],
  ['levels of a document', (size) => [create({deep: deep(size)})], 97, 400],
  ['values', (size) => [many(size)], 199_993, 400],
]

test.each(bounds)('%s: as many as may be are taken, and one more is refused', async (_what, of, most, status) => {
  const lake = await guardedLake()
  const answer = await untouched(lake, () => mutate(lake, {mutations: of(most + 1)}))
  expect(answer.status).toBe(status)
  const taken = await mutate(lake, {mutations: of(most)})
  expect([taken.status, await taken.json()]).toEqual([200, expect.anything()])
})

test('a document of 16 MB is taken, and one that is a little larger is refused', async () => {
  const lake = await guardedLake()
  const part = 'x'.repeat(3_900_000)
  for (const name of 'abcd') await mutate(lake, {mutations: [patch({set: {[name]: part}})]})
  const {documents} = await (
    await fetch(`${lake.url}/v2025-02-19/data/doc/${lake.dataset}/calm`, {
      headers: {Authorization: `Bearer ${lake.token}`},
    })
  ).json()
  const {_updatedAt, ...kept} = documents[0]
  const room = 16_000_000 - JSON.stringify({...kept, rest: ''}).length
  const rest = (length: number) => mutate(lake, {mutations: [patch({set: {rest: 'x'.repeat(length)}})]})
  expect((await rest(room + 100)).status).toBe(400)
  expect((await rest(room - 100)).status).toBe(200)
})

test.each([
  ['a transaction id of 128 letters', 128, 200],
  ['one of 129', 129, 400],
])('%s', async (_what, length, status) => {
  const lake = await guardedLake()
  const answer = await mutate(lake, {mutations: [create({})], transactionId: 't'.repeat(length)})
  expect(answer.status).toBe(status)
})
