import {describe, expect, test} from 'vitest'
import {documentFindings} from '../../src/checks.ts'
import {findingsIn, now, roleOf} from './role.ts'

// What took seconds froze the tab of a Studio. Not the time is held here but its growth, which no other work on the machine changes.
const timeOf = (run: () => unknown) =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )

/** How much longer four times as much takes: about 4 where each piece is looked at once, 16 where it is held against all others. */
function growth(run: (size: number) => unknown, size: number): number {
  run(size)
  return (
    timeOf(() => run(4 * size)) /
    Math.max(
      timeOf(() => run(size)),
      3,
    )
  )
}
const most = 9

describe('a long text', () => {
  test('full of what may be a tool is read in time that grows with it', () => {
    const read = (times: number) => findingsIn({responsibilities: ['Go on. '.repeat(times)], otherTools: ['Go']})
    expect(growth(read, 5_000)).toBeLessThan(most)
  })

  test('full of years is read in time that grows with it', () => {
    const read = (times: number) => findingsIn({responsibilities: ['in 2019 '.repeat(times)]})
    expect(growth(read, 10_000)).toBeLessThan(most)
  })
})

describe('a long list', () => {
  test.each(['different', 'equal'])('is compared in time that grows with it, its items %s', (kind) => {
    const compare = (size: number) => {
      const reportsTo = Array.from({length: size}, (_, index) => `Manager ${kind === 'equal' ? 0 : index}`)
      const kpis = reportsTo.map((name, index) => ({_key: `k${index}`, _type: 'reference', _ref: name}))
      const {role, documents} = roleOf({}, {kpis, reportsTo})
      return documentFindings(role, documents, {now})
    }
    expect(growth(compare, 750)).toBeLessThan(most)
  })
})
