import {expect, test} from 'vitest'
import {compactProof} from '../../bench/lake/compact.ts'

test('a store of 400 days of edits is small again, and holds all that it should', async () => {
  const {misses, ratio, reads} = await compactProof({edits: 10_000})
  console.log(`${ratio.toFixed(2)} times what is current or new; ${JSON.stringify(reads)}`)
  expect(misses).toEqual([])
  expect(reads.refused + reads.right).toBeGreaterThan(0)
}, 180_000)
