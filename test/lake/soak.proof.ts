import {expect, test} from 'vitest'
import {soakProof} from '../../bench/lake/soak.ts'

test('listeners whose connections break off all know what the lake holds', async () => {
  const growth = Number.POSITIVE_INFINITY
  const {misses} = await soakProof({seconds: 15, listeners: 50, writes: 20, reads: 50, growth, points: 0})
  expect(misses).toEqual([])
}, 180_000)
