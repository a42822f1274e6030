import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  type ComparedRow,
  changesIn,
  compareRole,
  diffRole,
  fetchRole,
  type Print,
  type Role,
  type RoleComparison,
  type RoleDraft,
  roleBySlug,
  rolePage,
} from '../../src/index.ts'
import {brokenAnswer} from '../arbitrary/broken-answer.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {anyRole} from '../arbitrary/role.ts'
import {roleEdit} from '../arbitrary/role-edit.ts'
import {sampleSource} from '../content.ts'
import {linesOf} from './lines-of.ts'

const runs = Number(process.env.RUNS ?? 300)
const prints: Print[] = ['page', 'jobDescription']
const role = fullRole((plain) => plain)

describe('both versions side by side', () => {
  it('have the lines before on the left and the lines after on the right, all of them, per section and print', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => expectBoth(compareRole(before, after), before, after)),
      {numRuns: runs},
    )
  })

  it('have one side empty where the role is new or gone', () => {
    fc.assert(
      fc.property(anyRole, (any) => {
        expectBoth(compareRole(null, any), null, any)
        expectBoth(compareRole(any, null), any, null)
        expect(rowsIn(compareRole(null, any)).every(({kind, before}) => kind === 'added' && before === null)).toBe(true)
        expect(rowsIn(compareRole(any, null)).every(({kind, after}) => kind === 'removed' && after === null)).toBe(true)
      }),
      {numRuns: Math.ceil(runs / 3)},
    )
    expect(compareRole(null, null)).toEqual({sections: []})
  })

  it('are the same in every row where nothing has changed', () => {
    fc.assert(
      fc.property(anyRole, (any) => {
        const {sections} = compareRole(any, structuredClone(any))
        expect(sections.some(({hasChanged}) => hasChanged)).toBe(false)
        for (const row of sections.flatMap(({rows}) => rows)) {
          expect(row).toMatchObject({kind: 'same', before: row.after, words: null, hasMoved: false, cause: null})
        }
      }),
      {numRuns: Math.ceil(runs / 3)},
    )
  })

  it('are compared without a throw, whatever a source answers', () => {
    const answer = fc.oneof(fc.jsonValue(), anyRole, brokenAnswer)
    fc.assert(
      fc.property(answer, answer, (one, other) => {
        const [before, after] = [one, other].map((each) => roleBySlug('any').parseDraft(each))
        expectBoth(compareRole(before ?? null, after ?? null), before ?? null, after ?? null)
      }),
      {numRuns: runs},
    )
  })
})

describe('a row', () => {
  it('says of a change what the diff says, and nothing else is a change', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        const comparison = compareRole(before, after)
        const diff = diffRole(before, after)
        expect(changesIn(comparison)).toEqual(diff)
        for (const {name, hasChanged, rows} of comparison.sections) {
          const told = diff.sections
            .filter((section) => section.name === name)
            .flatMap(({prints, changes}) => changes.map((change) => ({...change, prints})))
          const changed = rows
            .filter(({kind, part}) => kind !== 'same' && (part !== 'heading' || kind === 'changed'))
            .map(({part, ...row}) => row)
          expect(hasChanged).toBe(rows.some(({kind}) => kind !== 'same'))
          expect(once(told), name).toEqual(name === 'head' ? expect.arrayContaining(once(told)) : once(changed))
          for (const change of changed) expect(bare(told)).toContain(bare([change])[0])
        }
      }),
      {numRuns: runs},
    )
  })

  it('has words that read as both of its texts, where it is changed', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        for (const {kind, words, before: was, after: is} of rowsIn(compareRole(before, after))) {
          expect(words !== null).toBe(kind === 'changed')
          const read = (left: string) => words?.map(({text, kind}) => (kind === left ? '' : text)).join('')
          if (words) expect([read('added'), read('removed')]).toEqual([was, is])
        }
      }),
      {numRuns: runs},
    )
  })

  it('says what kind of line it is', async () => {
    const parts = new Set(rowsIn(compareRole(role, role)).map(({part}) => part))
    expect([...parts].sort()).toEqual([
      ...[
        'address',
        'description',
        'detail',
        'eyebrow',
        'fact',
        'group',
        'heading',
        'image',
        'intro',
        'item',
        'jobTitle',
        'link',
      ],
      ...['note', 'paragraph', 'question', 'seoTitle', 'tag', 'title'],
    ])
  })

  it('is there once for the page and once for the job description, where it fares differently there', () => {
    const [faq] = role.faqs ?? []
    const forPage = {...faq, audience: 'page'} as NonNullable<Role['faqs']>[number]
    const both = {...role, faqs: [{...forPage, audience: 'both'}]} as Role
    const rows = rowsIn(compareRole(both, {...role, faqs: [forPage]}))
    const asked = rows.filter(({before}) => before === forPage.question)
    expect(asked.map(({kind, prints}) => [kind, ...prints])).toEqual([
      ['same', 'page'],
      ['removed', 'jobDescription'],
    ])
  })
})

it('tells every section of a real draft, in reading order, and which of them have changed', async () => {
  const before = await fetchRole(sampleSource, 'seo-specialist')
  const after = await fetchRole(sampleSource, 'seo-specialist', {perspective: 'drafts'})
  const {sections} = compareRole(before, after)
  expect(sections.map(({name}) => name)).toEqual(['head', ...rolePage(after).sections.map(({name}) => name)])
  expect(sections.filter(({hasChanged}) => hasChanged).map(({name}) => name)).toEqual([
    ...new Set(diffRole(before, after).sections.map(({name}) => name)),
  ])
})

const rowsIn = ({sections}: RoleComparison): ComparedRow[] => sections.flatMap(({rows}) => rows)

const once = (rows: object[]): string[] => [...new Set(rows.map((row) => JSON.stringify(sorted(row))))].sort()
const sorted = (row: object): object => Object.fromEntries(Object.entries(row).sort())

/** What a change is, apart from where it is printed: the head tells alike lines once. */
const bare = (rows: {before: string | null; after: string | null}[]): string[] =>
  rows.map(({before, after}) => JSON.stringify([before, after]))

function expectBoth({sections}: RoleComparison, before: RoleDraft | null, after: RoleDraft | null): void {
  expect(new Set(sections.map(({name}) => name)).size).toBe(sections.length)
  for (const print of prints) {
    const [first, last] = [linesOf(before, print), linesOf(after, print)]
    for (const name of [...first.keys(), ...last.keys()]) expect(sections.map((each) => each.name)).toContain(name)
    for (const {name, rows} of sections) {
      if (name === 'head') continue
      const own = rows.filter((row) => row.prints.includes(print) && row.part !== 'heading')
      const left = own.flatMap(({before}) => before ?? [])
      const right = own.flatMap(({after}) => after ?? [])
      const was = (first.get(name) ?? []).map(({text}) => text)
      expect(right, `${name} after`).toEqual((last.get(name) ?? []).map(({text}) => text))
      expect(left.toSorted(), `${name} before`).toEqual(was.toSorted())
      const hasOneOrder = rows.every(({hasMoved, prints}) => !hasMoved && prints.join() === rows[0]?.prints.join())
      if (hasOneOrder) expect(left, `${name} before, in order`).toEqual(was)
    }
  }
}
