import type {Role} from '../../src/index.ts'

/** A role with something in every field, each text made by `write` from a plain sentence. */
export function fullRole(write: (plain: string) => string): Role {
  const paragraph = (text: string) => ({
    _type: 'block',
    _key: 'b',
    style: 'normal',
    markDefs: [{_key: 'l1', _type: 'link', href: 'https://example.com/'}],
    children: [
      {_type: 'span', _key: 's1', text: write(text), marks: []},
      {_type: 'span', _key: 's2', text: ' and ', marks: []},
      {_type: 'span', _key: 's3', text: write('more'), marks: ['strong', 'l1']},
    ],
  })
  const skill = (id: string, statement: string | null) => ({
    _id: id,
    name: write('SQL'),
    statement: statement && write(statement),
    category: null,
    aliases: [write('Structured Query Language')],
  })
  return {
    _id: 'role-any',
    _updatedAt: '2026-05-01T10:00:00Z',
    modifiedAt: '2026-05-01T10:00:00Z',
    title: write('Data Engineer'),
    slug: 'any-role',
    language: 'en',
    summary: [paragraph('Moves data')],
    responsibilities: [{_id: 'r1', statement: write('Builds pipelines.'), area: write('Data')}],
    mustHaveSkills: [
      {_key: 'm1', statement: write('Reads SQL.'), skill: skill('s1', 'SQL.')},
      {_key: 'm2', statement: null, skill: skill('s2', 'Writes SQL.')},
      {_key: 'm3', statement: null, skill: skill('s3', null)},
    ],
    niceToHaveSkills: [{_key: 'n1', statement: write('Knows Rust.'), skill: skill('s4', null)}],
    tools: [
      {
        _key: 't1',
        anyOf: [
          {_id: 't1', name: write('Airflow'), aliases: null},
          {_id: 't2', name: write('Dagster'), aliases: null},
        ],
      },
    ],
    reportsTo: [write('Head of Data'), write('CTO')],
    workingWith: write('Works with analysts.'),
    levels: [{_key: 'l1', level: 'mid', minYears: 3, maxYears: 6, focus: [write('Owns a pipeline.')]}],
    kpis: [
      {
        _id: 'k1',
        name: write('Freshness'),
        statement: write('tables are an hour old at most.'),
        targets: [
          {_key: 'x', metric: write('age'), comparator: 'atMost', value: 1, unit: write('hour'), cadence: 'day'},
        ],
      },
    ],
    faqs: [{_key: 'f1', question: write('Is there on-call?'), answer: [paragraph('Yes, in turns')], audience: 'both'}],
    startingPrice: {amount: 4000, currency: 'USD', unit: 'MONTH', label: write('remote')},
    author: {
      _id: 'p1',
      name: write('Ada'),
      jobTitle: write('Editor'),
      bio: write('Writes.'),
      highlights: [write('Ten years of it')],
      image: {
        ...{url: 'https://cdn.sanity.io/images/x/y/z-1x1.png', width: 10, height: 10},
        crop: {top: 0, bottom: 0.1, left: 0.2, right: 0},
        hotspot: {x: 0.5, y: 0.4, width: 0.3, height: 0.3},
      },
      url: 'https://example.com/ada',
    },
    relatedRoles: [{_id: 'role-b', title: write('Data Analyst'), slug: 'data-analyst', language: 'en'}],
    reviewedOn: '2026-04-12',
    seoTitle: write('Data Engineer template'),
    seoDescription: write('What a Data Engineer does'),
    site: {organizationName: write('Example'), siteUrl: 'https://example.com', rolesPath: '/roles', language: null},
    danglingReferences: [],
  }
}
