import {describe, expect, it} from 'vitest'
import {
  jobDescription,
  type Role,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const printed = (role: Role): number =>
  [
    toHTML(rolePage(role)),
    toDocument(rolePage(role)),
    toMarkdown(rolePage(role)),
    toMarkdown(jobDescription(role)),
    toPlainText(jobDescription(role)),
    toJsonLd(role),
  ].join('').length

describe('very long content is printed', () => {
  it.each([' ', '#', '<', '&', '*', '_', '`', '[', '~', '\\', '\u00a0', '.', '\u200b', '\n', '](', '. ', 'A'])(
    'with %j a hundred thousand times in one field',
    (unit) => {
      const role = fullRole((plain) => plain)
      const statement = `Builds ${unit.repeat(100_000 / unit.length)} pipelines.`
      expect(
        printed({...role, responsibilities: [{_id: 'r1', statement, area: null}], workingWith: statement}),
      ).toBeGreaterThan(0)
    },
  )

  it('with ten thousand responsibilities and a title of a megabyte', () => {
    const responsibilities = Array.from({length: 10_000}, (_, index) => ({
      _id: `r${index}`,
      statement: `Builds pipeline ${index}.`,
      area: null,
    }))
    expect(printed({...fullRole((plain) => plain), title: 'x'.repeat(1e6), responsibilities})).toBeGreaterThan(1e6)
  })
})
