import {describe, expect, test} from 'vitest'
import {endingOf} from '../../src/live/ending.ts'

const client = {config: () => ({projectId: 'ward', dataset: 'production'})} as Parameters<typeof endingOf>[1]
const endsWith = (status: unknown) =>
  endingOf(Object.assign(new Error('No stream'), {name: 'ConnectionFailedError', status}), client)

describe('a stream that is not opened', () => {
  test.each([400, 401, 403, 404, 499])('is refused with %i: waiting will not help', (status) => {
    expect(endsWith(status)).toMatchObject({kind: 'refused', message: expect.stringContaining(`(${status})`)})
  })

  test.each([399, 500, 502, 503, 599, undefined, '403', Number.NaN])('is only lost with %s', (status) => {
    expect(endsWith(status).kind).toBe('lost')
  })
})
