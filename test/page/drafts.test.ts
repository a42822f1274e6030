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
import {brokenAnswer} from '../arbitrary/broken-answer.ts'

const runs = Number(process.env.RUNS ?? 1000)

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
        const said = JSON.stringify(answer)
        // What the draft itself says may be printed.
        for (const word of ['[object Object]', 'undefined', 'NaN', 'Invalid Date']) {
          if (!said.includes(word)) expect(printed).not.toContain(word)
        }
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
