import {describe, expect, it, test} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {fieldTitles} from '../../src/checks/place.ts'
import {type Definition, documentType, wholeType} from '../../src/checks/schema/field-type.ts'
import {problemIds} from '../../src/checks/schema/problem-ids.ts'
import {rulesOf} from '../../src/checks/schema/rules-of.ts'
import {datasetFindings, documentFindings} from '../../src/checks.ts'
import {checks} from '../../src/index.ts'
import type {StoredDocument} from '../../src/local.ts'
import {sampleDocuments} from '../content.ts'
import {now, paragraph, roleOf} from './role.ts'

const role = sampleDocuments.find(({_id}) => _id === 'role-machine-learning-engineer') as StoredDocument
const said = (document: StoredDocument, documents: Iterable<StoredDocument> = sampleDocuments) =>
  documentFindings(document, documents, {now}).map(({id, severity, place}) => `${severity} ${id} ${place}`.trim())
const changed = (changes: object) => said({...role, ...changes})
const item = (type: string, fields: object) => [{_key: 'k', _type: type, ...fields}]
const reference = (id: string, key = 'k') => ({_key: key, _type: 'reference', _ref: id})
const level = (name: string, minYears: number, maxYears?: number, key = name) => ({
  ...{_key: key, _type: 'level', level: name, minYears, maxYears, focus: ['Own it.']},
})
const link = (href: string) => [{...paragraph('Hello'), markDefs: [{_key: 'm', _type: 'link', href}]}]

describe('the rules of the schema', () => {
  it('have nothing to say about a role that is well', () => {
    expect(changed({})).toEqual([])
  })

  test.each<[what: string, changes: object, expected: string[]]>([
    ['no title', {title: undefined}, ['error required Title']],
    ['no slug', {slug: undefined}, ['error required Slug']],
    ['an empty slug', {slug: {_type: 'slug', current: ' '}}, ['error required Slug', 'error slug Slug']],
    ['a slug of capitals', {slug: {_type: 'slug', current: 'ML'}}, ['error slug Slug']],
    ['a slug that is taken', {slug: {_type: 'slug', current: 'data-engineer'}}, ['error slug-taken Slug']],
    ['a language that is none', {language: 'english!'}, ['error language-tag Language']],
    ['no summary', {summary: []}, ['error required Summary']],
    ['a heading', {summary: [{...paragraph('Hi'), style: 'h2'}]}, ['error not-in-list Summary, 1st paragraph, Style']],
    [
      'a link that runs a script',
      {summary: link('javascript:alert(1)')},
      ['error address Summary, 1st paragraph, link, Address'],
    ],
    ['a link without an address', {summary: link('')}, ['error required Summary, 1st paragraph, link, Address']],
    ['a mail address', {summary: link('mailto:a@example.com')}, []],
    [
      'three responsibilities',
      {responsibilities: (role.responsibilities as unknown[]).slice(0, 3)},
      ['warning too-few Responsibilities'],
    ],
    ['a dangling reference', {author: reference('nobody')}, ['error dangling-reference Author']],
    [
      'an empty entry',
      {relatedRoles: [{_key: 'k', _type: 'reference'}]},
      ['error dangling-reference Related roles, 1st'],
    ],
    ['itself as related', {relatedRoles: [reference(role._id)]}, ['error related-to-itself Related roles']],
    [
      'a KPI twice',
      {kpis: [reference('kpi-service-level', 'a'), reference('kpi-service-level', 'b')]},
      ['error twice KPIs, 1st', 'error twice KPIs, 2nd'],
    ],
    [
      'no skill chosen',
      {niceToHaveSkills: item('skillRequirement', {})},
      ['error required Nice-to-have skills, 1st, Skill'],
    ],
    [
      'a line of no tools',
      {tools: item('toolChoice', {anyOf: []})},
      ['error required Tools and technology, 1st, Any of'],
    ],
    ['a sentence for a manager', {reportsTo: ['Reports to the CTO']}, ['warning manager-title Reports to, 1st']],
    ['overlapping years', {levels: [level('junior', 1, 4), level('senior', 3)]}, ['error years-overlap Levels']],
    ['touching years', {levels: [level('junior', 1, 3), level('senior', 3)]}, []],
    ['years that run backwards', {levels: [level('senior', 9, 6)]}, ['error years-backwards Levels, Senior']],
    ['a level twice', {levels: [level('mid', 1, 3, 'a'), level('mid', 3, 5, 'b')]}, ['error twice Levels']],
    ['half a year', {levels: [level('senior', 6.5)]}, ['error out-of-range Levels, Senior, From']],
    ['a level that is none', {levels: [level('chief', 6)]}, ['error not-in-list Levels, 1st, Level']],
    [
      'a price of nothing',
      {startingPrice: {_type: 'price', amount: 0, currency: 'USD', unit: 'DAY'}},
      ['error out-of-range Starting price, Amount'],
    ],
    [
      'a currency in small letters',
      {startingPrice: {_type: 'price', amount: 9, currency: 'usd', unit: 'DAY'}},
      ['error currency Starting price, Currency'],
    ],
    [
      'thousands that are none',
      {startingPrice: {_type: 'price', amount: 95, currency: 'EUR', unit: 'MONTH'}},
      ['warning unlikely-amount Starting price'],
    ],
    [
      'three decimals',
      {startingPrice: {_type: 'price', amount: 95.125, currency: 'EUR', unit: 'HOUR'}},
      ['warning unlikely-amount Starting price'],
    ],
    ['two decimals', {startingPrice: {_type: 'price', amount: 17.29, currency: 'EUR', unit: 'HOUR'}}, []],
    ['a review to come', {reviewedOn: '2026-06-02'}, ['warning review-to-come Reviewed on']],
    ['a review of today', {reviewedOn: '2026-06-01'}, []],
    ['a date that is none', {reviewedOn: 'soon'}, ['error wrong-kind Reviewed on']],
    ['a long title', {seoTitle: 'a'.repeat(61)}, ['warning too-long Title for search engines']],
    ['a number for a title', {title: 7}, ['error wrong-kind Title']],
    ['words for a list', {responsibilities: 'Write.'}, ['error wrong-kind Responsibilities']],
  ])('answer to a role with %s', (_, changes, expected) => {
    const findings = changed(changes).filter(
      (finding) => !finding.includes('gender') && !finding.startsWith('warning unlisted'),
    )
    expect(findings).toEqual(expected)
  })

  it('say so in the words of the schema', () => {
    const [finding] = documentFindings({...role, title: ''}, sampleDocuments, {now})
    expect(finding).toEqual({
      ...{
        id: 'required',
        severity: 'error',
        documentId: role._id,
        documentType: 'role',
        path: ['title'],
        place: 'Title',
      },
      message: 'Give the role a title.',
    })
  })

  it('find nine must-haves', () => {
    const {role, documents} = roleOf({mustHaves: Array.from('abcdefghi', (letter) => `Skill ${letter}.`)})
    expect(said(role, documents)).toContain('warning too-many Must-have skills')
  })

  it('give the path as a Studio takes it', () => {
    const levels = [{...level('senior', 6), _key: 's', focus: ['- Own it.']}]
    const [finding] = documentFindings({...role, levels}, sampleDocuments, {now})
    expect(finding?.path).toEqual(['levels', {_key: 's'}, 'focus', 0])
    expect(finding?.place).toBe('Levels, Senior, What shifts at this level, 1st')
  })

  it('hold for every other type as well', () => {
    expect(said({_id: 'x', _type: 'skill'})).toEqual(['error required Name'])
    expect(said({_id: 'x', _type: 'tool', name: 'dbt', url: 'dbt.com'})).toEqual(['error address Home page'])
    expect(said({_id: 'x', _type: 'kpi', statement: 'On time', targets: item('kpiTarget', {value: 3})})).toEqual([
      'error target-incomplete Targets, 1st',
      'error required Targets, 1st, Comparison',
    ])
    expect(said({_id: 'siteSettings', _type: 'siteSettings', rolesPath: 'roles'})).toEqual([
      'error address Path of the role pages',
    ])
    expect(said({_id: 'x', _type: 'movie'})).toEqual([])
  })

  it('let a role refer to itself, as a draft does to what is published', () => {
    const draft = {...role, _id: `drafts.${role._id}`, relatedRoles: [reference(role._id)]}
    expect(
      said(
        draft,
        sampleDocuments.filter(({_id}) => _id !== role._id),
      ),
    ).toEqual(['error related-to-itself Related roles'])
  })
})

describe('a dataset', () => {
  it('is told in the same order, whatever the order of its documents', () => {
    const {findings} = datasetFindings(sampleDocuments, {now})
    expect(datasetFindings([...sampleDocuments].reverse(), {now}).findings).toEqual(findings)
  })
})

describe('each finding', () => {
  it('is as serious as its check says', () => {
    const documents = sampleDocuments.map((document) => ({
      ...document,
      statement: '• 1\n2',
      name: 3,
      slug: 4,
      summary: [],
    }))
    for (const {id, severity} of datasetFindings(documents, {now}).findings) expect(severity).toBe(checks[id].severity)
  })

  it('is named after a rule of the schemas that has a name', () => {
    const problems = schemaTypes.flatMap((type) => problemsIn(type as unknown as Definition))
    expect(problems.length).toBeGreaterThan(12)
    expect(problems.filter((problem) => !problemIds.has(problem))).toEqual([])
  })

  it('calls a field of the role as its form does', () => {
    const fields = documentType('role')?.fields ?? []
    for (const [name, title] of Object.entries(fieldTitles))
      expect(fields.find((field) => field.name === name)?.title).toBe(title)
  })
})

function problemsIn(definition: Definition): unknown[] {
  const {fields = [], of = [], ...type} = wholeType(definition)
  const own = rulesOf(type).flatMap(({asked}) =>
    asked.flatMap((each) => (each.flag === 'custom' ? [each.problem] : [])),
  )
  return [...own, ...[...fields, ...of].flatMap(problemsIn)]
}

it('tells of odd characters and of a picture that is not shown where they stand, in any document', () => {
  expect(said({_id: 't', _type: 'tool', name: 'C\u0092'})).toEqual(['warning odd-character Name'])
  const person = {_id: 'p', _type: 'person', name: 'Ada', jobTitle: 'Chief\u001e', image: {asset: {_ref: 'i'}}}
  const file = {_id: 'i', _type: 'sanity.imageAsset', url: 'http://127.0.0.1:3333/images/a/b/c-1x1.png'}
  expect(said(person, [file])).toEqual(['warning odd-character Job title', 'warning unshown-picture Portrait'])
  expect(said({...person, jobTitle: 'Chief'}, [{...file, url: 'https://cdn.sanity.io/images/a/b/c-1x1.png'}])).toEqual(
    [],
  )
})

describe('one slug in two languages', () => {
  const of = (id: string, language?: string) => ({_id: id, _type: 'role', slug: {current: 'nurse'}, language})
  const taken = (...others: object[]) =>
    documentFindings(of('a', 'en'), others as never).filter(({id}) => id === 'slug-taken')

  it('is told with the other role, unless the site has a language', () => {
    const settings = {_id: 'siteSettings', _type: 'siteSettings'}
    expect(taken(of('drafts.b', 'de'), settings)).toMatchObject([
      {message: 'Another role has the slug “nurse” (b). Change one of the two.'},
    ])
    expect(taken(of('b', 'de'), {...settings, language: 'en'})).toEqual([])
    expect(taken(of('b'), {...settings, language: 'de'})).toHaveLength(1)
  })
})
