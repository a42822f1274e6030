import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  type Change,
  diffRole,
  jobDescription,
  type Print,
  type Role,
  type RoleDiff,
  type RoleDraft,
  roleBySlug,
  rolePage,
  rolePath,
  roleUrl,
  toHTML,
} from '../../src/index.ts'
import {cleanStega} from '../../src/text/stega.ts'
import {brokenAnswer} from '../arbitrary/broken-answer.ts'
import {anyRole} from '../arbitrary/role.ts'
import {roleEdit} from '../arbitrary/role-edit.ts'
import {linesOf} from './lines-of.ts'

const runs = Number(process.env.RUNS ?? 300)
const prints: Print[] = ['page', 'jobDescription']

describe('any edit of any role', () => {
  it('leads from the lines before to the lines after, section by section', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        const diff = diffRole(before, after)
        for (const print of prints) expectToLead(diff, before, after, print)
      }),
      {numRuns: runs},
    )
  })

  it('is told of in every line, when a role is new or gone', () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        const come = diffRole(null, role)
        const gone = diffRole(role, null)
        for (const print of prints) {
          expectToLead(come, null, role, print)
          expectToLead(gone, role, null, print)
        }
        expect(changesIn(come).every(({kind, cause}) => kind === 'added' && cause?.documentType === 'role')).toBe(true)
        expect(changesIn(gone).every(({kind}) => kind === 'removed')).toBe(true)
      }),
      {numRuns: Math.ceil(runs / 3)},
    )
  })

  it('marks words that read as the line before and as the line after', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        for (const {kind, words, before: was, after: is} of changesIn(diffRole(before, after))) {
          expect(words !== null).toBe(kind === 'changed')
          if (!words) continue
          expect(
            words
              .filter(({kind}) => kind !== 'added')
              .map(({text}) => text)
              .join(''),
          ).toBe(was)
          expect(
            words
              .filter(({kind}) => kind !== 'removed')
              .map(({text}) => text)
              .join(''),
          ).toBe(is)
        }
      }),
      {numRuns: runs},
    )
  })

  it('has a cause that is the role or a document of it, in every change', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        const known = JSON.stringify([before, after])
        for (const {cause, furtherCauses} of changesIn(diffRole(before, after))) {
          expect(cause).not.toBeNull()
          for (const {documentId, documentType} of [cause, ...furtherCauses].flatMap((each) => each ?? []))
            if (documentType !== 'siteSettings') expect(known).toContain(JSON.stringify(documentId))
        }
      }),
      {numRuns: runs},
    )
  })

  it('is told of if, and only if, a page or a job description is another one', () => {
    const printed = (role: Role) => {
      const page = rolePage(role)
      return [
        toHTML(page),
        toHTML(jobDescription(role)),
        page.seoTitle,
        page.description,
        roleUrl(role) ?? rolePath(role.site, role.slug) ?? '',
      ]
        .map(withoutMarkers)
        .join('\n')
    }
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        expect(diffRole(before, after).sections.length > 0).toBe(printed(before) !== printed(after))
      }),
      {numRuns: runs},
    )
  })

  it('is no change where the role is the same', () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        expect(diffRole(role, reorderKeys(role))).toEqual({sections: []})
      }),
      {numRuns: runs},
    )
  })
})

describe('what cannot be read', () => {
  it('is compared without a throw', () => {
    const answer = fc.oneof(fc.jsonValue(), anyRole, brokenAnswer)
    fc.assert(
      fc.property(answer, answer, (one, other) => {
        const [before, after] = [one, other].map((each) => roleBySlug('any').parseDraft(each))
        for (const print of prints)
          expectToLead(diffRole(before ?? null, after ?? null), before ?? null, after ?? null, print)
      }),
      {numRuns: runs},
    )
  })
})

// Invisible edit markers are no change.
const withoutMarkers = (text: string): string => cleanStega(text)

const changesIn = (diff: RoleDiff): Change[] => diff.sections.flatMap(({changes}) => changes)

/** Carries the changes out on the lines before; their order counts too, apart from lines that have moved. */
function expectToLead(diff: RoleDiff, before: RoleDraft | null, after: RoleDraft | null, print: Print): void {
  const [first, last] = [linesOf(before, print), linesOf(after, print)]
  for (const name of new Set([...first.keys(), ...last.keys()])) {
    const changes = diff.sections
      .filter((section) => section.name === name && section.prints.includes(print))
      .flatMap(({changes}) => changes)
      // Of the headings one has a name in it, and may be reworded.
      .filter((change) => change.before !== headingIn(before, name) || change.after !== headingIn(after, name))
    const [linesBefore, linesAfter] = [first.get(name) ?? [], last.get(name) ?? []]
    const [was, is] = [linesBefore, linesAfter].map((lines) => lines.map(({text}) => text)) as [string[], string[]]
    const olds = changes.flatMap(({kind, before}) => (kind === 'added' ? [] : [before ?? '']))
    const news = changes.flatMap(({kind, after}) => (kind === 'removed' ? [] : [after ?? '']))
    expect(without(was, olds).sort(), name).toEqual(without(is, news).sort())
    if (allDiffer(was) && allDiffer(is)) {
      const stayed = (kinds: string[]) => changes.filter(({kind, hasMoved}) => hasMoved || kinds.includes(kind))
      const renamed = new Map(changes.flatMap(({kind, before, after}) => (kind === 'changed' ? [[before, after]] : [])))
      const kept = without(
        was,
        stayed(['removed']).map(({before}) => before ?? ''),
      )
      expect(
        kept.map((text) => renamed.get(text) ?? text),
        name,
      ).toEqual(
        without(
          is,
          stayed(['added']).map(({after}) => after ?? ''),
        ),
      )
    }
    if (changes.length === 0) expect(is).toEqual(was)
    const moved = changes.filter(({kind}) => kind === 'moved')
    expect(moved.every(({before, after}) => before === after)).toBe(true)
    expect(moved.length).toBeLessThanOrEqual(Math.max(was.length - 1, 0))
    // What has moved is never told as gone and come. A bullet that is a paragraph now is another line.
    const inBoth = linesBefore
      .filter(({exact}) => linesAfter.some((line) => line.exact === exact))
      .map(({text}) => text)
    const come = changes.flatMap(({kind, after}) => (kind === 'added' ? [after] : []))
    const gone = changes.flatMap(({kind, before}) => (kind === 'removed' ? [before] : []))
    expect(
      come.filter((text) => gone.includes(text) && inBoth.includes(text ?? '')),
      name,
    ).toEqual([])
  }
}

const headingIn = (role: RoleDraft | null, section: string): string | null =>
  (role && rolePage(role).sections.find(({name}) => name === section)?.heading) ?? null

const allDiffer = (lines: string[]): boolean => new Set(lines).size === lines.length

/** The list without each of these, once. Fails where one of them is not in it. */
function without(lines: readonly string[], taken: readonly string[]): string[] {
  const rest = [...lines]
  for (const line of taken) {
    const index = rest.indexOf(line)
    expect(index, line).not.toBe(-1)
    rest.splice(index, 1)
  }
  return rest
}

function reorderKeys<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reorderKeys) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, reorderKeys(inner)])
  return Object.fromEntries(entries.reverse())
}
