import {describe, expect, test} from 'vitest'
import {documentFindings} from '../../src/checks.ts'
import {findingsIn, now, roleOf} from './role.ts'

// What takes milliseconds took seconds, and froze the tab of a Studio.
const limit = 200
// The best of three, as the others at work on this machine are not what is measured.
const timeOf = (run: () => unknown) =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )

describe('a long text', () => {
  test('full of what may be a tool is read at once', () => {
    const texts = {responsibilities: ['Go on. '.repeat(20_000)], otherTools: ['Go']}
    expect(timeOf(() => findingsIn(texts))).toBeLessThan(limit)
  })

  test('full of years is read at once', () => {
    expect(timeOf(() => findingsIn({responsibilities: ['in 2019 '.repeat(40_000)]}))).toBeLessThan(limit)
  })
})

describe('a long list', () => {
  test.each([3000, 1])('is compared at once, with %i different items', (different) => {
    const reportsTo = Array.from({length: 3000}, (_, index) => `Manager ${index % different}`)
    const kpis = reportsTo.map((name, index) => ({_key: `k${index}`, _type: 'reference', _ref: name}))
    const {role, documents} = roleOf({}, {kpis, reportsTo})
    expect(timeOf(() => documentFindings(role, documents, {now}))).toBeLessThan(5 * limit)
  })
})
