import {closeSync, openSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {linesOf} from '../../../src/cli/build/lines.ts'
import {temporaryFolder} from '../support/content.ts'

/** What is read of a file: each line, by what came and by where it is said to stand. */
async function linesIn(text: string) {
  const file = join(await temporaryFolder(), 'lines.ndjson')
  await writeFile(file, text)
  const descriptor = openSync(file, 'r')
  onTestFinished(() => closeSync(descriptor))
  const bytes = Buffer.from(text)
  return Array.from(linesOf(descriptor), ({span, bytes: line}) => {
    expect(bytes.subarray(...span).equals(line)).toBe(true)
    return line.toString()
  })
}

describe('the lines of a file', () => {
  test.each([
    ['nothing', '', []],
    ['one without an end', 'a', ['a']],
    ['some with ends', 'a\nb\n', ['a', 'b']],
    ['ends of Windows', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['blank ones', '\n \t\r\na\n\n\n', ['a']],
    ['a mark at the beginning', '\ufeffa\nb', ['a', 'b']],
    ['a mark alone', '\ufeff', []],
    ['a mark later on', 'a\n\ufeffb', ['a', '\ufeffb']],
    ['letters of several bytes', 'ä\n😀\n', ['ä', '😀']],
  ])('%s', async (_what, text, lines) => {
    expect(await linesIn(text)).toEqual(lines)
  })

  test.each([1_048_575, 1_048_576, 1_048_577, 2_097_152, 5_000_000])(
    'may be of %i bytes, before and after others',
    async (length) => {
      const long = 'x'.repeat(length)
      const read = await linesIn(`a\n${long}\nb\n${long}`)
      expect(read.map((line) => [line.length, line[0]])).toEqual([
        [1, 'a'],
        [length, 'x'],
        [1, 'b'],
        [length, 'x'],
      ])
    },
  )

  test('may begin and end anywhere', async () => {
    const lines = Array.from({length: 60_000}, (_, index) => 'y'.repeat(1 + ((index * 7919) % 97)))
    expect(await linesIn(lines.join('\n'))).toEqual(lines)
  })
})
