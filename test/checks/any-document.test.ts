import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {datasetFindings, documentFindings} from '../../src/checks.ts'
import {roleFindings} from '../../src/index.ts'
import type {StoredDocument} from '../../src/local.ts'
import {hostileText} from '../arbitrary/text.ts'
import {sampleDocuments} from '../content.ts'

const runs = Number(process.env.RUNS ?? 1000)
const published = sampleDocuments.filter(({_id}) => !_id.startsWith('drafts.'))
const roles = published.filter(({_type}) => _type === 'role')

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    0,
    -1,
    1e308,
    Number.NaN,
    true,
    '',
    ' ',
    [],
    [null],
    [[]],
    {},
    {_ref: 1},
    {_key: 2},
    '__proto__',
  ),
  hostileText,
  fc.jsonValue(),
)

/** Up to eight parts, at any depth, replaced by something that does not belong there. */
function broken(document: StoredDocument, breaks: readonly [number, unknown][]): StoredDocument {
  const copy = structuredClone(document)
  for (const [choice, value] of breaks) {
    const holders = holdersIn(copy)
    const holder = holders[choice % holders.length] ?? copy
    const keys = Object.keys(holder)
    const key = keys[choice % keys.length]
    if (key !== undefined && key !== '__proto__') Object.assign(holder, {[key]: structuredClone(value)})
  }
  return {...copy, _id: document._id, _type: document._type}
}

const holdersIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(holdersIn)] : []

const breaks = fc.array(fc.tuple(fc.nat(), anything), {minLength: 1, maxLength: 8})
const isFinding = (finding: unknown) =>
  expect(finding).toEqual({
    ...{id: expect.any(String), severity: expect.any(String), documentId: expect.any(String)},
    ...{
      documentType: expect.any(String),
      path: expect.any(Array),
      place: expect.any(String),
      message: expect.stringMatching(/./),
    },
  })

describe('a document that holds anything', () => {
  it('is checked without a throw, role and shared documents alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), breaks, fc.nat(), breaks, (role, ofRole, choice, ofShared) => {
        const chosen = published[choice % published.length] ?? role
        const documents = published.map((document) => (document === chosen ? broken(document, ofShared) : document))
        for (const document of [broken(role, ofRole), broken(chosen, ofShared)])
          for (const finding of documentFindings(document, documents)) isFinding(finding)
      }),
      {numRuns: runs},
    )
  }, 120_000)

  it('need not be a document', () => {
    for (const value of [null, undefined, 1, 'role', [], {}]) {
      expect(() => roleFindings(value as never, [value as never])).not.toThrow()
      expect(() => documentFindings(value as never, [])).not.toThrow()
      expect(() => datasetFindings([value as never])).not.toThrow()
      expect(() => documentFindings({_id: 'x', _type: 'role', ...(value as object)}, [value as never])).not.toThrow()
    }
  })
})
