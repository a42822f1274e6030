import {makePatches, stringifyPatches} from '@sanity/diff-match-patch'
import {describe, expect, test} from 'vitest'
import {busyLoops} from './support/busy-loops.ts'
import {lakeWith} from './support/lake.ts'

const runs = Number(process.env.RUNS ?? 1)
const loops = Number(process.env.LOOPS ?? 4)

const sentence = 'Looks after the wards at night and writes down what the day must know. '
const long = sentence.repeat(Math.ceil(40_000 / sentence.length))
const pair = {publishedId: 'nurse', draftId: 'drafts.nurse'}
const role = {_id: 'nurse', _type: 'role', title: 'Nurse', text: long}

/** What a Studio sends for each letter that is typed into a text, from a place on. */
function typed(text: string, letters: number, at: number): {actions: object[]; after: string} {
  let before = text
  const actions = Array.from({length: letters}, (_, index) => {
    const place = at + index
    const after = `${before.slice(0, place)}${'abcdefghij'[index % 10]}${before.slice(place)}`
    const diffMatchPatch = {text: stringifyPatches(makePatches(before, after))}
    before = after
    return {actionType: 'sanity.action.document.edit', ...pair, patch: {diffMatchPatch}}
  })
  return {actions, after: before}
}

describe(`on a machine with ${loops} busy loops no letter is refused`, () => {
  test('of 49 that come in one request, ten times', async () => {
    const {client} = await lakeWith([role])
    busyLoops(loops)
    let text = long
    for (let turn = 0; turn < 10 * runs; turn += 1) {
      const {actions, after} = typed(text, 49, (turn * 977) % text.length)
      await client.action(actions as never)
      text = after
    }
    expect(await client.getDocument('drafts.nurse')).toMatchObject({text})
  })

  test('of 25 patches in each of 25 requests', async () => {
    const {client} = await lakeWith([role])
    busyLoops(loops)
    let text = long
    for (let turn = 0; turn < 25 * runs; turn += 1) {
      const {actions, after} = typed(text, 25, (turn * 1709) % text.length)
      const patches = (actions as {patch: object}[]).map(({patch}) => ({patch: {...patch, id: 'nurse'}}))
      await client.mutate(patches as never)
      text = after
    }
    expect(await client.getDocument('nurse')).toMatchObject({text})
  })

  test('of 625 patches in one request, and of as many whose place somebody else has moved', async () => {
    const {client} = await lakeWith([role])
    busyLoops(loops)
    const {actions, after} = typed(long, 625, 20_000)
    await client.action(actions as never)
    expect(await client.getDocument('drafts.nurse')).toMatchObject({text: after})

    await client.createOrReplace({...role, _id: 'drafts.nurse', text: `Before all. ${long}`})
    await client.action(actions as never)
    expect(await client.getDocument('drafts.nurse')).toMatchObject({text: `Before all. ${after}`})
  })

  test('of a whole document that is pasted over another', async () => {
    const {client} = await lakeWith([role])
    busyLoops(loops)
    const other = 'Quite another job stands here in the place of what was. '.repeat(4000)
    for (const [before, after] of [
      [long, other],
      [other, long],
      [long, ''],
    ] as const) {
      const diffMatchPatch = {text: stringifyPatches(makePatches(before, after))}
      await client.action({actionType: 'sanity.action.document.edit', ...pair, patch: {diffMatchPatch}} as never)
      expect(await client.getDocument('drafts.nurse')).toMatchObject({text: after})
    }
  })
})

const header = (at: number, old: number, young: number) => `@@ -${at},${old} +${at},${young} @@\n`
const nowhere = (at: number) => `${header(at, 30, 31)} ${'z'.repeat(29)}\n+x\n z\n`
const removal = (at: number) =>
  `${header(at, 3000, 1)}-${'y'.repeat(32)}${'abcdefghij'.repeat(294)}${'z'.repeat(28)}\n+q\n`
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({length: count}, (_, index) => make(index))
const textPatch = (text: string) => ({patch: {id: 'nurse', diffMatchPatch: {text}}})

/** Each would keep everybody waiting for many seconds, or hours. */
const hostile: [what: string, mutations: object[]][] = [
  ['a change that is nowhere, 2,000 times', [textPatch(many(2000, (index) => nowhere(index * 20 + 1)).join(''))]],
  ['the same in 2,000 patches', many(2000, (index) => textPatch(nowhere(index * 20 + 1)))],
  ['one change in 2 MB of what stays', [textPatch(`${header(1, 2_000_000, 2_000_001)} ${'x'.repeat(2e6)}\n+y\n`)]],
  ['a hundred thousand changes that touch', [textPatch(header(1, 2e5, 1) + '-x\n x\n+y\n'.repeat(1e5))]],
  ['500 long removals of what is nowhere', [textPatch(many(500, (index) => removal(index * 60 + 1)).join(''))]],
  ['100,000 paths', [{patch: {id: 'nurse', set: Object.fromEntries(many(100_000, (index) => [`a${index}`, 1]))}}]],
  ['a thousand places, 200 times', many(200, () => ({patch: {id: 'nurse', set: {'tags[0:999]': 1}}}))],
  ['every place, all in one list', [{patch: {id: 'nurse', set: {'tags[@ == "t"]': 1, 'list[a == 1].a': 2}}}]],
  ['a large document, 10,000 times', many(10_000, () => ({patch: {id: 'nurse', inc: {count: 1}}}))],
]

describe('nothing is written, and the editor is told why, of', () => {
  test.each(hostile)('%s', async (_what, mutations) => {
    const more = {count: 0, tags: Array(1000).fill('t'), list: many(40_000, () => ({a: 1}))}
    const {client} = await lakeWith([{...role, ...more}])
    const before = await client.getDocument('nurse')
    await expect(client.mutate(mutations as never)).rejects.toThrow(
      /too much for one request: .* Nothing was written\. Send it in smaller parts\./,
    )
    expect(await client.getDocument('nurse')).toEqual(before)
  })
})
