import {expect, onTestFinished, test} from 'vitest'
import {clientOf} from './support/lake.ts'
import {lakeInProcess} from './support/lake-process-of.ts'

const numbers = Array.from({length: 2000}, (_, index) => index).join()

/** A filter that takes the worker all the time it is given. */
const heavy = (index: number) => `*[count([${numbers}][count([${numbers}][@ == ${index}]) > 1]) > 0]`

test('filters of strangers keep nobody who has shown the token waiting for events', async () => {
  const lake = await lakeInProcess()
  const listened = (query: string) =>
    `${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}`
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const answers = await Promise.all(
    Array.from({length: 50}, (_, index) => fetch(listened(heavy(index)), {signal: ending.signal})),
  )
  // A few may listen to something of their own. The others are told to come again.
  expect(new Set(answers.map(({status}) => status))).toEqual(new Set([200, 503]))

  const client = clientOf(lake as never)
  const heard = new Map<string, number>()
  const subscription = client
    .listen('*[_type == "skill"]', {}, {events: ['welcome', 'mutation'], visibility: 'transaction'})
    .subscribe((event) => heard.set(event.type === 'mutation' ? event.documentId : event.type, performance.now()))
  onTestFinished(() => subscription.unsubscribe())
  await expect.poll(() => heard.has('welcome')).toBe(true)
  const waits: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const begun = performance.now()
    await client.create({_id: `skill-${turn}`, _type: 'skill', name: 'Knots'})
    await expect.poll(() => heard.has(`skill-${turn}`), {timeout: 20_000, interval: 5}).toBe(true)
    waits.push((heard.get(`skill-${turn}`) ?? 0) - begun)
  }
  waits.sort((one, other) => one - other)
  console.log(`An event took ${waits.map(Math.round).join(', ')} ms.`)
  expect(waits.at(-1)).toBeLessThan(1000)
  expect(lake.isAlive()).toBe(true)
}, 120_000)
