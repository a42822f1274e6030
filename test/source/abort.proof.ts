import {expect, test} from 'vitest'
import {SourceError, sanitySource} from '../../src/index.ts'
import {fakeLake, json} from '../cli/support/fake-lake.ts'
import {busy, clientOf, good, hang, hangInTheMiddle, reset, sent} from './support/answers.ts'

test('an abort ends the call with its reason, soon, and closes the connection, at any moment', async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  const faults = [hang, good, reset, json(503, {}), hangInTheMiddle, busy('1'), sent('{}')]
  const {apiHost, requests} = await fakeLake((request, response) =>
    faults[Math.floor(Math.random() * faults.length)]?.(request, response),
  )
  const source = sanitySource(clientOf(apiHost), {concurrency: 32})
  const waits: number[] = []
  const one = async () => {
    const controller = new AbortController()
    let at = 0
    const timer = setTimeout(() => {
      at = performance.now()
      controller.abort()
    }, Math.random() * 60)
    const {signal} = controller
    const answer = await source
      .fetch('*[_type == "role"]', {}, {perspective: 'published', signal})
      .catch((error) => error)
    clearTimeout(timer)
    if (answer === 'good') return
    if (signal.aborted) {
      expect(answer).toBe(signal.reason)
      waits.push(performance.now() - at)
    } else expect(answer).toBeInstanceOf(SourceError)
  }
  for (let round = 0; round < 25; round += 1) await Promise.all(Array.from({length: 40}, one))
  expect(waits.length).toBeGreaterThan(100)
  waits.sort((one, other) => one - other)
  expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(50)
  await expect
    .poll(() => requests.filter(({socket}) => !socket.destroyed).length, {timeout: 10_000})
    .toBeLessThanOrEqual(32)
  // What was on its way still comes in; a call that went on would ask for much longer.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const made = requests.length
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(requests.length).toBe(made)
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
}, 60_000)
