import {expect, test} from 'vitest'
import {Recent} from '../../src/live/recent.ts'

test('the latest thousand names are known, and no more', () => {
  const recent = new Recent()
  const names = Array.from({length: 1001}, (_, n) => `name-${n}`)
  for (const name of names) expect(recent.has(name)).toBe(false)
  for (const name of names.slice(1)) expect(recent.has(name)).toBe(true)
  expect(recent.has('name-0')).toBe(false)
})
