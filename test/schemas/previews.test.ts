import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compiledType, typeNames} from './compiled.ts'

/** The preview of a value, asked for and prepared as a Studio does. References hold the document they lead to. */
function preview(typeName: string, value: object) {
  const {select = {}, prepare} = compiledType(typeName).preview ?? {}
  const selection = Object.fromEntries(Object.entries(select).map(([name, path]) => [name, at(path, value)]))
  if (!prepare) throw new Error(`${typeName} has no preview of its own`)
  return prepare(selection)
}

const at = (path: string, value: unknown): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value)

const tools = (...names: string[]) => ({anyOf: names.map((name) => ({name}))})

describe('the preview of', () => {
  test.each<[typeName: string, what: string, value: object, title: string, subtitle: string | undefined]>([
    [
      'role',
      'a full role',
      {
        title: 'ML Engineer',
        slug: {_type: 'slug', current: 'ml-engineer'},
        language: 'en',
        reviewedOn: '2026-04-12',
      },
      'ML Engineer',
      'en · reviewed on 2026-04-12',
    ],
    ['role', 'a role without a review', {title: 'ML Engineer', language: 'en'}, 'ML Engineer', 'en'],
    ['role', 'a role with blanks', {title: ' ML Engineer ', reviewedOn: ' '}, 'ML Engineer', undefined],
    ['role', 'a new role', {}, 'No title yet', undefined],

    ['responsibility', 'a responsibility', {statement: 'Ship it.', area: 'Delivery'}, 'Ship it.', 'Delivery'],
    ['responsibility', 'one with a blank statement', {statement: ' '}, 'No statement yet', undefined],

    [
      'skill',
      'a skill',
      {name: 'SQL', statement: 'SQL for training tables.', category: 'language'},
      'SQL',
      'Language · SQL for training tables.',
    ],
    ['skill', 'a skill of no known category', {name: 'SQL', category: 'toString'}, 'SQL', undefined],
    ['skill', 'a new skill', {}, 'No name yet', undefined],

    ['tool', 'a tool', {name: 'scikit-learn', aliases: ['sklearn', 'scikit']}, 'scikit-learn', 'sklearn, scikit'],
    ['tool', 'a tool without other names', {name: 'Triton', aliases: []}, 'Triton', undefined],
    ['tool', 'a new tool', {}, 'No name yet', undefined],

    ['kpi', 'a KPI', {name: 'Drift', statement: 'Found in a day.'}, 'Drift', 'Found in a day.'],
    ['kpi', 'a KPI without a name', {statement: 'Found in a day.'}, 'Found in a day.', undefined],
    ['kpi', 'a KPI without a statement', {name: 'Drift'}, 'Drift', undefined],
    ['kpi', 'a new KPI', {}, 'No statement yet', undefined],

    ['person', 'a person', {name: 'Ines Halvorsen', jobTitle: 'Editor'}, 'Ines Halvorsen', 'Editor'],
    ['person', 'a new person', {}, 'No name yet', undefined],

    [
      'siteSettings',
      'the settings',
      {organizationName: 'Acme', siteUrl: 'https://example.com'},
      'Site settings',
      'Acme · https://example.com',
    ],
    ['siteSettings', 'empty settings', {}, 'Site settings', undefined],

    [
      'skillRequirement',
      'a skill in the words of the role',
      {statement: 'SQL, a lot of it.', skill: {name: 'SQL', statement: 'SQL for training tables.'}},
      'SQL, a lot of it.',
      'Overrides the shared wording',
    ],
    [
      'skillRequirement',
      'a skill in the shared words',
      {skill: {name: 'SQL', statement: 'SQL for training tables.'}},
      'SQL for training tables.',
      'SQL',
    ],
    ['skillRequirement', 'a skill with a blank wording', {statement: ' ', skill: {name: 'SQL'}}, 'SQL', undefined],
    ['skillRequirement', 'no skill yet', {}, 'No skill chosen yet', undefined],

    ['toolChoice', 'one tool', tools('Python'), 'Python', undefined],
    ['toolChoice', 'tools to choose from', tools('PyTorch', 'TensorFlow'), 'PyTorch / TensorFlow', undefined],
    ['toolChoice', 'six tools', tools('1', '2', '3', '4', '5', '6'), '1 / 2 / 3 / 4 / 5 / 6', undefined],
    [
      'toolChoice',
      'very many tools',
      tools('1', '2', '3', '4', '5', '6', '7', '8'),
      '1 / 2 / 3 / 4 / 5 / 6 / …',
      undefined,
    ],
    ['toolChoice', 'a tool that is gone', {anyOf: [{_ref: 'gone'}, {name: 'TensorFlow'}]}, 'TensorFlow', undefined],
    ['toolChoice', 'no tool yet', {}, 'No tool chosen yet', undefined],

    [
      'level',
      'a level',
      {level: 'junior', minYears: 1, maxYears: 3, focus: ['Build baselines.', 'Triage alerts.']},
      'Junior · 1–3 years',
      'Build baselines.',
    ],
    ['level', 'an open level', {level: 'senior', minYears: 6}, 'Senior · 6+ years', undefined],
    ['level', 'a level of one year', {level: 'junior', minYears: 1, maxYears: 1}, 'Junior · 1 year', undefined],
    ['level', 'a level from nothing', {level: 'junior', minYears: 0, maxYears: 1}, 'Junior · 0–1 years', undefined],
    ['level', 'a level without years', {level: 'mid', maxYears: 6, focus: []}, 'Mid', undefined],
    ['level', 'years without a level', {minYears: 3, maxYears: 6}, 'No level chosen yet · 3–6 years', undefined],
    ['level', 'a new level', {}, 'No level chosen yet', undefined],

    [
      'kpiTarget',
      'a target',
      {metric: 'requests in time', comparator: 'atLeast', value: 99.5, unit: '%', cadence: 'month'},
      'at least 99.5 %, monthly',
      'requests in time',
    ],
    ['kpiTarget', 'a tiny target', {comparator: 'lessThan', value: 0.0005}, 'less than 0.0005', undefined],
    [
      'kpiTarget',
      'a target of nothing',
      {comparator: 'equals', value: 0, unit: 'incidents'},
      'exactly 0 incidents',
      undefined,
    ],
    ['kpiTarget', 'a large target', {comparator: 'greaterThan', value: 1200000}, 'greater than 1,200,000', undefined],
    ['kpiTarget', 'a target without a number', {metric: 'drift', comparator: 'atMost'}, 'drift', undefined],
    ['kpiTarget', 'a number without a comparison', {value: 24, unit: 'hours'}, '24 hours', undefined],
    ['kpiTarget', 'a new target', {}, 'No target set yet', undefined],

    ['faq', 'a question for both', {question: 'Is it remote?', audience: 'both'}, 'Is it remote?', 'Both'],
    ['faq', 'a question for nobody in particular', {question: 'Is it remote?'}, 'Is it remote?', 'Page'],
    ['faq', 'a new question', {}, 'No question yet', 'Page'],

    ['price', 'a price', {amount: 4000, currency: 'USD', unit: 'MONTH', label: 'offshore'}, '$4,000/month', 'offshore'],
    ['price', 'a price with cents', {amount: 19.5, currency: 'EUR', unit: 'HOUR'}, '€19.50/hour', undefined],
    ['price', 'a price in half a currency', {amount: 4000, currency: 'US', unit: 'MONTH'}, '4,000/month', undefined],
    ['price', 'a price without a currency', {amount: 4000}, '4,000', undefined],
    ['price', 'a price without an amount', {currency: 'USD', unit: 'YEAR'}, 'No amount given yet', undefined],
  ])('%s: %s', (typeName, _, value, title, subtitle) => {
    const seen = preview(typeName, value)
    expect([seen.title, seen.subtitle]).toEqual([title, subtitle])
  })

  test('a person shows the portrait', () => {
    const image = {_type: 'image', asset: {_ref: 'image-a-1x1-png'}}
    expect(preview('person', {name: 'Ines Halvorsen', image})).toMatchObject({media: image})
  })
})

describe.each(typeNames)('the preview of %s', (typeName) => {
  const {select = {}, prepare} = compiledType(typeName).preview ?? {}

  test('asks for fields that are there', () => {
    const names = compiledType(typeName).fields.map(({name}) => name)
    for (const path of Object.values(select)) expect(names).toContain(path.split('.')[0])
  })

  test('has a readable title for whatever a draft may hold', () => {
    const anything = fc.record(Object.fromEntries(Object.keys(select).map((name) => [name, fc.anything()])), {
      requiredKeys: [],
    })
    const halfFilled = fc.record(
      Object.fromEntries(
        Object.keys(select).map((name) => [
          name,
          fc.constantFrom(undefined, null, '', ' ', 'word', 'mid', 'USD', 0, 3, [], {}),
        ]),
      ),
      {requiredKeys: []},
    )
    const seen = (selection: Record<string, unknown>): string => {
      const {title, subtitle} = prepare?.(selection) ?? {}
      expect(title?.trim()).toBeTruthy()
      expect(subtitle?.trim()).not.toBe('')
      return `${title} ${subtitle ?? ''}`
    }
    fc.assert(
      fc.property(anything, (selection) => {
        seen(selection)
      }),
    )
    fc.assert(
      fc.property(halfFilled, (selection) => {
        expect(seen(selection)).not.toMatch(/undefined|null|NaN|\[object|^\s*·|·\s*$/)
      }),
    )
  })
})
