import fc from 'fast-check'
import type {Role} from '../../src/index.ts'
import {cadences, comparators, faqAudiences, levels, priceUnits} from '../../src/index.ts'
import {hostileText} from './text.ts'

const keysOf = <Key extends string>(list: Record<Key, string>): fc.Arbitrary<Key> =>
  fc.constantFrom(...(Object.keys(list) as Key[]))
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary)
const id = fc.string({unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 6})
const some = <Value>(item: fc.Arbitrary<Value>, minLength = 0): fc.Arbitrary<Value[]> =>
  fc.array(item, {minLength, maxLength: 4})

const hrefs = [
  'https://example.com/a?b=1&copy=2',
  'mailto:a@example.com',
  '/roles/x_(y)',
  'javascript:alert(1)',
  'https://example.com/a_b*c)',
]

const paragraph = (listItem: fc.Arbitrary<string | undefined>) =>
  fc
    .record({
      spans: fc.array(fc.record({text: hostileText, marks: fc.subarray(['strong', 'em', 'l1'])}), {
        minLength: 1,
        maxLength: 3,
      }),
      href: fc.constantFrom(...hrefs),
      listItem,
      level: fc.constantFrom(1, 3, 2, 9, 0),
    })
    .map(({spans, href, listItem, level}) => ({
      _type: 'block',
      _key: 'k',
      style: 'normal',
      ...(listItem && {listItem, level}),
      markDefs: [{_key: 'l1', _type: 'link', href}],
      children: spans.map((span, index) => ({_type: 'span', _key: `s${index}`, ...span})),
    }))

const paragraphs = fc.array(paragraph(fc.constant(undefined)), {minLength: 1, maxLength: 2})
const answer = fc.array(paragraph(fc.constantFrom(undefined, 'bullet')), {minLength: 1, maxLength: 3})

const skill = fc.record({
  _id: id,
  name: hostileText,
  statement: orNull(hostileText),
  category: fc.constant(null),
  aliases: orNull(some(hostileText)),
})
const requirement = fc.record({_key: id, statement: orNull(hostileText), skill})
const tool = fc.record({_id: id, name: hostileText, aliases: fc.constant(null)})

/** Any published role, with hostile text in every field that has text. */
export const anyRole: fc.Arbitrary<Role> = fc.record({
  _id: id,
  _updatedAt: fc.constant('2026-05-01T10:00:00Z'),
  modifiedAt: fc.constant('2026-05-01T10:00:00Z'),
  title: hostileText,
  slug: fc.constant('any-role'),
  language: fc.constantFrom('en', 'en-GB'),
  summary: paragraphs,
  responsibilities: some(fc.record({_id: id, statement: hostileText, area: orNull(hostileText)}), 1),
  mustHaveSkills: some(requirement, 1),
  niceToHaveSkills: orNull(some(requirement)),
  tools: orNull(some(fc.record({_key: id, anyOf: some(tool)}))),
  reportsTo: orNull(some(hostileText)),
  workingWith: orNull(hostileText),
  levels: orNull(
    some(
      fc.record({
        _key: id,
        level: keysOf(levels),
        minYears: fc.nat(9),
        maxYears: orNull(fc.integer({min: 10, max: 20})),
        focus: some(hostileText, 1),
      }),
    ),
  ),
  kpis: orNull(
    some(
      fc.record({
        _id: id,
        name: orNull(hostileText),
        statement: hostileText,
        targets: orNull(
          some(
            fc.record({
              _key: id,
              metric: orNull(hostileText),
              comparator: keysOf(comparators),
              value: fc.integer(),
              unit: orNull(fc.constantFrom('%', 'hours', 'ms')),
              cadence: orNull(keysOf(cadences)),
            }),
          ),
        ),
      }),
    ),
  ),
  faqs: orNull(some(fc.record({_key: id, question: hostileText, answer, audience: keysOf(faqAudiences)}))),
  startingPrice: orNull(
    fc.record({
      amount: fc.nat(),
      currency: fc.constantFrom('USD', 'EUR', 'JPY'),
      unit: keysOf(priceUnits),
      label: orNull(hostileText),
    }),
  ),
  author: orNull(
    fc.record({
      _id: id,
      name: hostileText,
      jobTitle: orNull(hostileText),
      bio: orNull(hostileText),
      highlights: orNull(some(hostileText)),
      image: fc.constant(null),
      url: orNull(fc.constantFrom(...hrefs)),
    }),
  ),
  relatedRoles: orNull(some(fc.record({_id: id, title: hostileText, slug: fc.constantFrom('a', 'a"b c', '../x')}))),
  reviewedOn: orNull(fc.constant('2026-04-12')),
  seoTitle: orNull(hostileText),
  seoDescription: orNull(hostileText),
  site: orNull(
    fc.record({
      organizationName: orNull(hostileText),
      siteUrl: orNull(fc.constantFrom('https://example.com', 'javascript:1')),
      rolesPath: fc.constantFrom('/roles', '//evil.example', '/a"b'),
    }),
  ),
  danglingReferences: fc.constant([]),
}) as fc.Arbitrary<Role>
