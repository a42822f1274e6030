import {once} from 'node:events'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Lane, type Request} from '../../src/lake/query/lane.ts'

const bodyOf = (_id: string, more: object = {}) => JSON.stringify({_id, _type: 'thing', ...more})

/** A lane over documents that can be written, until the test is over. */
function laneOf(given: string[], isPatient = false) {
  const documents = new Map(given.map((id) => [id, bodyOf(id)]))
  const lane = new Lane(
    {
      bodies: () => documents.values(),
      get size() {
        return [...documents.values()].reduce((sum, body) => sum + body.length, 0)
      },
    },
    isPatient,
  )
  onTestFinished(() => lane.close())
  const ask = (query: string, milliseconds = 20_000) => {
    const question = {query, params: '{}', perspective: 'published'} as const
    return lane.request({kind: 'ask', question, asker: {}, milliseconds})
  }
  const write = (id: string, body: string) => {
    const growth = body.length - (documents.get(id)?.length ?? 0)
    documents.set(id, body)
    lane.change([{documentId: id, after: body}], growth)
  }
  return {lane, ask, write}
}

/** Keeps a worker busy for minutes. */
const endless = `count(${'*[count('.repeat(12)}*${') > 0]'.repeat(12)})`
const many = Array.from({length: 40}, (_, index) => `thing-${index}`)
const filters = [{query: '*[_id == "a"]', params: {}}]
const everyMatch: Request = {kind: 'match', filters, documents: [bodyOf('a')], milliseconds: 5000, isLast: true}
const matched = {kind: 'matches', passed: [[true]]}

describe('a worker', () => {
  test('has all documents however many there are, and what was written before the question', async () => {
    const {ask, write} = laneOf(Array.from({length: 1201}, (_, index) => `thing-${index}`))
    expect(await ask('count(*)')).toMatchObject({json: '1201'})
    write('late', bodyOf('late'))
    expect(await ask('count(*)')).toMatchObject({json: '1202'})
  })

  test('reads from the store what was written before it was there', async () => {
    const {ask, write} = laneOf(['a'], true)
    write('b', bodyOf('b'))
    expect(await ask('*._id')).toMatchObject({json: '["a","b"]'})
  })

  test('that has died is replaced: what it was asked is refused, and the next question is answered', async () => {
    const {lane, ask} = laneOf(many)
    await ask('1')
    const worker = lane.start()
    const asked = ask(endless)
    worker.kill('SIGKILL')
    await expect(asked).rejects.toMatchObject({status: 503, cause: new Error('the worker has ended')})
    expect(await ask('count(*)')).toMatchObject({json: '40'})
    expect(lane.start().pid).not.toBe(worker.pid)
  })

  test('that is stopped in the middle is replaced at once', async () => {
    const {lane, ask} = laneOf(many, true)
    const asked = ask(endless)
    lane.restart()
    await expect(asked).rejects.toMatchObject({status: 503, cause: new Error('the worker was stopped')})
    expect(await ask('count(*)')).toMatchObject({json: '40'})
  })

  test('that dies does not keep listeners from being told of a change: the next one is asked', async () => {
    const {lane} = laneOf(['a'])
    const asked = lane.request(everyMatch)
    lane.start().kill('SIGKILL')
    expect(await asked).toMatchObject(matched)
  })

  test('is asked the same no more than a few times, where it dies of it each time', async () => {
    const {lane} = laneOf(['a'])
    const asked = lane.request(everyMatch)
    const refusal = expect(asked).rejects.toMatchObject({status: 503})
    for (let time = 1; time <= 5; time += 1) lane.restart()
    await refusal
    expect(await lane.request(everyMatch)).toMatchObject(matched)
  })

  test('that has no more room is replaced before it takes in what it has none for, and nothing is lost', async () => {
    const {lane, ask, write} = laneOf(['a'])
    const first = lane.start()
    const ended = once(first, 'exit')
    write('small', bodyOf('small', {text: 'x'.repeat(1_000_000)}))
    expect(lane.start()).toBe(first)
    const asked = ask('length(*[_id == "large"][0].text)')
    write('large', bodyOf('large', {text: 'x'.repeat(5_000_000)}))
    expect(lane.start()).not.toBe(first)
    expect(await asked).toMatchObject({json: '5000000'})
    expect(await ended).toEqual([null, 'SIGKILL'])
  })

  test('is not there any more once the lake is closed, and whoever asks is refused', async () => {
    const {lane, ask} = laneOf(many)
    const ended = once(lane.start(), 'exit')
    const asked = ask(endless)
    lane.close()
    await expect(asked).rejects.toMatchObject({status: 503})
    await expect(ask('1')).rejects.toMatchObject({status: 503})
    await ended
  })
})
