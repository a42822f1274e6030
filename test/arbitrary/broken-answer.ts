import fc from 'fast-check'
import type {Role} from '../../src/index.ts'
import {anyRole} from './role.ts'

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

/** A role, and the same in which up to eight parts, at any depth, are missing, null or of the wrong kind. */
export const brokenDraft: fc.Arbitrary<[Role, unknown]> = fc
  .tuple(anyRole, fc.array(fc.tuple(fc.nat(), wrongValues), {minLength: 1, maxLength: 8}))
  .map(([role, breaks]) => {
    const answer: unknown = structuredClone(role)
    for (const [choice, value] of breaks) {
      const paths = pathsIn(answer)
      put(answer, paths[choice % paths.length] ?? [], structuredClone(value))
    }
    return [role, answer]
  })

/** Such a role alone. */
export const brokenAnswer: fc.Arbitrary<unknown> = brokenDraft.map(([, answer]) => answer)

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
