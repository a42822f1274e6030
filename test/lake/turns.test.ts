import {describe, expect, test} from 'vitest'
import {refused} from '../../src/lake/failure.ts'
import {Turns} from '../../src/lake/query/turns.ts'

const late = () => refused(504, 'Gateway Timeout', 'too late')
const patient = {isQuick: false, wait: 5000, late}
const quick = {...patient, isQuick: true}

/** Some turns of which the first is taken until `leave` is called. */
function taken() {
  const turns = new Turns()
  const done: string[] = []
  const {promise: left, resolve: leave} = Promise.withResolvers<void>()
  const first = turns.take(() => left, patient)
  const take = (name: string, options = patient) => turns.take(async () => void done.push(name), options)
  return {turns, done, first, left, take, leave}
}

describe('of those who wait for their turn', () => {
  test('nobody goes in while another is in', async () => {
    const turns = new Turns()
    let inside = 0
    const most: number[] = []
    const work = async () => {
      inside += 1
      most.push(inside)
      await new Promise((resolve) => setTimeout(resolve, 1))
      inside -= 1
    }
    await Promise.all([1, 2, 3, 4, 5].map((one) => turns.take(work, one % 2 ? quick : patient)))
    expect(most).toEqual([1, 1, 1, 1, 1])
  })

  test('quick ones go first, as they came; of the others the latest', async () => {
    const {turns, done, take, leave} = taken()
    const all = [take('slow 1'), take('quick 1', quick), take('slow 2'), take('quick 2', quick), take('slow 3')]
    expect(turns.size).toBe(5)
    leave()
    await Promise.all(all)
    expect(done).toEqual(['quick 1', 'quick 2', 'slow 3', 'slow 2', 'slow 1'])
    expect(turns.size).toBe(0)
  })

  test('nobody who comes as one leaves goes before the one whose turn it is', async () => {
    const {done, left, take, leave} = taken()
    const waiting = take('waited')
    const coming = left.then(() => take('came', quick))
    leave()
    await Promise.all([waiting, coming])
    expect(done).toEqual(['waited', 'came'])
  })

  test('one who has waited too long is told so, and is not let in afterwards', async () => {
    const {turns, done, first, take, leave} = taken()
    await expect(take('impatient', {...patient, wait: 5})).rejects.toThrow('too late')
    await expect(take('past', {...patient, wait: -100})).rejects.toThrow('too late')
    expect(turns.size).toBe(0)
    leave()
    await first
    await take('next')
    expect(done).toEqual(['next'])
  })

  test('there are a thousand at most; the next one is refused at once', async () => {
    const {turns, done, take, leave} = taken()
    const all = Array.from({length: 1000}, (_, index) => take(`${index}`))
    await expect(take('one too many', quick)).rejects.toMatchObject({status: 503})
    expect(turns.size).toBe(1000)
    leave()
    await Promise.all(all)
    expect(done).toHaveLength(1000)
  })
})

test('whoever fails has told why, and the next one has its turn', async () => {
  const turns = new Turns()
  const failing = turns.take(() => Promise.reject(new Error('no answer')), patient)
  const next = turns.take(async () => 'an answer', patient)
  await expect(failing).rejects.toThrow('no answer')
  expect(await next).toBe('an answer')
})
