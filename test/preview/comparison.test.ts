import {globSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isSameText} from '../../src/preview/http/same-text.ts'

const root = resolve(import.meta.dirname, '../../src/preview')
const files = globSync('{draft-mode,webhook,http}/*.ts', {cwd: root})
const textOf = (file: string) => readFileSync(resolve(root, file), 'utf8')

const confidential = /secret|signature|digest|hmac|mark\b|payload|token|candidate/i
const allowedBesides = /^(?:null|undefined|''|'string'|0)$/

/** What is compared on a line: `one === other`, both sides. */
const comparisons = (line: string): [string, string][] =>
  [...line.matchAll(/([\w.?()[\]']+) [!=]==? ([\w.?()[\]']+)/g)].map(([, one = '', other = '']) => [
    bare(one),
    bare(other),
  ])

const bare = (side: string): string => side.replace(/^\(+|(?<!\()\)+$/g, '')

const isOpen = (line: string): boolean =>
  comparisons(line).some(
    (sides) => sides.some((side) => confidential.test(side)) && !sides.some((side) => allowedBesides.test(side)),
  ) ||
  /\b(?:startsWith|endsWith|includes|indexOf|localeCompare)\((?:secret|signature|candidate|expected|token)\b/.test(line)

describe('secrets and signatures', () => {
  it('are compared in one place, by digests of equal length', () => {
    expect(files.filter((file) => textOf(file).includes('timingSafeEqual('))).toEqual(['http/same-text.ts'])
    expect(textOf('http/same-text.ts')).toContain('timingSafeEqual(digestOf(one), digestOf(other))')
    const users = files.filter((file) => textOf(file).includes('isSameText('))
    expect(users.sort()).toEqual(['draft-mode/known-secret.ts', 'draft-mode/sealed-session.ts', 'webhook/signature.ts'])
  })

  it('are never compared letter by letter', () => {
    expect(files.length).toBeGreaterThan(15)
    const open = files.flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter(isOpen)
        .map((line) => `${file}: ${line.trim()}`),
    )
    // What is sent must not have the secret of the link in it, which whoever sent the link knows.
    expect(open.filter((line) => !line.startsWith('draft-mode/safe-path.ts: '))).toEqual([])
  })

  it.each([
    'if (signature === expected) return',
    'return secret == given',
    'if (digestOf(one) !== digestOf(other)) {',
    'candidates.some((candidate) => candidate === secret)',
    'expected.startsWith(signature)',
  ])('would be seen in: %s', (line) => {
    expect(isOpen(line)).toBe(true)
  })

  it.each(['if (secret === null) return', "typeof secret === 'string'", 'if (count === 1) return'])(
    'are not seen in: %s',
    (line) => {
      expect(isOpen(line)).toBe(false)
    },
  )

  it('are the same only where every letter is', () => {
    expect(isSameText('a', 'a')).toBe(true)
    for (const [one, other] of [
      ['a', 'b'],
      ['a', 'ab'],
      ['', 'a'],
      ['a', 'A'],
      ['é', 'e\u0301'],
    ] as const) {
      expect(isSameText(one, other)).toBe(false)
    }
  })
})
