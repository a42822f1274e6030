import {expect, test} from 'vitest'
import {killProof} from '../../bench/lake/kill.ts'

// How fast it is, is measured on a quiet machine.
test('a lake that is killed while it writes has kept each acknowledged transaction, whole, and starts again', async () => {
  const {figures, misses} = await killProof({rounds: 10, transactions: 60, beginnings: 0, restart: 10_000})
  expect(misses).toEqual([])
  expect(figures.acknowledged).toBeGreaterThan(300)
}, 180_000)

test('a lake that is killed while it begins starts again', async () => {
  expect((await killProof({rounds: 0, transactions: 0, beginnings: 30, restart: 10_000})).misses).toEqual([])
}, 180_000)
