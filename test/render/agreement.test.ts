import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {jobDescription, rolePage, toHTML, toJsonLd, toMarkdown, toPlainText} from '../../src/index.ts'
import {anyRole} from '../arbitrary/role.ts'
import {outlineOfCommonMark} from '../read-back/commonmark.ts'
import {jobDescriptionOutline, pageSentences, sharedSentences} from '../read-back/expected.ts'
import {outlineOfHTML} from '../read-back/html.ts'
import {outlineOfMdast} from '../read-back/mdast.ts'
import {linesOfOutline, linesOfPlainText} from '../read-back/plain-text.ts'

const runs = Number(process.env.RUNS ?? 300)

describe('all outputs say the same words', () => {
  it('in the job description, whatever the role holds', () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        const page = jobDescription(role)
        // HTML for pasting has no h3, so there a question is a paragraph of its own.
        const expected = jobDescriptionOutline(role, 'p')
        const markdown = toMarkdown(page)
        expect(outlineOfHTML(toHTML(page))).toEqual(expected)
        expect(outlineOfCommonMark(markdown)).toEqual(jobDescriptionOutline(role, 'h3'))
        expect(outlineOfMdast(markdown)).toEqual(jobDescriptionOutline(role, 'h3'))
        expect(linesOfPlainText(toPlainText(page))).toEqual(linesOfOutline(expected))
      }),
      {numRuns: runs},
    )
  })

  it('in the structured data, whatever the role holds', () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        const json = toJsonLd(role)
        expect(json).not.toMatch(/[<>&\u2028\u2029]/)
        const said = stringsIn(JSON.parse(json)).flatMap((text) =>
          text.split(/\n+/).map((line) => line.replace(/^ *• /, '')),
        )
        for (const sentence of sharedSentences(role).flatMap(lines)) expect(said).toContain(sentence)
      }),
      {numRuns: runs},
    )
  })

  it('on the page, whatever the role holds', () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        const page = rolePage(role)
        const sentences = [...sharedSentences(role), ...pageSentences(role)]
        const html = outlineOfHTML(toHTML(page)).map(([, text]) => text)
        const plain = linesOfPlainText(toPlainText(page)).map(([, text]) => text)
        for (const sentence of sentences) {
          expect(html).toContain(sentence)
          for (const line of lines(sentence)) expect(plain).toContain(line)
        }
      }),
      {numRuns: runs},
    )
  })
})

const lines = (text: string): string[] => text.split('\n')

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []
