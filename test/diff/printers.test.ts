import {HtmlRenderer, Parser} from 'commonmark'
import fc from 'fast-check'
import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'
import {describe, expect, it} from 'vitest'
import {
  type Change,
  diffRole,
  diffToHTML,
  diffToMarkdown,
  diffToText,
  fetchRoleById,
  type RoleDiff,
} from '../../src/index.ts'
import {roleEdit} from '../arbitrary/role-edit.ts'
import {hostileText} from '../arbitrary/text.ts'
import {sampleSource} from '../content.ts'

const runs = Number(process.env.RUNS ?? 200)

const change: Change = {
  kind: 'changed',
  before: 'Knows SQL.',
  after: 'Knows SQL well.',
  words: [
    {text: 'Knows SQL', kind: 'same'},
    {text: ' well', kind: 'added'},
    {text: '.', kind: 'same'},
  ],
  hasMoved: false,
  cause: {documentId: 'skill-sql', documentType: 'skill', name: 'SQL', field: 'statement'},
  furtherCauses: [{documentId: 'role-x', documentType: 'role', name: 'Data Engineer', field: 'mustHaveSkills'}],
}
const line = (kind: 'added' | 'removed' | 'moved', text: string): Change => ({
  ...change,
  kind,
  before: kind === 'added' ? null : text,
  after: kind === 'removed' ? null : text,
  words: null,
  hasMoved: kind === 'moved',
  furtherCauses: [],
})
const diff: RoleDiff = {
  sections: [
    {
      name: 'must-have-skills',
      heading: 'Must-have skills',
      prints: ['page', 'jobDescription'],
      changes: [change, line('added', 'Reads R.'), line('removed', 'Writes C.'), {...change, hasMoved: true}],
    },
    {name: 'kpis', heading: 'KPIs', prints: ['page'], changes: [line('moved', 'On time.')]},
  ],
}

describe('a printed diff', () => {
  it('is plain text with a sign for each line', () => {
    expect(diffToText(diff)).toBe(`Must-have skills (page and job description)

  - Knows SQL.
  + Knows SQL well.
    Changed: skill “SQL”, statement; role “Data Engineer”, must have skills
  + Reads R.
    Added: skill “SQL”, statement
  - Writes C.
    Removed: skill “SQL”, statement
  - Knows SQL.
  + Knows SQL well.
    Changed and moved: skill “SQL”, statement; role “Data Engineer”, must have skills

KPIs (page)

  ↕ On time.
    Moved: skill “SQL”, statement
`)
  })

  it('is Markdown with marks inside a changed line', () => {
    expect(diffToMarkdown({sections: diff.sections.slice(1)})).toBe(`## KPIs (page)

- **Moved:** On time.<br>skill “SQL”, statement
`)
    expect(diffToMarkdown(diff)).toContain('- **Changed:** Knows SQL<ins> well</ins>.<br>skill “SQL”, statement; role')
    expect(diffToMarkdown(diff)).toContain('- **Removed:** <del>Writes C.</del><br>')
  })

  it('is HTML with ins and del', () => {
    expect(diffToHTML({sections: diff.sections.slice(1)})).toBe(
      '<section><h2>KPIs</h2><p>page</p><ul><li data-change="moved"><strong>Moved:</strong> On time. <small>skill “SQL”, statement</small></li></ul></section>',
    )
    expect(diffToHTML(diff)).toContain('Knows SQL<ins> well</ins>. <small>')
    expect(diffToHTML(diff)).toContain('<strong>Removed:</strong> <del>Writes C.</del>')
  })

  it('is Markdown in which no sign reaches over a mark', () => {
    const words = [
      {text: '*', kind: 'added'},
      {text: 'a', kind: 'same'},
      {text: '*', kind: 'removed'},
      {text: '<', kind: 'same'},
      {text: 'b>', kind: 'same'},
    ] as Change['words']
    const sections = diff.sections.slice(1).map((section) => ({...section, changes: [{...change, words}]}))
    expect(diffToMarkdown({sections})).toContain('<ins>\\*</ins>a<del>\\*</del>\\<b><br>')
  })

  it('says so where nothing changes', () => {
    expect(diffToText({sections: []})).toBe('Nothing printed changes.\n')
    expect(diffToMarkdown({sections: []})).toBe('Nothing printed changes.\n')
    expect(diffToHTML({sections: []})).toBe('<p>Nothing printed changes.</p>')
  })

  it('cuts a document’s name after a word where it is a whole paragraph', () => {
    const name = 'Monitors how the company is described in answers and corrects the pages they draw on.'
    const long = {...change, cause: {...(change.cause as NonNullable<Change['cause']>), name}, furtherCauses: []}
    const [section] = diff.sections
    if (!section) throw new Error('there is a section')
    expect(diffToText({sections: [{...section, changes: [long]}]})).toContain(
      'Changed: skill “Monitors how the company is described in answers and…”, statement',
    )
  })

  it('tells of every change of a real draft', async () => {
    const id = 'role-seo-specialist'
    const found = diffRole(
      await fetchRoleById(sampleSource, id),
      await fetchRoleById(sampleSource, id, {perspective: 'drafts'}),
    )
    expect(found.sections.length).toBeGreaterThan(3)
    for (const {before, after} of found.sections.flatMap(({changes}) => changes)) {
      for (const text of [before, after]) if (text) expect(diffToText(found)).toContain(text)
    }
  })
})

describe('hostile text', () => {
  it('is text in HTML, and every word of it is there', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        const found = diffRole(before, after)
        const {tags, text} = contentOf(diffToHTML(found))
        for (const tag of tags)
          expect(['section', 'h2', 'p', 'ul', 'li', 'strong', 'ins', 'del', 'small']).toContain(tag)
        for (const {after} of found.sections.flatMap(({changes}) => changes.filter(({kind}) => kind === 'added')))
          expect(text).toContain(after)
      }),
      {numRuns: runs},
    )
  })

  it('is text in Markdown, whatever stands beside a mark', () => {
    const parts = fc.array(
      fc.record({text: hostileText.map(oneLine), kind: fc.constantFrom('same', 'added', 'removed')}),
      {minLength: 1, maxLength: 4},
    )
    fc.assert(
      fc.property(parts, hostileText.map(oneLine), (words, name) => {
        const hostile = {...change, words, cause: {...change.cause, name}, furtherCauses: []} as Change
        const sections = [{name: 'kpis' as const, heading: name, prints: ['page' as const], changes: [hostile]}]
        const html = new HtmlRenderer().render(new Parser().parse(diffToMarkdown({sections})))
        const {tags, text} = contentOf(html)
        for (const tag of tags) expect(['h2', 'ul', 'li', 'strong', 'ins', 'del', 'br']).toContain(tag)
        expect(text).toContain(words.map(({text}) => text).join(''))
      }),
      {numRuns: runs * 5},
    )
  })
})

const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\p{Cs}\0]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim() || 'x'

function contentOf(html: string): {tags: Set<string>; text: string} {
  const tags = new Set<string>()
  const read = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if ('value' in node) return node.value
    if (!('childNodes' in node)) return ''
    tags.add(node.tagName)
    return node.childNodes.map(read).join('')
  }
  const text = parseFragment(html).childNodes.map(read).join('')
  return {tags, text}
}
