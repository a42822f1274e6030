import {expect, test} from 'vitest'
import {guardedLake, mutate, untouched} from './support/guarded.ts'

const patch = (id: string, of: object) => ({patch: {id, ...of}})

test.each([
  ['set', {set: {'tags[0:999999999]': 1}}],
  ['unset', {unset: ['tags[0:99999999]']}],
  ['inc', {inc: {'tags[-999999999:999999999]': 1}}],
  ['a replacement', {insert: {replace: 'tags[0:99999999]', items: []}}],
])('%s over a range without end does not keep others waiting', async (_operation, of) => {
  const lake = await guardedLake()
  const start = performance.now()
  const answer = await untouched(lake, () => mutate(lake, {mutations: [patch('calm', of)]}))
  expect(performance.now() - start).toBeLessThan(500)
  expect(answer.status).toBe(400)
})

const wide = Array.from({length: 300}, () => ({a: Array(100).fill(1)}))
const manyRanges = `tags[${Array(90).fill('0:9999').join()}]`

test.each([
  ['a range of ten thousand places', {set: {'tags[0:9999]': 1}}],
  ['a range of a hundred thousand places', {set: {'tags[0:99999]': 1}}],
  ['many ranges in one place', {set: {[manyRanges]: 1}}],
  ['ranges in ranges', {set: {'wide[0:999].a[0:999]': 2}}],
  ['ranges in ranges of a list of numbers', {inc: {'wide[0:999].a[0:999]': 2}}],
  ['everything in everything', {set: {'wide[*].a[*]': 2}}],
])('%s keeps nobody waiting, whether it is refused or carried out', async (_what, of) => {
  const lake = await guardedLake()
  await mutate(lake, {mutations: [patch('calm', {set: {wide}})]})
  const start = performance.now()
  expect([200, 400]).toContain((await mutate(lake, {mutations: [patch('calm', of)]})).status)
  expect(performance.now() - start).toBeLessThan(500)
})

test('a text patch that fits nowhere keeps nobody waiting', async () => {
  const lake = await guardedLake()
  await mutate(lake, {mutations: [patch('calm', {set: {text: 'abcdefghij'.repeat(20_000)}})]})
  const hunk = (at: number) => `@@ -${at},30 +${at},31 @@\n ${'z'.repeat(29)}\n+x\n z\n`
  const text = Array.from({length: 500}, (_, index) => hunk(index * 50 + 1)).join('')
  const start = performance.now()
  expect([200, 400]).toContain((await mutate(lake, {mutations: [patch('calm', {diffMatchPatch: {text}})]})).status)
  expect(performance.now() - start).toBeLessThan(500)
})
