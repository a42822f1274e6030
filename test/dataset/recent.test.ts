import {describe, expect, test} from 'vitest'
import {Recent} from '../../src/dataset/recent.ts'
import {remembering} from '../../src/dataset/remembering.ts'

describe('of the latest entries', () => {
  test('the one that was set longest ago goes first', () => {
    const recent = new Recent<string, number>(2).set('a', 1).set('b', 2).set('c', 3)
    expect([...recent]).toEqual([
      ['b', 2],
      ['c', 3],
    ])
  })

  test('one that is set again is kept as a new one', () => {
    const recent = new Recent<string, number>(2).set('a', 1).set('b', 2).set('a', 3).set('c', 4)
    expect([...recent]).toEqual([
      ['a', 3],
      ['c', 4],
    ])
  })
})

test('a function that remembers makes an answer anew only where others came in between', () => {
  const made: string[] = []
  const length = remembering(2, (word) => {
    made.push(word)
    return {length: word.length}
  })
  expect(length('one')).toBe(length('one'))
  for (const word of ['three', 'one', 'four', 'three', 'one']) length(word)
  expect(made).toEqual(['one', 'three', 'four', 'three', 'one'])
})
