import {expect, test} from 'vitest'
import {toLine} from '../../src/diff/block-lines.ts'
import {pairLines} from '../../src/diff/pair-lines.ts'

const lines = (texts: string) => [...texts].map((text) => toLine('item', text))

test.each<[why: string, before: string, after: string, partners: (number | null)[]]>([
  ['all are the same', 'abcd', 'abcd', [0, 1, 2, 3]],
  // The third was reworded to what the fourth said, and the fourth to something new.
  ['half of them are the same', 'abcd', 'abdx', [0, 1, 2, 3]],
  ['fewer than half are the same', 'abcdef', 'abdxyz', [0, 1, 3, 4, 5, null]],
])('lines of an edit that kept each item in its place stand as they were where %s', (_why, before, after, partners) => {
  expect(pairLines(lines(before), lines(after), true)).toEqual(partners)
})

test('a line that is elsewhere has moved, where items may have changed places', () => {
  expect(pairLines(lines('abcd'), lines('abdx'), false)).toEqual([0, 1, 3, null])
})
