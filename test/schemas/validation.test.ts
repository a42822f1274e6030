import {describe, expect, test} from 'vitest'
import {compiledType, typeNames} from './compiled.ts'
import {problems} from './problems.ts'

type Document = {_type: string} & Record<string, unknown>

const references = (count: number, to = 'document') =>
  Array.from({length: count}, (_, index) => ({_type: 'reference', _key: `k${index}`, _ref: `${to}-${index}`}))

const requirements = (count: number) =>
  references(count, 'skill').map((skill) => ({_type: 'skillRequirement', _key: skill._key, skill}))

const paragraph = (href?: string) => ({
  _type: 'block',
  _key: 'b1',
  style: 'normal',
  markDefs: href === undefined ? [] : [{_type: 'link', _key: 'm1', href}],
  children: [{_type: 'span', _key: 's1', text: 'Turns data into decisions.', marks: []}],
})

const level = (name: string | undefined, minYears?: number, maxYears?: number) => ({
  _type: 'level',
  _key: `${name}`,
  level: name,
  minYears,
  maxYears,
  focus: ['Own a system.'],
})

// Each kind of document in full, with nothing to object to.
const role = {
  _id: 'drafts.data-engineer',
  _type: 'role',
  title: 'Data Engineer',
  slug: {_type: 'slug', current: 'data-engineer'},
  language: 'en',
  summary: [paragraph('https://example.com')],
  responsibilities: references(4),
  mustHaveSkills: requirements(8),
  niceToHaveSkills: requirements(1),
  tools: [{_type: 'toolChoice', _key: 't1', anyOf: references(2, 'tool')}],
  reportsTo: ['Head of Data', 'VP Engineering'],
  workingWith: 'Works with analysts.\n\nAnd with product managers.',
  levels: [level('junior', 1, 3), level('mid', 3, 6), level('senior', 6)],
  kpis: references(2, 'kpi'),
  faqs: [{_type: 'faq', _key: 'f1', question: 'Is it remote?', answer: [paragraph()], audience: 'both'}],
  startingPrice: {_type: 'price', amount: 4000, currency: 'USD', unit: 'MONTH', label: 'offshore'},
  author: {_type: 'reference', _ref: 'person-ines'},
  relatedRoles: references(2, 'role'),
  reviewedOn: '2026-01-12',
  seoTitle: 'a'.repeat(60),
  seoDescription: 'a'.repeat(160),
}
const responsibility = {_type: 'responsibility', statement: 'Ship it.', area: 'Delivery'}
const skill = {_type: 'skill', name: 'SQL', statement: 'SQL.', category: 'language', aliases: ['ANSI SQL']}
const tool = {_type: 'tool', name: 'dbt', aliases: ['dbt Core'], url: 'https://www.getdbt.com'}
const target = {_type: 'kpiTarget', _key: 'g1', metric: 'on time', comparator: 'atLeast', value: 99.5, unit: '%'}
const kpi = {
  _type: 'kpi',
  name: 'Freshness',
  statement: 'Tables are on time.',
  targets: [{...target, cadence: 'month'}],
}
const person = {
  _type: 'person',
  name: 'Ines',
  bio: 'One.\n\nTwo.',
  highlights: ['Edits'],
  url: 'http://example.com/ines',
}
const siteSettings = {
  _type: 'siteSettings',
  organizationName: 'Acme',
  siteUrl: 'https://example.com',
  rolesPath: '/roles',
}

describe('a Studio', () => {
  test.each([role, responsibility, skill, tool, kpi, person, siteSettings])(
    'has nothing to say about a full $_type',
    (document) => {
      expect(problems(document)).toEqual([])
    },
  )

  test.each<[what: string, document: Document, expected: string[]]>([
    [
      'role',
      {_type: 'role'},
      [
        'error title: Give the role a title.',
        'error slug: Give the role an address of small letters (a–z), digits and single hyphens, 96 characters at most: machine-learning-engineer.',
        'error slug.current: presence',
        'error summary: Write a summary of the role.',
        'error responsibilities: Add at least one responsibility.',
        'error mustHaveSkills: Add at least one must-have skill.',
      ],
    ],
    ['responsibility', {_type: 'responsibility'}, ['error statement: Write the statement.']],
    ['skill', {_type: 'skill'}, ['error name: Give the skill’s name.']],
    ['tool', {_type: 'tool'}, ['error name: Give the tool’s name.']],
    ['kpi', {_type: 'kpi'}, ['error statement: Write the statement.']],
    ['person', {_type: 'person'}, ['error name: Give the person’s name.']],
    ['siteSettings', {_type: 'siteSettings'}, []],
    ['skillRequirement', {_type: 'skillRequirement'}, ['error skill: Choose the skill.']],
    ['toolChoice', {_type: 'toolChoice'}, ['error anyOf: Choose at least one tool.']],
    [
      'level',
      {_type: 'level'},
      [
        'error level: Choose a level from the list.',
        'error minYears: Say how many years this level begins with.',
        'error focus: Say at least one thing that shifts at this level.',
      ],
    ],
    [
      'kpiTarget',
      {_type: 'kpiTarget'},
      ['error comparator: Choose a comparison from the list.', 'error value: Give the number to reach.'],
    ],
    ['faq', {_type: 'faq'}, ['error question: Write the question.', 'error answer: Write the answer.']],
    [
      'price',
      {_type: 'price'},
      [
        'error amount: Give the amount.',
        'error currency: Give the currency: USD, EUR.',
        'error unit: Say what the price is for: an hour, a day, a week, a month or a year.',
      ],
    ],
  ])('asks for what an empty %s lacks', (_, document, expected) => {
    expect(problems(document)).toEqual(expected)
  })

  test.each(typeNames)('has an answer to a %s with any one field null, blank or of another kind', (name) => {
    for (const {name: fieldName} of compiledType(name).fields)
      for (const value of [null, '', 0, [], [null], {}])
        expect(() => problems({_type: name, [fieldName]: value})).not.toThrow()
  })

  test.each<[what: string, changes: object, expected: string[]]>([
    [
      'one responsibility',
      {responsibilities: references(1)},
      ['warning responsibilities: Fewer than 4 responsibilities say little about a role.'],
    ],
    [
      'three responsibilities',
      {responsibilities: references(3)},
      ['warning responsibilities: Fewer than 4 responsibilities say little about a role.'],
    ],
    ['fifteen responsibilities', {responsibilities: references(15)}, []],
    [
      'sixteen responsibilities',
      {responsibilities: references(16)},
      ['warning responsibilities: More than 15 responsibilities are hard to read. Which matter most?'],
    ],
    [
      'an emptied list of responsibilities',
      {responsibilities: []},
      [
        'error responsibilities: Add at least one responsibility.',
        'warning responsibilities: Fewer than 4 responsibilities say little about a role.',
      ],
    ],
    [
      'the same responsibility twice',
      {responsibilities: [...references(4), {...references(1)[0], _key: 'again'}]},
      ['error responsibilities: This responsibility is in the list more than once. Remove one of them.'],
    ],
    [
      'an emptied list of must-haves',
      {mustHaveSkills: []},
      ['error mustHaveSkills: Add at least one must-have skill.'],
    ],
    ['one must-have', {mustHaveSkills: requirements(1)}, []],
    [
      'nine must-haves',
      {mustHaveSkills: requirements(9)},
      ['warning mustHaveSkills: More than 8 must-haves keep good people from applying. Could some be nice-to-have?'],
    ],
    [
      'the same must-have twice',
      {mustHaveSkills: [...requirements(1), {...requirements(1)[0], _key: 'again'}]},
      ['error mustHaveSkills: This must-have is in the list more than once. Remove one of them.'],
    ],
    [
      'the same nice-to-have twice',
      {niceToHaveSkills: [...requirements(1), {...requirements(1)[0], _key: 'again'}]},
      ['error niceToHaveSkills: This nice-to-have is in the list more than once. Remove one of them.'],
    ],
    [
      'a bullet in the words of the role',
      {niceToHaveSkills: [{...requirements(1)[0], statement: '• SQL'}]},
      ['warning niceToHaveSkills[0].statement: Leave out the bullet: the page adds it.'],
    ],
    [
      'a tool twice in one choice',
      {tools: [{_type: 'toolChoice', anyOf: [...references(1), ...references(1)]}]},
      ['error tools[0].anyOf: This tool is in the line more than once. Remove one of them.'],
    ],
    [
      'a choice of no tools',
      {tools: [{_type: 'toolChoice', anyOf: []}]},
      ['error tools[0].anyOf: Choose at least one tool.'],
    ],
    [
      'the same choice twice',
      {
        tools: [
          {_type: 'toolChoice', anyOf: references(1)},
          {_type: 'toolChoice', anyOf: references(1)},
        ],
      },
      ['error tools: This line is in the list more than once. Remove one of them.'],
    ],
    [
      'a KPI twice',
      {kpis: [...references(1), ...references(1)]},
      ['error kpis: This KPI is in the list more than once. Remove one of them.'],
    ],
    [
      'a related role twice',
      {relatedRoles: [...references(1), ...references(1)]},
      ['error relatedRoles: This role is in the list more than once. Remove one of them.'],
    ],
    [
      'itself among the related roles',
      {relatedRoles: [{_type: 'reference', _ref: 'data-engineer'}]},
      ['error relatedRoles: This is the role itself. Choose other roles.'],
    ],
    [
      'a sentence for a manager',
      {reportsTo: ['Reports to the Head of Data']},
      ['warning reportsTo[0]: Write the bare title: Head of ML. The page adds “Reports to the”.'],
    ],
    [
      'a manager twice',
      {reportsTo: ['Head of Data', 'Head of Data']},
      ['error reportsTo: This title is in the list more than once. Remove one of them.'],
    ],
    [
      'a slug in capitals',
      {slug: {_type: 'slug', current: 'Data-Engineer'}},
      [
        'error slug: Give the role an address of small letters (a–z), digits and single hyphens, 96 characters at most: machine-learning-engineer.',
      ],
    ],
    ['a language that is none', {language: 'english!'}, ['error language: Use a language tag: en, en-GB, pt-BR.']],
    ['an empty summary', {summary: []}, ['error summary: Write a summary of the role.']],
    [
      'a link without an address',
      {summary: [{...paragraph(), markDefs: [{_type: 'link'}]}]},
      [
        'error summary[0].markDefs[0].href: Write the whole address, without spaces: https://…, mailto:…, tel:… or, for a page of this site, /…',
      ],
    ],
    ['a link to a mail address', {summary: [paragraph('mailto:jobs@example.com')]}, []],
    ['a link to a phone number', {summary: [paragraph('tel:+491234')]}, []],
    ['a link within the site', {summary: [paragraph('/contact')]}, []],
    [
      'a link that runs a script',
      {summary: [paragraph('javascript:alert(1)')]},
      [
        'error summary[0].markDefs[0].href: Write the whole address, without spaces: https://…, mailto:…, tel:… or, for a page of this site, /…',
        'error summary[0].markDefs[0].href: Write the whole address, without spaces: https://…, mailto:…, tel:… or, for a page of this site, /…',
      ],
    ],
    [
      'half an address in an answer',
      {faqs: [{_type: 'faq', question: 'Is it remote?', answer: [paragraph('www.example.com')]}]},
      [
        'error faqs[0].answer[0].markDefs[0].href: Write the whole address, without spaces: https://…, mailto:…, tel:… or, for a page of this site, /…',
      ],
    ],
    [
      'an audience that is none',
      {faqs: [{...role.faqs[0], audience: 'robots'}]},
      ['error faqs[0].audience: Choose from the list where the question is printed.'],
    ],
    ['a level that is none', {levels: [level('chief', 1)]}, ['error levels[0].level: Choose a level from the list.']],
    [
      'a level twice',
      {levels: [level('mid', 1, 3), level('mid', 3, 6)]},
      ['error levels: Mid is there more than once. Put everything about it into one entry.'],
    ],
    [
      'levels that overlap',
      {levels: [level('junior', 1, 4), level('mid', 3, 6)]},
      ['error levels: Mid starts at 3 years but Junior runs to 4.'],
    ],
    [
      'a level that runs backwards',
      {levels: [level('mid', 6, 3)]},
      ['error levels[0]: The range runs backwards, from 6 to 3 years. Should the two change places?'],
    ],
    [
      'half a year',
      {levels: [level('mid', 1.5, 2.5)]},
      [
        'error levels[0].minYears: Give whole years, from 0 to 60.',
        'error levels[0].maxYears: Give whole years, from 0 to 60.',
      ],
    ],
    ['less than no years', {levels: [level('mid', -1)]}, ['error levels[0].minYears: Give whole years, from 0 to 60.']],
    ['a level from birth', {levels: [level('junior', 0, 60)]}, []],
    ['a level of no years', {levels: [level('junior', 0, 0)]}, []],
    [
      'an end before the beginning of time',
      {levels: [{...level('mid', 0), maxYears: -1}]},
      [
        'error levels[0]: The range runs backwards, from 0 to -1 years. Should the two change places?',
        'error levels[0].maxYears: Give whole years, from 0 to 60.',
      ],
    ],
    ['a very long life', {levels: [level('mid', 61)]}, ['error levels[0].minYears: Give whole years, from 0 to 60.']],
    ['a very long end', {levels: [level('mid', 6, 61)]}, ['error levels[0].maxYears: Give whole years, from 0 to 60.']],
    [
      'a level without focus',
      {levels: [{...level('mid', 1), focus: []}]},
      ['error levels[0].focus: Say at least one thing that shifts at this level.'],
    ],
    [
      'a focus with a bullet',
      {levels: [{...level('mid', 1), focus: ['Own it.', '- Run it.']}]},
      ['warning levels[0].focus[1]: Leave out the bullet: the page adds it.'],
    ],
    [
      'a price of nothing',
      {startingPrice: {...role.startingPrice, amount: 0}},
      ['error startingPrice.amount: Give an amount above 0.'],
    ],
    [
      'a price of next to nothing',
      {startingPrice: {...role.startingPrice, amount: 0.01}},
      ['warning startingPrice: 0.01 is hardly a pay. Were thousands meant: 10?'],
    ],
    [
      'a currency in small letters',
      {startingPrice: {...role.startingPrice, currency: 'usd'}},
      ['error startingPrice.currency: Write it as USD.'],
    ],
    [
      'a price per lifetime',
      {startingPrice: {...role.startingPrice, unit: 'LIFE'}},
      ['error startingPrice.unit: Say what the price is for: an hour, a day, a week, a month or a year.'],
    ],
    [
      'a review to come',
      {reviewedOn: '9999-01-01'},
      ['warning reviewedOn: This day is still to come, and the page would print it as the last update.'],
    ],
    [
      'a long title for search engines',
      {seoTitle: 'a'.repeat(61)},
      ['warning seoTitle: Search engines cut a title after about 60 characters.'],
    ],
    [
      'a long description for search engines',
      {seoDescription: 'a'.repeat(161)},
      ['warning seoDescription: Search engines cut a description after about 160 characters.'],
    ],
  ])('answers to a role with %s', (_, changes, expected) => {
    expect(problems({...role, ...changes})).toEqual(expected)
  })

  test.each<[what: string, document: Document, expected: string[]]>([
    [
      'a responsibility with a bullet',
      {...responsibility, statement: '• Ship'},
      ['warning statement: Leave out the bullet: the page adds it.'],
    ],
    [
      'a skill on two lines',
      {...skill, statement: 'SQL\nand dbt'},
      ['warning statement: Keep it on one line: it is printed as one bullet.'],
    ],
    [
      'a skill of no known category',
      {...skill, category: 'magic'},
      ['error category: Choose a category from the list, or leave it empty.'],
    ],
    [
      'a skill with a name twice',
      {...skill, aliases: ['a', 'a']},
      ['error aliases: This name is in the list more than once. Remove one of them.'],
    ],
    [
      'a tool with a name twice',
      {...tool, aliases: ['a', 'a']},
      ['error aliases: This name is in the list more than once. Remove one of them.'],
    ],
    [
      'a tool without a web address',
      {...tool, url: 'ftp://example.com'},
      ['error url: Write the whole address: https://…'],
    ],
    ['a tool within the site', {...tool, url: '/dbt'}, ['error url: Write the whole address: https://…']],
    [
      'a KPI with a bullet',
      {...kpi, statement: '- On time'},
      ['warning statement: Leave out the bullet: the page adds it.'],
    ],
    [
      'a target without a number',
      {...kpi, targets: [{...target, value: undefined}]},
      ['error targets[0]: Give the number after “at least”.', 'error targets[0].value: Give the number to reach.'],
    ],
    [
      'a target without a comparison',
      {...kpi, targets: [{...target, comparator: undefined}]},
      [
        'error targets[0]: Say how to compare with 99.5: at least, at most, less than, greater than, exactly.',
        'error targets[0].comparator: Choose a comparison from the list.',
      ],
    ],
    [
      'a target of no known cadence',
      {...kpi, targets: [{...target, cadence: 'hourly'}]},
      ['error targets[0].cadence: Choose from the list how often it is measured, or leave it empty.'],
    ],
    [
      'a person with a bullet',
      {...person, highlights: ['• Edits']},
      ['warning highlights[0]: Leave out the bullet: the page adds it.'],
    ],
    [
      'a person without a web address',
      {...person, url: 'mailto:ines@example.com'},
      ['error url: Write the whole address: https://…'],
    ],
    ['a person with a safe web address', {...person, url: 'https://example.com/ines'}, []],
    ['a tool with an older web address', {...tool, url: 'http://example.com'}, []],
    ['a site with an older web address', {...siteSettings, siteUrl: 'http://example.com'}, []],
    [
      'a site without a web address',
      {...siteSettings, siteUrl: 'ftp://example.com'},
      ['error siteUrl: Write the whole address, and nothing after it: https://example.com.'],
    ],
    [
      'a site address with more after it',
      {...siteSettings, siteUrl: 'https://example.com/?lang=de'},
      ['error siteUrl: Write the whole address, and nothing after it: https://example.com.'],
    ],
    ['a path without a slash', {...siteSettings, rolesPath: 'roles'}, ['error rolesPath: Begin with “/”: /roles.']],
  ])('answers to %s', (_, document, expected) => {
    expect(problems(document)).toEqual(expected)
  })
})
