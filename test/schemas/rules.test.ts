import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {bulletBlockProblem, bulletTextProblem} from '../../schemas/rules/bullet-text.ts'
import {comparisonProblem} from '../../schemas/rules/comparison.ts'
import {currencyProblem} from '../../schemas/rules/currency.ts'
import {languageTagProblem} from '../../schemas/rules/language-tag.ts'
import {levelsOnceProblem} from '../../schemas/rules/levels-once.ts'
import {linkAddressProblem} from '../../schemas/rules/link-address.ts'
import {mustHavesProblem, responsibilitiesProblem} from '../../schemas/rules/list-length.ts'
import {managerTitleProblem} from '../../schemas/rules/manager-title.ts'
import {relatedRolesProblem} from '../../schemas/rules/related-roles.ts'
import {dayProblem, reviewDateProblem} from '../../schemas/rules/review-date.ts'
import {rolesPathProblem} from '../../schemas/rules/roles-path.ts'
import {slugProblem} from '../../schemas/rules/slug.ts'
import {type LevelYears, yearRangeProblem, yearRangesProblem} from '../../schemas/rules/year-ranges.ts'
import {rulesOf} from '../../src/checks/schema/rules-of.ts'
import {comparators} from '../../src/model/vocabulary.ts'
import {withoutBullet} from '../../src/text/line.ts'
import {safeHref} from '../../src/text/safe-href.ts'

const years = (level: string, minYears?: number | null, maxYears?: number | null): LevelYears => ({
  level,
  minYears,
  maxYears,
})

describe('a bullet', () => {
  test.each([
    '• Ship it',
    '- Ship it',
    '  – Ship it',
    '* Ship it',
    '◦Ship it',
    '·Ship it',
    '—\tShip it',
    '+ Ship it',
    '\uf0b7\tShip it',
    '➢ Ship it',
    '✓ Ship it',
    '・出荷する',
    'o\tShip it',
    'Ø\tShip it',
    '✔️ Ship it',
    '☐ Ship it',
    '\x95 Ship it',
    '\x96 Ship it',
    '▪︎ Ship it',
  ])('may not bring its own glyph: %j', (statement) => {
    expect(bulletTextProblem(statement)).toBe('Leave out the bullet: the page adds it.')
  })

  test.each(['1. Ship it', ' 12) Ship it', 'a) Ship it', '(1) Ship it'])(
    'may not bring its own number: %j',
    (statement) => {
      expect(bulletTextProblem(statement)).toContain('Leave out the number')
    },
  )

  test.each(['Ship it\nand watch it', 'Ship it\r\nand watch it', 'Ship it\u2028and watch it', 'Ship it\n'])(
    'stays on one line: %j',
    (statement) => {
      expect(bulletTextProblem(statement)).toBe('Keep it on one line: it is printed as one bullet.')
    },
  )

  test.each([
    'Ship it',
    '-5 % cost per quarter',
    '*nix administration',
    'Ship it – and watch it',
    'C++ • Rust',
    '2.5 tons of flour',
    '1.FC',
    '24/7 on call',
    '100. anniversary',
    '§ 34a',
    'Ø 3 trips',
    'o tempora',
    '»So« they say',
    '3+ years',
    '',
  ])('may hold %j', (statement) => {
    expect(bulletTextProblem(statement)).toBe(true)
  })
})

describe('the title of a manager', () => {
  test.each([
    'Reports to the Head of ML',
    'reports  to Head of ML',
    'Report to the CTO',
    'the Head of ML',
    'A team lead',
    'An Engineering Manager',
    ' The CTO',
  ])('is written bare, not as %j', (title) => {
    expect(managerTitleProblem(title)).toBe('Write the bare title: Head of ML. The page adds “Reports to the”.')
  })

  test.each([
    'Head of ML',
    'Theatre Director',
    'Analytics Lead',
    'A/B Testing Lead',
    'Reporting Lead',
    'Reports Manager',
    'Head of the Lab',
  ])('may be %j', (title) => {
    expect(managerTitleProblem(title)).toBe(true)
  })
})

describe('a slug', () => {
  test.each([
    'Data-Engineer',
    'data_engineer',
    'data engineer',
    '-data',
    'data-',
    'data--engineer',
    'données',
    '../etc',
    'a/b',
    'a\n',
  ])('is not %j', (current) => {
    expect(slugProblem({current})).toContain('machine-learning-engineer')
  })

  test('is at most 96 characters long', () => {
    expect(slugProblem({current: 'a'.repeat(97)})).toBe('Keep it to 96 characters.')
    expect(slugProblem({current: 'a'.repeat(96)})).toBe(true)
  })

  test.each(['data-engineer', 'a', '3d-artist', 'level-2'])('may be %j', (current) => {
    expect(slugProblem({current})).toBe(true)
  })

  test('that is still empty is left to the required check', () => {
    expect(slugProblem(undefined)).toBe(true)
    expect(slugProblem({})).toBe(true)
    expect(slugProblem({current: ''})).toBe(true)
  })
})

describe('a language', () => {
  test.each(['english!', 'en_US', 'e', 'en-', '-'])('is not %j', (tag) => {
    expect(languageTagProblem(tag)).toBe('Use a language tag: en, en-GB, pt-BR.')
  })

  test.each(['en', 'en-GB', 'pt-BR', 'zh-Hant-TW', 'de-1996', undefined, ''])('may be %j', (tag) => {
    expect(languageTagProblem(tag)).toBe(true)
  })
})

test('an item of rich text is told of its own bullet, and of no line break', () => {
  const item = (...texts: unknown[]) => ({_type: 'block', listItem: 'bullet', children: texts.map((text) => ({text}))})
  expect(bulletBlockProblem(item('•', ' Ship it'))).toContain('Leave out the bullet')
  expect(bulletBlockProblem(item('1. Ship it'))).toContain('Leave out the number')
  for (const fine of [item('Ship it\nand watch it'), {...item('• Ship it'), listItem: undefined}, item(5), item()])
    expect(bulletBlockProblem(fine)).toBe(true)
})

test('a bullet that is not printed is always told', () => {
  const sign = fc.constantFrom(...'\uf0b7•·➢✓●○☐→-–—*+o§Ø1234567890).( \t\n\u00a0ab')
  fc.assert(
    fc.property(fc.array(sign, {maxLength: 8}), (signs) => {
      const text = signs.join('')
      if (withoutBullet(text) !== text) expect(bulletTextProblem(text)).toContain('Leave out the')
    }),
    {numRuns: 5000},
  )
})

describe('a review', () => {
  const noon = new Date(2026, 3, 12, 12)

  test.each(['2026-04-13', '2026-05-01', '2027-01-01', '2026-10-02'])('is not of a day to come: %s', (date) => {
    expect(reviewDateProblem(date, {now: noon})).toContain('still to come')
  })

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-04-31', '2026-00-10', '2026-02', '2026'])(
    'is of a day that there is, not %s',
    (date) => {
      expect(dayProblem(date)).toBe(
        `“${date}” is no day, so the page prints the day of the last change. Choose the day of the review.`,
      )
      expect(reviewDateProblem(date, {now: noon})).toBe(true)
    },
  )

  test.each(['2026-04-12', '2028-02-29', '2026-04-12T10:00:00Z', '', 'soon', undefined])('is of %j', (date) => {
    expect(dayProblem(date)).toBe(true)
  })

  test.each(['2026-04-12', '2026-04-11', '2025-12-31', undefined, '', '2026', 'soon'])('may be of %j', (date) => {
    expect(reviewDateProblem(date, {now: noon})).toBe(true)
  })

  test('is of the day of the person who asks, from its first minute to its last', () => {
    expect(reviewDateProblem('2026-04-12', {now: new Date(2026, 3, 12, 0, 0)})).toBe(true)
    expect(reviewDateProblem('2026-04-13', {now: new Date(2026, 3, 12, 23, 59)})).not.toBe(true)
  })
})

describe('a currency', () => {
  test.each([
    ['usd', 'Write it as USD.'],
    [' Eur', 'Write it as EUR.'],
    ['$', 'Use the three-letter ISO 4217 code, in capitals: USD, EUR.'],
    ['US', 'Use the three-letter ISO 4217 code, in capitals: USD, EUR.'],
    ['QQQ', 'Use the three-letter ISO 4217 code, in capitals: USD, EUR.'],
    ['Euro', 'Use the three-letter ISO 4217 code, in capitals: USD, EUR.'],
  ])('is not %j', (code, problem) => {
    expect(currencyProblem(code)).toBe(problem)
  })

  test.each(['USD', 'EUR', 'JPY', 'PLN', undefined, ''])('may be %j', (code) => {
    expect(currencyProblem(code)).toBe(true)
  })
})

describe('the path of the role pages', () => {
  test.each([
    ['roles', 'Begin with “/”: /roles.'],
    ['https://example.com', 'Begin with “/”: /roles.'],
    ['/', 'Name the folder of the role pages: /roles.'],
    ['/job roles', 'Use only letters (A–Z), digits, “/”, “-” and “_”: /roles.'],
    ['/rôles', 'Use only letters (A–Z), digits, “/”, “-” and “_”: /roles.'],
    ['/../roles', 'Use only letters (A–Z), digits, “/”, “-” and “_”: /roles.'],
    ['/roles?x', 'Use only letters (A–Z), digits, “/”, “-” and “_”: /roles.'],
    ['//roles', 'Write one “/” between two parts.'],
    ['/roles/', 'Leave out the “/” at the end: the page adds it.'],
  ])('is not %j', (path, problem) => {
    expect(rolesPathProblem(path)).toBe(problem)
  })

  test.each(['/roles', '/en/job-descriptions', '/Job_Roles2', undefined, ''])('may be %j', (path) => {
    expect(rolesPathProblem(path)).toBe(true)
  })
})

describe('the related roles', () => {
  const related = [{_ref: 'data-engineer'}, {_ref: 'ml-engineer'}]

  test.each(['ml-engineer', 'drafts.ml-engineer', 'versions.rSpring.ml-engineer'])(
    'leave out the role itself, read as %s',
    (id) => {
      expect(relatedRolesProblem(related, {document: {_id: id}})).toBe('This is the role itself. Choose other roles.')
    },
  )

  test.each(['ml', 'engineer', 'drafts.ml-engineer-2', 'versions.ml-engineer', undefined])(
    'may hold any other, read as %s',
    (id) => {
      expect(relatedRolesProblem(related, {document: {_id: id}})).toBe(true)
    },
  )

  test('may be half-filled or missing', () => {
    expect(relatedRolesProblem(undefined, {document: {_id: 'ml-engineer'}})).toBe(true)
    expect(relatedRolesProblem([null, {}], {document: {_id: 'ml-engineer'}})).toBe(true)
  })
})

describe('a target', () => {
  test('with a comparison needs a number', () => {
    expect(comparisonProblem({comparator: 'atLeast'})).toBe('Give the number after “at least”.')
    expect(comparisonProblem({comparator: 'equals', value: null})).toBe('Give the number after “exactly”.')
  })

  test('with a number needs a comparison', () => {
    const problem = comparisonProblem({value: 0})
    expect(problem).toContain('Say how to compare with 0')
    for (const label of Object.values(comparators)) expect(problem).toContain(label)
    expect(comparisonProblem({comparator: 'toString', value: 1})).not.toBe(true)
  })

  test('may have both or neither', () => {
    expect(comparisonProblem({comparator: 'atMost', value: 0})).toBe(true)
    expect(comparisonProblem({})).toBe(true)
    expect(comparisonProblem(undefined)).toBe(true)
  })
})

describe('the levels', () => {
  test('name each level once', () => {
    expect(levelsOnceProblem([{level: 'mid'}, {level: 'senior'}, {level: 'mid'}])).toContain(
      'Mid is there more than once',
    )
    expect(levelsOnceProblem([{level: 'junior'}, {level: 'mid'}, {level: 'senior'}])).toBe(true)
  })

  test('may be several that are not named yet', () => {
    expect(levelsOnceProblem([{}, {}, null, {level: undefined}])).toBe(true)
    expect(levelsOnceProblem(undefined)).toBe(true)
  })

  test('run forwards', () => {
    expect(yearRangeProblem(years('mid', 6, 3))).toBe(
      'The range runs backwards, from 6 to 3 years. Should the two change places?',
    )
    expect(yearRangeProblem(years('junior', 3, 1))).toContain('from 3 to 1 year.')
    expect(yearRangeProblem(years('mid', 3, 3))).toBe(true)
    expect(yearRangeProblem(years('mid', 3, 6))).toBe(true)
  })

  test('run forwards as far as they are known', () => {
    expect(yearRangeProblem(years('mid', 3, null))).toBe(true)
    expect(yearRangeProblem(years('mid', undefined, 3))).toBe(true)
    expect(yearRangeProblem(undefined)).toBe(true)
  })

  test('do not overlap', () => {
    expect(yearRangesProblem([years('junior', 1, 4), years('mid', 3, 6)])).toBe(
      'Mid starts at 3 years but Junior runs to 4.',
    )
    expect(yearRangesProblem([years('junior', 0, 3), years('mid', 1, 6)])).toBe(
      'Mid starts at 1 year but Junior runs to 3.',
    )
  })

  test('do not overlap in whatever order they stand', () => {
    expect(yearRangesProblem([years('senior', 6), years('mid', 3, 7), years('junior', 1, 3)])).toBe(
      'Senior starts at 6 years but Mid runs to 7.',
    )
  })

  test('do not overlap even with another level between them', () => {
    expect(yearRangesProblem([years('junior', 0, 10), years('mid', 10, 12), years('senior', 9, 10)])).toBe(
      'Senior starts at 9 years but Junior runs to 10.',
    )
  })

  test('do not overlap with a single year inside a longer range', () => {
    expect(yearRangesProblem([years('junior', 1, 6), years('mid', 3, 3)])).toBe(
      'Mid starts at 3 years but Junior runs to 6.',
    )
  })

  test('have nothing after one without an end', () => {
    expect(yearRangesProblem([years('mid', 3), years('senior', 6, null)])).toBe(
      'Senior starts at 6 years but Mid has no end.',
    )
  })

  test('may touch, leave gaps and end open', () => {
    expect(yearRangesProblem([years('junior', 1, 3), years('mid', 3, 6), years('senior', 6)])).toBe(true)
    expect(yearRangesProblem([years('junior', 0, 1), years('senior', 6, 60)])).toBe(true)
    expect(yearRangesProblem([years('mid', 3, 3), years('senior', 3)])).toBe(true)
    expect(yearRangesProblem([years('senior', 3), years('mid', 3, 3)])).toBe(true)
  })

  test('are compared only where they are known', () => {
    expect(yearRangesProblem([years('junior', 1, 9), years('mid'), {minYears: 2}, null, {}])).toBe(true)
    expect(yearRangesProblem([years('junior', 1, 9), years('junior', 2, 5)])).toBe(true)
    expect(yearRangesProblem([years('mid', 0, 9), years('junior', 5, 3)])).toBe(true)
    expect(yearRangesProblem(undefined)).toBe(true)
  })
})

describe('a link', () => {
  const printed = [
    'https://example.com/a?b=c#d',
    'http://example.com',
    'mailto:jobs@example.com',
    'tel:+491234',
    '/contact',
    '/',
    '#top',
    '?page=2',
    'HTTPS://EXAMPLE.COM',
    ' https://example.com ',
  ]
  const dropped = [
    'www.example.com',
    'contact',
    '../contact',
    '//evil.example',
    '/\\evil.example',
    'https:evil',
    'https:///evil',
    'javascript:alert(1)',
    'https://example.com/a b',
    '/a"b',
    'mailto:',
  ]

  test.each(dropped)('is not %j', (href) => {
    expect(linkAddressProblem(href)).toContain('Write the whole address')
  })

  test.each(printed)('may be %j', (href) => {
    expect(linkAddressProblem(href)).toBe(true)
  })

  test('that is empty is left to the required check', () => {
    expect(linkAddressProblem(undefined)).toBe(true)
    expect(linkAddressProblem('')).toBe(true)
  })

  test('is refused here exactly where the page would drop it', () => {
    for (const href of [...printed, ...dropped])
      expect([href, linkAddressProblem(href) === true]).toEqual([href, safeHref(href) !== null])
  })
})

const rules: Record<string, (value: object) => string | true> = {
  bulletTextProblem,
  bulletBlockProblem,
  dayProblem,
  comparisonProblem,
  currencyProblem,
  languageTagProblem,
  levelsOnceProblem: (value) => levelsOnceProblem([value, value]),
  linkAddressProblem,
  managerTitleProblem,
  relatedRolesProblem: (value) => relatedRolesProblem([value], {document: {_id: 'ml-engineer'}}),
  reviewDateProblem: (value) => reviewDateProblem(value, {now: new Date()}),
  rolesPathProblem,
  slugProblem,
  yearRangeProblem,
  yearRangesProblem: (value) => yearRangesProblem([value, years('mid', 3)]),
}

test.each(Object.entries(rules))('%s has an answer to whatever a draft may hold', (_, rule) => {
  fc.assert(
    fc.property(fc.anything() as fc.Arbitrary<object>, (value) => {
      const answer = rule(value)
      expect(answer === true || answer.length > 0).toBe(true)
    }),
  )
})

describe('a list', () => {
  type Definition = Parameters<typeof rulesOf>[0] & {fields?: Definition[]; name?: string}
  const lists = (schemaTypes as unknown as Definition[])
    .flatMap(({fields = []}) => fields)
    .filter(({type}) => type === 'array')

  test('is not limited by a rule of Sanity’s, beyond which a Studio offers no more items', () => {
    expect(lists.length).toBeGreaterThan(10)
    for (const list of lists) {
      const flags = rulesOf(list).flatMap(({asked}) => asked.map(({flag}) => flag))
      expect([list.name, flags.includes('max')]).toEqual([list.name, false])
    }
  })

  test.each([
    [responsibilitiesProblem, 15],
    [mustHavesProblem, 8],
  ])('is told to be long one after %o at its number', (problem, most) => {
    expect(problem(Array.from({length: most}))).toBe(true)
    expect(problem(Array.from({length: most + 1}))).toContain(`More than ${most}`)
    for (const none of [undefined, null, 'text', {length: 99}]) expect(problem(none)).toBe(true)
  })
})
