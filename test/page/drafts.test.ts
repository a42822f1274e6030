import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  jobDescription,
  roleBySlug,
  roleIssues,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {anyRole} from '../arbitrary/role.ts'

const runs = Number(process.env.RUNS ?? 1000)

type Path = (string | number)[]

const wrongValues: fc.Arbitrary<unknown> = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(null, undefined)},
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      0,
      -1,
      1e308,
      true,
      '',
      'x',
      '__proto__',
      [],
      [null],
      {},
      {_type: null},
      [[]],
      Number.NaN,
    ),
  },
  fc.jsonValue(),
)

/** A role in which up to eight parts, at any depth, are missing, null or of the wrong kind. */
const brokenAnswer = fc
  .tuple(anyRole, fc.array(fc.tuple(fc.nat(), wrongValues), {minLength: 1, maxLength: 8}))
  .map(([role, breaks]) => {
    const answer: unknown = structuredClone(role)
    for (const [choice, value] of breaks) {
      const paths = pathsIn(answer)
      put(answer, paths[choice % paths.length] ?? [], structuredClone(value))
    }
    return answer
  })

describe('a draft that lacks anything', () => {
  it('is printed in every format without a throw', () => {
    fc.assert(
      fc.property(brokenAnswer, (answer) => {
        const role = roleBySlug('any').parseDraft(answer)
        if (!role) return
        const page = rolePage(role)
        const printed = [
          toHTML(page),
          toDocument(page),
          toMarkdown(page),
          toPlainText(page),
          toMarkdown(jobDescription(role)),
          toHTML(jobDescription(role)),
          toJsonLd(role),
        ].join('\n')
        expect(printed).not.toMatch(/\[object Object\]|\bundefined\b|\bNaN\b/)
        expect(roleIssues(role).every(({path, message}) => typeof path === 'string' && message.length > 0)).toBe(true)
      }),
      {numRuns: runs},
    )
  })

  it('is printed even when nothing of it was parsed', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const role = roleBySlug('any').parseDraft(answer)
        if (role) expect(toHTML(rolePage(role))).toContain('Untitled role')
      }),
      {numRuns: runs / 10},
    )
  })

  it('makes a page without headings over nothing', () => {
    const role = roleBySlug('any').parseDraft({_id: 'drafts.x'})
    if (!role) throw new Error('an empty object is a draft')
    expect(rolePage(role).sections).toEqual([])
    expect(toMarkdown(jobDescription(role))).toBe('# Untitled role — Job Description\n')
    expect(roleIssues(role).map(({path}) => path)).toContain('title')
  })
})

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function put(root: unknown, path: Path, value: unknown): void {
  const last = path.at(-1)
  if (last === undefined) return
  const parent = path.slice(0, -1).reduce((inner, key) => (inner as Record<string | number, unknown>)[key], root)
  if (typeof parent === 'object' && parent !== null) (parent as Record<string | number, unknown>)[last] = value
}
