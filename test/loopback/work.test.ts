import {expect, test} from 'vitest'
import {Work} from '../../src/loopback/work.ts'

/** Work that is done when it is told so, and what became of each piece. */
function begun(work: Work) {
  const done: string[] = []
  const ends = new Map<string, () => void>()
  const ask = (name: string, isReader = false) =>
    work
      .do(isReader, () => new Promise<void>((resolve) => ends.set(name, resolve)).then(() => void done.push(name)))
      .then((outcome) => outcome === null && done.push(`no ${name}`))
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {done, ends, ask, end}
}

test('of what waits, the newest is done first, and before it that of readers', async () => {
  const {done, ends, ask, end} = begun(new Work({atOnce: 1, mostWaiting: 10}))
  for (const name of ['first', 'old', 'new']) void ask(name)
  void ask('reader', true)
  void ask('newest')
  for (const name of ['first', 'reader', 'newest', 'new', 'old']) {
    expect([...ends.keys()].at(-1)).toBe(name)
    await end(name)
  }
  expect(done).toEqual(['first', 'reader', 'newest', 'new', 'old'])
})

test('where too many wait, the oldest is told so, and a reader only where there are no others', async () => {
  const {done, ask, end} = begun(new Work({atOnce: 1, mostWaiting: 2}))
  void ask('first')
  void ask('reader', true)
  void ask('old')
  void ask('new')
  await end('')
  expect(done).toEqual(['no old'])
  void ask('another', true)
  await end('')
  void ask('third', true)
  await end('')
  expect(done).toEqual(['no old', 'no new', 'no reader'])
})
