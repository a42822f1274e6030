import fc from 'fast-check'
import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'
import {describe, expect, it} from 'vitest'
import {
  type ComparedRow,
  type ComparedSection,
  compareRole,
  comparisonToHTML,
  diffToHTML,
  type RoleComparison,
} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {roleEdit} from '../arbitrary/role-edit.ts'
import {childrenOf} from '../read-back/html.ts'

const runs = Number(process.env.RUNS ?? 200)

const row: ComparedRow = {
  ...{kind: 'changed', part: 'item', before: 'Knows SQL.', after: 'Knows SQL well.', hasMoved: false},
  words: [
    {text: 'Knows SQL', kind: 'same'},
    {text: ' well', kind: 'added'},
    {text: '.', kind: 'same'},
  ],
  cause: {documentId: 'skill-sql', documentType: 'skill', name: 'SQL', field: 'statement'},
  ...{furtherCauses: [], prints: ['page', 'jobDescription']},
}
const plain = {words: null, cause: null} as const
const comparison: RoleComparison = {
  sections: [
    {
      ...{name: 'must-have-skills', heading: 'Must-have skills', hasChanged: true},
      rows: [
        {...row, ...plain, kind: 'same', part: 'heading', before: 'Must-have skills', after: 'Must-have skills'},
        {...row, ...plain, kind: 'same', before: 'Reads R.', after: 'Reads R.'},
        row,
        {...row, ...plain, kind: 'added', before: null, after: 'Writes C.', prints: ['page']},
      ],
    },
  ],
}
const role = fullRole((text) => text)

describe('a printed comparison', () => {
  it('has both versions of each line, says in words what has become of it, and whose edit it is', () => {
    expect(comparisonToHTML(comparison)).toBe(
      [
        '<div class="roleprint-compare" lang="en">',
        '<section class="roleprint-compare-section" id="compare-must-have-skills" data-changed="true">',
        '<div class="roleprint-compare-head"><h2 class="roleprint-compare-heading">Must-have skills</h2>',
        '<p class="roleprint-compare-places">page and job description</p></div>',
        '<div class="roleprint-compare-columns" aria-hidden="true"><span>Before</span><span>After</span></div>',
        '<ol class="roleprint-compare-rows">',
        '<li class="roleprint-compare-row" data-change="same" data-part="item">',
        '<p class="roleprint-compare-label"><strong class="roleprint-compare-kind">Unchanged</strong></p>',
        '<div class="roleprint-compare-before" aria-hidden="true"><span class="roleprint-compare-line">Reads R.</span></div>',
        '<div class="roleprint-compare-after"><span class="roleprint-compare-line">Reads R.</span></div></li>',
        '<li class="roleprint-compare-row" data-change="changed" data-part="item">',
        '<p class="roleprint-compare-label"><strong class="roleprint-compare-kind">Changed</strong> ',
        '<span class="roleprint-compare-cause">because of the skill “SQL”, statement</span></p>',
        '<div class="roleprint-compare-before"><span class="roleprint-compare-side">Before: </span>',
        '<span class="roleprint-compare-line">Knows SQL.</span></div>',
        '<div class="roleprint-compare-after"><span class="roleprint-compare-side">After: </span>',
        '<span class="roleprint-compare-line">Knows SQL<ins> well</ins>.</span></div></li>',
        '<li class="roleprint-compare-row" data-change="added" data-part="item">',
        '<p class="roleprint-compare-label"><strong class="roleprint-compare-kind">Added</strong> ',
        '<span class="roleprint-compare-place">page only</span></p>',
        '<div class="roleprint-compare-before"><span class="roleprint-compare-side">Before: </span>',
        '<span class="roleprint-compare-nothing">nothing here</span></div>',
        '<div class="roleprint-compare-after"><span class="roleprint-compare-side">After: </span>',
        '<span class="roleprint-compare-line"><ins>Writes C.</ins></span></div></li>',
        '</ol></section></div>',
      ].join(''),
    )
  })

  it('takes names for the columns, a level for its headings and a prefix for its ids', () => {
    const html = comparisonToHTML(comparison, {
      ...{before: 'R&D', after: '<b>', headingLevel: 4, idPrefix: '1"> role-', roleLanguage: 'fr" onload="x'},
    })
    expect(html).toContain('id="role-compare-must-have-skills"')
    expect(html).toContain('<h4 class="roleprint-compare-heading" lang="fr&quot; onload=&quot;x">Must-have skills</h4>')
    expect(html).toContain('<span>R&amp;D</span><span>&lt;b&gt;</span>')
    expect(html).toContain('<span class="roleprint-compare-side">&lt;b&gt;: </span>')
  })

  it('does not name the role itself where it is known which one is read', () => {
    const edited = compareRole(role, {...role, responsibilities: [{_id: 'r9', statement: 'Builds.', area: null}]})
    expect(comparisonToHTML(edited)).toContain('because of the role “Data Engineer”, responsibilities')
    const own = comparisonToHTML(edited, {self: role._id})
    expect(own).toContain('>edited in this role, responsibilities<')
    expect(own).not.toContain('because of')
  })

  it('speaks German where it is asked to', () => {
    const html = comparisonToHTML(comparison, {language: 'de-CH'})
    expect(html).toContain('lang="de"')
    expect(html).toContain('>Geändert</strong> <span class="roleprint-compare-cause">Grund: Fähigkeit „SQL“, Aussage<')
    expect(html).toContain('<span>Vorher</span><span>Nachher</span>')
    expect(comparisonToHTML(comparison, {language: 'xx'})).toBe(comparisonToHTML(comparison))
  })

  it('names the places of a section in one order, whichever line comes first', () => {
    const rows: ComparedRow[] = [
      {...row, prints: ['jobDescription']},
      {...row, prints: ['page']},
    ]
    const html = comparisonToHTML({sections: [{name: 'kpis', heading: 'KPIs', hasChanged: true, rows}]})
    expect(html).toContain('<p class="roleprint-compare-places">page and job description</p>')
  })

  it('leaves out a section that has no lines of its own, and shows every other', () => {
    const {sections} = compareRole(role, role)
    const idsIn = (html: string) => [...html.matchAll(/ id="compare-([\w-]+)"/g)].map(([, name]) => name)
    expect(idsIn(comparisonToHTML({sections}))).toEqual(sections.map(({name}) => name))
    const [section] = comparison.sections
    const headingAlone = {...(section as ComparedSection), rows: section?.rows.slice(0, 1) ?? []}
    expect(idsIn(comparisonToHTML({sections: [headingAlone, {...headingAlone, name: 'kpis', rows: [row]}]}))).toEqual([
      'kpis',
    ])
  })
})

describe('any comparison', () => {
  it('reads on the left as the lines before and on the right as the lines after, and marks nothing else', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        const compared = compareRole(before, after)
        const html = parseFragment(comparisonToHTML(compared))
        const rows = compared.sections.flatMap(({rows}) =>
          rows.filter(({part, kind}) => part !== 'heading' || kind === 'changed'),
        )
        const lines = (side: string) => elements(html, `roleprint-compare-${side}`).map(lineIn)
        expect(lines('before')).toEqual(rows.map(({before}) => before))
        expect(lines('after')).toEqual(rows.map(({after}) => after))
        const kinds = elements(html, 'roleprint-compare-row').map((each) => attributeOf(each, 'data-change'))
        expect(kinds).toEqual(rows.map(({kind}) => kind))
        expect(elements(html, 'roleprint-compare-kind').every((each) => textOf(each) !== '')).toBe(true)
      }),
      {numRuns: runs},
    )
  })

  it('is made of these elements and attributes, whatever the lines say', () => {
    fc.assert(
      fc.property(roleEdit, ([before, after]) => {
        for (const element of elements(parseFragment(comparisonToHTML(compareRole(before, after))))) {
          expect(['div', 'section', 'h2', 'p', 'ol', 'li', 'span', 'strong', 'ins', 'del']).toContain(element.tagName)
          for (const {name} of element.attrs)
            expect(['class', 'id', 'lang', 'aria-hidden', 'data-change', 'data-changed', 'data-part']).toContain(name)
        }
      }),
      {numRuns: runs},
    )
  })
})

describe('a diff as HTML', () => {
  const diff = {
    sections: [
      {
        name: 'head' as const,
        heading: 'Title',
        prints: ['page' as const],
        changes: [{...row, kind: 'changed' as const}],
      },
    ],
  }

  it('takes a level for its headings, a language, and the role that is read', () => {
    expect(diffToHTML(diff, {headingLevel: 3, language: 'de', roleLanguage: 'fr', self: 'skill-sql'})).toBe(
      '<section><h3>Titel und Einleitung</h3><p>Seite</p><ul><li data-change="changed"><strong>Geändert:</strong> <span lang="fr">Knows SQL<ins> well</ins>.</span> <small>in dieser Rolle bearbeitet, Aussage</small></li></ul></section>',
    )
    expect(diffToHTML({sections: []}, {language: 'de'})).toBe('<p>Im Text ändert sich nichts.</p>')
  })
})

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

const elements = (node: Node, className?: string): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...('tagName' in child && (className === undefined || attributeOf(child, 'class') === className) ? [child] : []),
    ...elements(child, className),
  ])

const attributeOf = ({attrs}: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value

const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''))

function lineIn(cell: Element): string | null {
  const [line] = elements(cell, 'roleprint-compare-line')
  return line ? textOf(line) : null
}
