import {describe, expect, test} from 'vitest'
import {hider} from '../../src/source/guard/secrets.ts'

const token = 'sk/Geheim+Wort~"42"=ÄÖÜ-0123456789'
const bytes = (text: string) => Buffer.from(text)

describe('a token that comes back in an error', () => {
  test.each([
    ['as it is', token],
    ['in an address', encodeURIComponent(token)],
    ['in a form', new URLSearchParams([['t', token]]).toString()],
    ['in an address with small letters', encodeURIComponent(token).replaceAll(/%../g, (code) => code.toLowerCase())],
    ['in JSON', JSON.stringify({token})],
    ['in Base64', bytes(token).toString('base64')],
    ['in Base64 of an address', bytes(token).toString('base64url')],
    ...['a', 'ab', 'abc', 'Bearer '].map((before) => [
      `in Base64 after "${before}"`,
      bytes(`${before}${token}, and more`).toString('base64'),
    ]),
  ])('is hidden %s', (_, text) => {
    const shown = hider(token)(`Refused: ${text}.`)
    expect(shown).toContain('[token]')
    expect(shown).not.toMatch(/Geheim|0123456789/)
    // What is left of Base64 is shorter than four letters on each side of what is hidden.
    for (const start of [0, 8, 16])
      expect(shown).not.toContain(
        bytes(token)
          .toString('base64')
          .slice(start, start + 12),
      )
  })

  test('leaves other words alone', () => {
    expect(hider(token)('Dataset "production" was not found')).toBe('Dataset "production" was not found')
  })
})
