import {expect, test} from 'vitest'
import {isTimeout, withinOwnTime} from '../../src/lake/within.ts'

/** Waits, as somebody does whom the machine gives no processor. */
const starve = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

test('work that has had no time of a processor is begun anew, and comes to its end', () => {
  let begun = 0
  const answer = withinOwnTime(50, () => {
    begun += 1
    if (begun === 1) starve(400)
    return 'done'
  })
  expect([answer, begun]).toEqual(['done', 2])
})

test('work that has had all of its time is stopped', () => {
  let begun = 0
  const endless = () =>
    withinOwnTime(50, () => {
      begun += 1
      for (;;);
    })
  expect(endless).toThrow(expect.toSatisfy(isTimeout))
  expect(begun).toBeGreaterThan(0)
})

test('what the work throws is thrown, and it is not begun anew', () => {
  let begun = 0
  const failing = () =>
    withinOwnTime(50, () => {
      begun += 1
      throw new RangeError('no')
    })
  expect(failing).toThrow(RangeError)
  expect(begun).toBe(1)
})
