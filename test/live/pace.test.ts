import {afterEach, describe, expect, test, vi} from 'vitest'
import type {Ending} from '../../src/live/ending.ts'
import {type FollowTiming, timingWith, usualTiming} from '../../src/live/timing.ts'
import {Waits} from '../../src/live/waits.ts'
import {clientOf, lakeWith} from '../lake/support/lake.ts'
import {
  afterWelcome,
  type FaultServer,
  faultServer,
  frame,
  hangUp,
  instead,
  page,
  status,
} from './support/fault-server.ts'
import {comesRight, during, liveReader, type Stream} from './support/reader.ts'

afterEach(() => {
  vi.useRealTimers()
})

const ending = (kind: Ending['kind']): Ending => ({kind, message: ''})

/** The waits after each of these endings, each waited for. */
function waitsOf(kinds: Ending['kind'][], lived = 0): number[] {
  vi.useFakeTimers({toFake: ['performance']})
  const waits = new Waits(usualTiming)
  return kinds.map((kind) => {
    const wait = waits.after(ending(kind), lived)
    vi.advanceTimersByTime(wait)
    return wait
  })
}

describe('the wait before connecting again', () => {
  test('grows from one second to thirty, no two alike', () => {
    const least = [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]
    const most = [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]
    const runs = Array.from({length: 200}, () => waitsOf(least.map(() => 'lost')))
    for (const [index] of least.entries()) {
      const waits = runs.map((run) => run[index] ?? 0)
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(least[index] ?? 0)
      expect(Math.max(...waits)).toBeLessThanOrEqual(most[index] ?? 0)
      expect(new Set(waits).size).toBeGreaterThan(100)
    }
  })

  test('is the first again after a good connection, and not after one that was welcomed and cut', () => {
    expect(Math.max(...waitsOf(Array(20).fill('lost'), 10_000))).toBeLessThanOrEqual(2000)
    expect(Math.min(...waitsOf(Array(20).fill('lost'), 9_999).slice(4))).toBeGreaterThanOrEqual(15_000)
  })

  test('lets no more than five streams a minute be opened again because of what cannot be read', () => {
    for (const lived of [0, 10_000]) {
      const waits = waitsOf(Array(100).fill('unreadable'), lived)
      const times = waits.map((_, index) => waits.slice(0, index + 1).reduce((sum, wait) => sum + wait, 0))
      for (const time of times) {
        expect(times.filter((other) => other >= time && other < time + 60_000).length).toBeLessThanOrEqual(5)
      }
    }
  })

  test('is long after a refusal, longer where no reader is wanted, and none where nothing was heard', () => {
    for (const wait of waitsOf(Array(50).fill('refused'))) expect(wait).toBeGreaterThanOrEqual(60_000)
    for (const wait of waitsOf(Array(50).fill('goaway'))) expect(wait).toBeGreaterThanOrEqual(300_000)
    expect(waitsOf(['quiet'])).toEqual([0])
  })
})

describe('the timing', () => {
  test('is the usual one where nothing else is said', () => {
    expect(timingWith()).toEqual(usualTiming)
    expect(timingWith({poll: undefined, quiet: Number.NaN} as Partial<FollowTiming>)).toEqual(usualTiming)
    expect(timingWith({poll: 5})).toEqual({...usualTiming, poll: 5})
  })

  test('never makes a timer that fires at once', () => {
    const {poll, quiet, firstWait} = timingWith({poll: Infinity, quiet: 1e12, firstWait: -1})
    for (const wait of [poll * 1.5, quiet * 1.5]) expect(wait).toBeLessThan(2 ** 31)
    expect(firstWait).toBe(1)
  })
})

describe('a server', () => {
  test('that says what cannot be read, each time, is asked five more times a minute and polled meanwhile', async () => {
    const {lake, client} = await lakeWith([{_id: 'nurse', _type: 'role', title: 'Nurse'}])
    const {faults, behind} = await faultServer(lake)
    const timing = {firstWait: 1, longestWait: 2}
    const reader = await liveReader({client: clientOf(behind), direct: client, stream: 'listen', timing})
    const bad = frame('mutation', '{')
    const before = faults.connections
    faults.edit = afterWelcome(bad)
    faults.say(bad)
    await during(1000)
    expect(faults.connections - before).toBe(5)
    await client.patch('nurse').set({title: 'Head nurse'}).commit()
    await comesRight(reader, client)
  })

  // The client alone would ask each second, or every three.
  test('that is asked in life’s own time is asked three times in six seconds, whatever it does', async () => {
    const {lake, client} = await lakeWith([{_id: 'nurse', _type: 'role', title: 'Nurse'}])
    const welcomeAndCut = (server: FaultServer) => {
      server.edit = (text) => {
        setTimeout(() => server.cut(), 1)
        return text
      }
    }
    const faults = [welcomeAndCut, ...[hangUp, status(503), status(204), page].map(instead)]
    const meetings = faults.flatMap((begin) => (['listen', 'live'] as const).map((stream: Stream) => ({begin, stream})))
    const all = await Promise.all(
      meetings.map(async ({begin, stream}) => {
        const {faults: server, behind} = await faultServer(lake)
        const reader = await liveReader({client: clientOf(behind), direct: client, stream, timing: usualTiming})
        return {begin, server, reader}
      }),
    )
    for (const {begin, server} of all) {
      begin(server)
      server.cut()
    }
    await during(6000)
    // At 0, after 1 to 2 seconds, then after 2 to 4, then after 4 to 8.
    for (const {server} of all) expect(server.connections).toBeGreaterThanOrEqual(2)
    for (const {server} of all) expect(server.connections).toBeLessThanOrEqual(3)
  })
})
