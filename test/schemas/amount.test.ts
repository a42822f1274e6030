import {expect, test} from 'vitest'
import {readAmount} from '../../studio/plugin/schema/amount.ts'

test.each([
  ['95000', 95_000],
  ['95.000', 95_000],
  ['95,000', 95_000],
  ['95 000', 95_000],
  ['95\u202f000', 95_000],
  ['95’000', 95_000],
  ['1.234.567', 1_234_567],
  ['95.000,50', 95_000.5],
  ['95,000.50', 95_000.5],
  ['17.29', 17.29],
  ['17,29', 17.29],
  ['17,5', 17.5],
  ['0', 0],
  ['0.125', null],
  ['000,500', null],
  ['', null],
  ['95.0000', null],
  ['95.00.00', null],
  ['1.234,567', null],
  ['95k', null],
  ['-5', null],
  ['1e3', null],
])('%j is read as %j', (text, amount) => {
  expect(readAmount(text)).toBe(amount)
})
