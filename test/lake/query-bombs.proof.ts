import {describe, expect, test} from 'vitest'
import {ask, memoryWatch, secondClient} from './support/busy.ts'
import {lakeInProcess} from './support/lake-process-of.ts'

const deadline = 5000
const mega = 1_000_000

/** Queries that would take seconds to minutes, or all the memory there is, and the statuses they may have. */
const bombs: [what: string, query: string, params: object, statuses: number[]][] = [
  ['ten wildcards on a long text', '*[_id == "long" && text match "*a*a*a*a*a*a*a*a*a*q"]', {}, [200, 504]],
  ['ten wildcards on a long word', '*[_id == "long" && run match "*a*a*a*a*a*a*a*a*a*q"]', {}, [504]],
  ['lists in lists, 8 deep', `${'*[_id in '.repeat(8)}*[]._id${']._id'.repeat(8)}`, {}, [504]],
  ['counts in counts, 8 deep', `${'count(*['.repeat(8)}_id > ""${']) > 0'.repeat(7)}])`, {}, [504]],
  ['a list of 100 KB', `[${'1,'.repeat(50_000)}1]`, {}, [413]],
  ['a list of 62 KB', `[${'1,'.repeat(31_000)}1]`, {}, [200, 504]],
  ['5,000 brackets that open', '['.repeat(5000), {}, [400]],
  ['5,000 brackets that open and close', '['.repeat(5000) + ']'.repeat(5000), {}, [400, 504]],
  ['30,000 parentheses', `${'('.repeat(30_000)}1${')'.repeat(30_000)}`, {}, [400, 504]],
  ['30,000 sums', `1${'+1'.repeat(30_000)}`, {}, [400, 504]],
  ['60,000 signs', `${'-'.repeat(60_000)}1`, {}, [400, 504]],
  ['a query of 1 MB', `"${'x'.repeat(mega)}"`, {}, [413]],
  ['1,000 parameters', '1', Object.fromEntries(Array.from({length: 1000}, (_, index) => [`p${index}`, index])), [400]],
  ['a parameter of 3.9 MB', 'count($p)', {p: Array(1_900_000).fill(1)}, [200, 400, 413, 503, 504]],
  ['a parameter of 4.1 MB', 'count($p)', {p: 'x'.repeat(4_100_000)}, [413]],
  ['an unknown function', 'nobody::knows(1)', {}, [400]],
  ['an unknown name', 'constructor::assign(1, 2)', {}, [400]],
  ['a product of all documents', '*{"b": *{"c": *{"d": *._id}.d[]}.c[]}.b[]', {}, [400, 503, 504]],
  ['an order by lists of lists', '*[]{"t": *[]{"u": *[]._id}} | order(t[0].u[0])', {}, [200, 503, 504]],
]

describe('a query that would never end', () => {
  test('is answered by its deadline, of each kind, and other clients hardly notice', async () => {
    const lake = await lakeInProcess({deadline})
    // Every worker has started before its memory is looked at.
    await Promise.all([ask(lake, 'count(*)'), ask(lake, 'count(*{"b": *{"c": *[0..20]._id}})')])
    const memory = await memoryWatch(lake)
    const second = await secondClient(lake)
    const told: [string, number, number][] = []
    for (const [what, query, params, statuses] of bombs) {
      const {status, milliseconds, text} = await ask(lake, query, params)
      told.push([what, status, Math.round(milliseconds)])
      expect([what, statuses.includes(status)], `${what}: ${status} ${text.slice(0, 200)}`).toEqual([what, true])
      expect(JSON.parse(text)).toBeTypeOf('object')
    }
    const {p99, failed} = await second.stop()
    const megabytes = await memory.stop()
    expect(told.filter(([, , milliseconds]) => milliseconds > deadline + 500)).toEqual([])
    expect(failed).toEqual([])
    expect(p99).toBeLessThan(200)
    expect(megabytes).toBeLessThan(256)
    expect((await ask(lake, 'count(*[_type == "role"])')).status).toBe(200)
  }, 180_000)

  test('is answered by its deadline when all kinds come at once, several times each', async () => {
    const lake = await lakeInProcess({deadline})
    await Promise.all([ask(lake, 'count(*)'), ask(lake, '*')])
    const second = await secondClient(lake)
    const slow = bombs.filter(([, query]) => query.length < 64_000 && !query.startsWith('1'))
    const each = slow.flatMap(([, query]) => Array.from({length: 5}, (_, index) => `${query} // ${index}`))
    const answers = await Promise.all(each.map((query) => ask(lake, query)))
    const {p99} = await second.stop()
    const longest = Math.max(...answers.map(({milliseconds}) => milliseconds))
    expect(longest).toBeLessThan(deadline + 500)
    expect(p99).toBeLessThan(200)
    expect((await ask(lake, 'count(*[_type == "role"])')).status).toBe(200)
  }, 60_000)

  test('is answered by its deadline when a hundred and fifty come at once', async () => {
    const lake = await lakeInProcess({deadline})
    await ask(lake, 'count(*)')
    const bomb = `${'count(*['.repeat(8)}_id > ""${']) > 0'.repeat(7)}])`
    const answers = await Promise.all(Array.from({length: 150}, (_, index) => ask(lake, `${bomb} // ${index}`)))
    const longest = Math.max(...answers.map(({milliseconds}) => milliseconds))
    expect(longest).toBeLessThan(deadline + 500)
    expect((await ask(lake, 'count(*[_type == "role"])')).milliseconds).toBeLessThan(500)
  }, 60_000)
})

test('a filter of a listener that would never end keeps neither queries nor other listeners waiting', async () => {
  const lake = await lakeInProcess({deadline})
  const stop = new AbortController()
  const slow = '_id == "long" && run match "*a*a*a*a*a*a*a*a*a*q"'
  const address = (index: number) =>
    `${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(`*[${slow} || ${index} > ${index}]`)}`
  await Promise.all(Array.from({length: 100}, (_, index) => fetch(address(index), {signal: stop.signal})))
  const second = await secondClient(lake)
  for (let round = 0; round < 10; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const mutations = [{patch: {id: 'long', set: {round}}}]
    await fetch(`${lake.url}/v2025-02-19/data/mutate/production`, {
      ...{method: 'POST', body: JSON.stringify({mutations})},
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${lake.token}`},
    })
  }
  const {p99} = await second.stop()
  stop.abort()
  expect(p99).toBeLessThan(200)
})

test('a perspective of thousands of releases keeps others waiting no longer than a query may', async () => {
  const lake = await lakeInProcess({deadline})
  const headers = {Authorization: `Bearer ${lake.token}`}
  const names = Array.from({length: 14_000}, (_, index) => index.toString(36).padStart(4, 'r')).join(',')
  const second = await secondClient(lake)
  const address = `${lake.url}/v2025-02-19/data/query/production?query=count(*)&perspective=${names}`
  const {status} = await fetch(address, {headers})
  await new Promise((resolve) => setTimeout(resolve, 500))
  const {slowest} = await second.stop()
  expect([200, 400]).toContain(status)
  expect(slowest).toBeLessThan(200)
})
