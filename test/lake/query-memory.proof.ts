import {describe, expect, test} from 'vitest'
import {ask, memoryWatch, secondClient} from './support/busy.ts'
import {childrenOf, lakeInProcess} from './support/lake-process-of.ts'

// As large as a reader with the token may send them.
const text = 'x'.repeat(950_000)
const ones = Array(480_000).fill(1)
const times = (count: number, what: string, joint = ',') => Array(count).fill(what).join(joint)

/** Queries whose answer, or the way to it, takes more memory than a worker has. */
const exhausting: [what: string, query: string, params: object][] = [
  ['a text added to itself', times(600, '$a', '+'), {a: text}],
  ['the letters of a text added to itself', `string::split(${times(400, '$a', '+')}, "")`, {a: text}],
  ['a list spread many times', `[${times(1600, '...$a')}]`, {a: ones}],
  ['a count of a list spread many times', `count([${times(6000, '...$a')}])`, {a: ones}],
  ['texts joined', `array::join([${times(480, '$a')}], "")`, {a: text}],
  ['the different ones of a list spread many times', `array::unique([${times(300, '...$a')}])`, {a: ones}],
  ['many small letters', `[${times(800, 'lower($a)')}]`, {a: text}],
  ['documents in documents in documents', '*{"a": *{"b": *{..., "c": *}}}', {}],
  ['the letters of a stored text, many times', `[${times(200, '...string::split(*[_id == "long"][0].text, "")')}]`, {}],
  ['a stored text, many times', `[${times(1200, '*[_id == "long"][0].text')}]`, {}],
]

describe('a query that takes more memory than there is', () => {
  test.each(exhausting)('%s, fails by itself, and the next one is answered', async (_what, query, params) => {
    const lake = await lakeInProcess({deadline: 5000})
    await ask(lake, 'count(*)')
    const memory = await memoryWatch(lake)
    const answer = await ask(lake, query, params, true).catch((error: Error) => ({
      status: 0,
      text: String(error.cause),
    }))
    expect([lake.isAlive(), [400, 413, 503, 504].includes(answer.status)], answer.text.slice(0, 300)).toEqual([
      true,
      true,
    ])
    expect(JSON.parse(answer.text)).toBeTypeOf('object')
    const next = await ask(lake, 'count(*[_type == "role"])')
    expect([next.status, JSON.parse(next.text).result > 0]).toEqual([200, true])
    expect(next.milliseconds).toBeLessThan(3000)
    expect(await memory.stop()).toBeLessThan(1000)
  })

  test('is answered with a time to try again, where the worker has died', async () => {
    const lake = await lakeInProcess({deadline: 5000})
    const query = '*{"a": *{"b": *{..., "c": *}}}'
    const answer = await fetch(`${lake.url}/v1/data/query/production?query=${encodeURIComponent(query)}`)
    const said = await answer.json()
    expect([400, 503, 504]).toContain(answer.status)
    if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('1')
    expect(JSON.stringify(said)).not.toMatch(/node:|\.ts:|\\n +at /)
  })

  test('takes no listener along', async () => {
    const lake = await lakeInProcess({deadline: 5000})
    const headers = {Authorization: `Bearer ${lake.token}`, 'Content-Type': 'application/json'}
    const listener = await fetch(`${lake.url}/v1/data/listen/production?query=*[_id=="long"]`, {headers})
    const reader = listener.body?.getReader()
    await reader?.read()
    const died = ask(lake, '*{"a": *{"b": *{..., "c": *}}}')
    const body = JSON.stringify({mutations: [{patch: {id: 'long', set: {round: 7}}}]})
    await fetch(`${lake.url}/v1/data/mutate/production`, {method: 'POST', headers, body})
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"round":7')
    await died
    await reader?.cancel()
  })
})

test.each([
  ['bodies of 3.9 MB', 1_300_000, false],
  ['the largest bodies of readers without the token', 84_000, false],
  ['the largest bodies of those who have it', 330_000, true],
])('%s at once keep nobody waiting, and do not fill the memory', async (_what, length, isTrusted) => {
  const lake = await lakeInProcess({deadline: 5000})
  await ask(lake, 'count(*)')
  const lists = Array.from({length}, () => [])
  const memory = await memoryWatch(lake)
  const second = await secondClient(lake)
  const start = performance.now()
  const statuses = await Promise.all(
    Array.from({length: 20}, async () => {
      const {status} = await ask(lake, 'count($p)', {p: lists}, isTrusted).catch(() => ({status: 0}))
      return status
    }),
  )
  const seconds = (performance.now() - start) / 1000
  await second.stop()
  const megabytes = await memory.stop()
  expect(lake.isAlive()).toBe(true)
  expect([seconds < 6.5, megabytes < 512], `${seconds} s, ${megabytes} MB, ${statuses}`).toEqual([true, true])
})

test('many different queries of the largest size leave room for the others', async () => {
  const lake = await lakeInProcess({deadline: 5000})
  await ask(lake, 'count(*)')
  const memory = await memoryWatch(lake)
  const failed: number[] = []
  for (let count = 0; count < 60; count += 1) {
    await ask(lake, `[${times(700, `{"a": [1, 2, 3], "b": ${count}}`)}]`)
    const {status} = await ask(lake, 'count(*[_type == "role"])')
    if (status !== 200) failed.push(status)
  }
  expect(failed).toEqual([])
  expect(await memory.stop()).toBeLessThan(512)
})

test('many perspectives, one after another, leave no memory behind', async () => {
  const lake = await lakeInProcess()
  const headers = {Authorization: `Bearer ${lake.token}`}
  const once = async (name: string) => {
    const address = `${lake.url}/v2025-02-19/data/query/production?query=count(*)&perspective=${name}`
    expect((await fetch(address, {headers})).status).toBe(200)
  }
  for (let count = 0; count < 50; count += 1) await once(`r${count}`)
  const memory = await memoryWatch(lake)
  for (let count = 50; count < 1500; count += 1) await once(`r${count}`)
  expect(await memory.stop()).toBeLessThan(150)
})

test('a lake that is killed takes its workers along, whatever they do', async () => {
  const lake = await lakeInProcess({deadline: 5000})
  await ask(lake, 'count(*)')
  const bomb = `${times(8, 'count(*[', '')}_id > ""${times(7, ']) > 0', '')}])`
  const lost = [ask(lake, bomb), ask(lake, `string::split(${times(20, '$a', '+')}, "") `, {a: text}, true)]
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const workers = childrenOf(lake.pid)
  process.kill(lake.pid, 'SIGKILL')
  await Promise.allSettled(lost)
  await expect.poll(() => workers.filter(isRunning), {timeout: 15_000}).toEqual([])
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
