import {expect, test} from 'vitest'
import {damageProof} from '../../bench/lake/damage.ts'

const none = {cuts: 0, logFlips: 0, flips: 0, headerFlips: 0, seed: 3}

test('a log that is cut or damaged gives exactly the transactions that were whole before the place', async () => {
  expect((await damageProof({...none, cuts: 60, logFlips: 40})).misses).toEqual([])
}, 180_000)

test('a database with one byte changed is refused and left as it is, or all that it tells is right', async () => {
  expect((await damageProof({...none, flips: 60, headerFlips: 40})).misses).toEqual([])
}, 180_000)
