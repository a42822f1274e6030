import {DatabaseSync} from 'node:sqlite'
import {describe, expect, test} from 'vitest'
import {explain} from '../../src/cli/explain.ts'
import {hindranceOf, systemCode} from '../../src/disk/hindrance.ts'

const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE', 'EISDIR', 'ELOOP', 'EIO']

describe('what is in the way of reading and writing', () => {
  test.each(codes)('%s is told with what to do, and as no fault of ours', (code) => {
    const error = Object.assign(new Error(`${code}: as the system says it, open 'x'`), {code})
    expect(hindranceOf(error)).toMatch(/^[A-Z].+\.$/)
    const {message, exitCode} = explain(error, null)
    expect([exitCode, message]).toEqual([3, expect.stringContaining(`${hindranceOf(error)}`)])
  })

  test.each([
    [13, 'There is no room left on the disk.'],
    [8, 'Check who may write there.'],
    [14, 'Too many files may be open'],
    // A kind with more said of it: a file cannot be cut, since the disk is full.
    [10 + 6 * 256, 'The disk may be full or failing.'],
  ])('what SQLite calls %i is', (errcode, sentence) => {
    expect(hindranceOf(Object.assign(new Error(), {code: 'ERR_SQLITE_ERROR', errcode}))).toContain(sentence)
  })

  test('is not what is wrong with data, or with a call', () => {
    const db = new DatabaseSync(':memory:')
    expect(() => db.exec('no SQL')).toThrow(expect.objectContaining({errcode: expect.any(Number)}))
    for (const error of [
      new Error('x'),
      {code: 'constructor'},
      {code: 'ENOENT'},
      {errcode: 11},
      null,
      undefined,
      'ENOSPC',
    ])
      expect(hindranceOf(error)).toBeNull()
    expect(systemCode({code: 'ERR_SQLITE_ERROR'})).toBeNull()
  })
})
