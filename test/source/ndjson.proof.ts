import {expect, test} from 'vitest'
import {NdjsonError, parseNdjson} from '../../src/local.ts'

test('a long line is read in linear time', () => {
  const started = performance.now()
  expect(() => parseNdjson(`{"_id":"a","_type":"role","x":"${'a'.repeat(1_000_000)}`, 'a.ndjson')).toThrow(NdjsonError)
  expect(parseNdjson(' '.repeat(1_000_000), 'a.ndjson')).toEqual([])
  expect(performance.now() - started).toBeLessThan(1000)
})
