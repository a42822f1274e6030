import {describe, expect, it} from 'vitest'
import {
  affectedRoles,
  type Change,
  de,
  diffRole,
  diffToHTML,
  diffToText,
  en,
  fetchRole,
  type Role,
  type RoleDiff,
} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {sampleDocuments, sampleSource} from '../content.ts'

const role = fullRole((plain) => plain)
const other = {_id: 'r2', statement: 'Answers for the costs of storage.', area: null}
const two: Role = {...role, responsibilities: [...role.responsibilities, other]}

const short = ({kind, before, after}: Change) => [kind, before, after]
const summary = (diff: RoleDiff) =>
  diff.sections.map(({name, prints, changes}) => [name, prints.join('+'), ...changes.map(short)])
const causes = (diff: RoleDiff) =>
  diff.sections.flatMap(({changes}) => changes).map(({cause}) => [cause?.documentType, cause?.name, cause?.field])

const causesWithIds = (diff: RoleDiff) =>
  diff.sections
    .flatMap(({changes}) => changes)
    .map(({cause}) => `${cause?.documentType} ${cause?.documentId} ${cause?.field}`)

const edited = (id: string, edit: object) =>
  localSource(sampleDocuments.map((document) => (document._id === id ? {...document, ...edit} : document)))

describe('what is a change', () => {
  it('of an author without more than a name stands below that name', () => {
    const named = (name: string) =>
      ({
        ...role,
        author: {...role.author, name, jobTitle: null, bio: null, highlights: null, image: null, url: null},
      }) as Role
    expect(diffRole(named('Ada'), named('Grace')).sections).toMatchObject([
      {name: 'author', heading: 'Written by Grace', changes: [{kind: 'changed', after: 'Written by Grace'}]},
    ])
  })

  it('is each line that is added, removed, changed or moved, in reading order', () => {
    const third = {_id: 'r3', statement: 'Teaches analysts.', area: null}
    const before: Role = {...two, responsibilities: [...two.responsibilities, third]}
    const after: Role = {
      ...two,
      responsibilities: [
        {_id: 'r4', statement: 'Hires.', area: null},
        other,
        {_id: 'r1', statement: 'Builds good pipelines.', area: null},
      ],
    }
    expect(summary(diffRole(before, after))).toEqual([
      [
        'responsibilities',
        'page+jobDescription',
        ['added', null, 'Hires.'],
        ['moved', other.statement, other.statement],
        ['removed', 'Teaches analysts.', null],
        ['changed', 'Builds pipelines.', 'Builds good pipelines.'],
      ],
    ])
  })

  it('is not what no reader sees: ids, areas, categories, aliases, empty lists', () => {
    const [requirement] = role.mustHaveSkills
    if (!requirement) throw new Error('the full role asks for a skill')
    const after: Role = {
      ...role,
      responsibilities: [{_id: 'r1', statement: ' Builds\npipelines. ', area: 'Platform'}],
      mustHaveSkills: role.mustHaveSkills.with(0, {
        ...requirement,
        skill: {...requirement.skill, name: 'Structured queries', category: 'people', statement: 'Overridden.'},
      }),
      danglingReferences: [{path: 'kpis', id: 'kpi-gone'}],
      _updatedAt: '2026-06-01T00:00:00Z',
    }
    expect(diffRole(role, after)).toEqual({sections: []})
    expect(diffRole({...role, tools: null}, {...role, tools: []})).toEqual({sections: []})
  })

  it('is nothing at all between no role and no role', () => {
    expect(diffRole(null, null)).toEqual({sections: []})
  })

  it('is a moved line, and not one that is gone and come', () => {
    const after = {...two, responsibilities: two.responsibilities.toReversed()}
    const [, , ...changes] = summary(diffRole(two, after))[0] ?? []
    expect(changes).toEqual([['moved', other.statement, other.statement]])
    expect(causes(diffRole(two, after))).toEqual([['role', 'Data Engineer', 'responsibilities']])
  })

  it('is a moved line even without a word in it, and has a cause', () => {
    const signs: Role = {
      ...two,
      responsibilities: ['***', '!!!', '???'].map((statement) => ({_id: statement, statement, area: null})),
    }
    const diff = diffRole(signs, {...signs, responsibilities: signs.responsibilities.toReversed()})
    expect(diff.sections[0]?.changes.map(({kind, cause}) => [kind, cause?.field])).toEqual([
      ['moved', 'responsibilities'],
      ['moved', 'responsibilities'],
    ])
  })

  it('has a cause where an answer names a document of the wrong type, and a line comes back elsewhere', () => {
    const kpis = [
      {_id: 'r1', name: null, statement: 'Tests.', targets: []},
      {
        _id: 'k2',
        name: null,
        statement: 'Tests.',
        targets: [{_key: 't', metric: null, comparator: 'atLeast' as const, value: 1, unit: null, cadence: null}],
      },
    ]
    const before: Role = {...role, kpis}
    const diff = diffRole(before, {...role, kpis: kpis.toReversed()})
    expect(causes(diff)).toEqual([['role', role.title, 'kpis']])
  })

  it('is one changed line where another one says the same as it did', () => {
    const statements = (...texts: string[]): Role => ({
      ...role,
      responsibilities: texts.map((statement, index) => ({_id: `r${index}`, statement, area: null})),
    })
    const twins = statements('Writes reports.', 'Writes reports.', 'Reads them.')
    for (const words of ['Something else entirely.', 'Writes short reports.']) {
      const {sections} = diffRole(twins, statements(words, 'Writes reports.', 'Reads them.'))
      expect(sections.flatMap(({changes}) => changes).map((each) => [...short(each), each.hasMoved])).toEqual([
        ['changed', 'Writes reports.', words, false],
      ])
    }
  })

  it('is the address of the page', () => {
    const diff = diffRole(role, {...role, slug: 'another-address'})
    expect(summary(diff)).toEqual([
      [
        'head',
        'page',
        ['changed', expect.stringContaining(`/${role.slug}`), expect.stringContaining('/another-address')],
      ],
    ])
    expect(causes(diff)).toEqual([['role', role.title, 'slug']])
  })

  it('is a changed line where a similar one takes its place, and else one that is gone and one that has come', () => {
    const replacedBy = (statement: string) =>
      diffRole(role, {...role, responsibilities: [{_id: 'r9', statement, area: null}]}).sections[0]?.changes.map(short)
    expect(replacedBy('Builds better pipelines.')).toEqual([
      ['changed', 'Builds pipelines.', 'Builds better pipelines.'],
    ])
    expect(
      replacedBy('Hires.')
        ?.map(([kind]) => kind)
        .sort(),
    ).toEqual(['added', 'removed'])
  })

  it('has not moved in the job description, where only the page has lines round it', () => {
    const [faq] = role.faqs ?? []
    const internal = {...faq, _key: 'f2', question: 'Is there tea?', audience: 'page'}
    const one = {...role, faqs: [faq, internal]} as Role
    const other = {...role, faqs: [internal, faq]} as Role
    for (const diff of [diffRole(one, other), diffRole(other, one)]) {
      expect(diff.sections.map(({name, prints}) => [name, prints])).toEqual([['faqs', ['page']]])
    }
  })

  it('says of a changed line that it has moved, too', () => {
    const third = {_id: 'r3', statement: 'Teaches analysts.', area: null}
    const [first] = role.responsibilities
    const before: Role = {...two, responsibilities: [...two.responsibilities, third]}
    const after = {...two, responsibilities: [other, third, {...first, statement: 'Builds good pipelines.'}]} as Role
    const diff = diffRole(before, after)
    const [change, ...more] = diff.sections[0]?.changes ?? []
    expect(more).toEqual([])
    expect(diffToText(diff)).toContain('Changed and moved')
    expect(diffToHTML(diff, {language: 'de'})).toContain('Geändert und verschoben')
    expect(change).toMatchObject({kind: 'changed', hasMoved: true, after: 'Builds good pipelines.'})
    expect([change?.cause, ...(change?.furtherCauses ?? [])].map((cause) => cause?.documentType)).toEqual([
      'responsibility',
      'role',
    ])
  })

  it('tells of a target for the page alone, and of a statement for both', () => {
    const [kpi] = role.kpis ?? []
    if (!kpi) throw new Error('the full role has a KPI')
    const target = {...kpi.targets?.[0], value: 2}
    const after = {...role, kpis: [{...kpi, name: 'Age', targets: [target]}]} as Role
    const found = diffRole(role, after).sections.filter(({name}) => name === 'kpis')
    expect(summary({sections: found})).toEqual([
      [
        'kpis',
        'page+jobDescription',
        ['changed', 'Freshness: tables are an hour old at most.', 'Age: tables are an hour old at most.'],
      ],
      ['kpis', 'page', ['changed', 'age: at most 1 hour, measured daily', 'age: at most 2 hour, measured daily']],
    ])
    expect(causes({sections: found})).toEqual([
      ['kpi', 'Age', 'name'],
      ['kpi', 'Age', 'targets'],
    ])
  })

  it('tells of a question that comes to the job description and stays on the page', () => {
    const faqs = (audience: 'page' | 'both') => ({...role, faqs: (role.faqs ?? []).map((faq) => ({...faq, audience}))})
    expect(summary(diffRole(faqs('page'), faqs('both')))).toEqual([
      [
        'faqs',
        'jobDescription',
        ['added', null, 'Is there on-call?'],
        ['added', null, 'Yes, in turns and **more** (https://example.com/)'],
      ],
    ])
  })

  it('spells out emphasis and addresses, since they are printed', () => {
    const summaryWith = (marks: string[], href: string): Role => ({
      ...role,
      summary: [
        {
          _type: 'block',
          _key: 'b',
          markDefs: [{_key: 'l', _type: 'link', href}],
          children: [{_type: 'span', text: 'Moves data', marks}],
        },
      ],
    })
    const plain = summaryWith([], 'https://example.com/')
    const linked = summaryWith(['l', 'em'], 'https://example.com/')
    const first = (one: Role, after: Role) => diffRole(one, after).sections[0]?.changes.map(short)
    expect(first(plain, linked)).toEqual([['changed', 'Moves data', '_Moves data_ (https://example.com/)']])
    expect(diffRole(linked, summaryWith(['l', 'em'], 'https://example.org/')).sections).not.toEqual([])
    expect(diffRole(plain, summaryWith([], 'https://example.org/'))).toEqual({sections: []})
  })

  it('tells a new title once, though it stands in several places of the head', () => {
    const plain = {...role, seoTitle: null, seoDescription: null}
    const [head] = diffRole(plain, {...plain, title: 'Data Steward'}).sections
    expect(head && [head.name, head.heading]).toEqual(['head', 'Title and introduction'])
    const lines = head?.changes.map(({after}) => after) ?? []
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines).toContain('Data Steward Job Description Template (2026)')
  })

  it('is told in the words of each version’s language, or in words of your own', () => {
    const diff = diffRole(role, {...role, language: 'de'})
    expect(diff.sections.find(({name}) => name === 'responsibilities')).toMatchObject({
      heading: 'Aufgaben',
      changes: [{kind: 'changed', before: 'Responsibilities', after: 'Aufgaben', cause: {field: 'language'}}],
    })
    expect(diffRole(role, {...role, language: 'de'}, {words: en})).toEqual({sections: []})
    expect(diffRole(role, two, {words: de}).sections[0]?.heading).toBe('Aufgaben')
  })
})

describe('whose edit it is', () => {
  it('is the shared skill’s, in every role that does not word it in its own way', async () => {
    const statement = 'Queries that the next person understands.'
    const told: number[] = []
    for (const {_id, name} of sampleDocuments.filter(({_type}) => _type === 'skill').slice(0, 20)) {
      const after = edited(_id, {statement})
      for (const {slug} of await affectedRoles(sampleSource, _id)) {
        const role = await fetchRole(sampleSource, slug)
        const uses = [...role.mustHaveSkills, ...(role.niceToHaveSkills ?? [])].filter(
          ({skill, statement}) => skill._id === _id && !statement,
        )
        const diff = diffRole(role, await fetchRole(after, slug))
        expect(causes(diff)).toEqual(uses.map(() => ['skill', name, 'statement']))
        expect(diff.sections.flatMap(({changes}) => changes.map(({after}) => after))).toEqual(uses.map(() => statement))
        told.push(uses.length)
      }
    }
    expect(told.filter(Boolean).length).toBeGreaterThan(10)
    expect(told).toContain(0)
  })

  it.each([
    ['tool', 'name'],
    ['kpi', 'statement'],
    ['responsibility', 'statement'],
  ])('is that of each sample %s, in every role that refers to it', async (type, field) => {
    for (const {_id} of sampleDocuments.filter(({_type}) => _type === type).slice(0, 12)) {
      const after = edited(_id, {[field]: 'Something else'})
      for (const {slug} of await affectedRoles(sampleSource, _id)) {
        const found = causesWithIds(diffRole(await fetchRole(sampleSource, slug), await fetchRole(after, slug)))
        expect(new Set(found), `${_id} in ${slug}`).toEqual(new Set([`${type} ${_id} ${field}`]))
      }
    }
  })

  it('is the role’s, where it refers to another document, even one that was edited too', () => {
    const [first, second, third] = role.mustHaveSkills
    if (!first || !second || !third) throw new Error('the full role asks for three skills')
    const skill = {...second.skill, statement: 'Writes SQL by heart.'}
    const before: Role = {...role, mustHaveSkills: [first, third], niceToHaveSkills: [second]}
    const after: Role = {
      ...before,
      mustHaveSkills: [first, {...second, skill}, third],
      niceToHaveSkills: [{...second, skill}],
    }
    const diff = diffRole(before, after)
    expect(summary(diff).filter(([name]) => name !== 'key-facts')).toEqual([
      ['must-have-skills', 'page+jobDescription', ['added', null, 'Writes SQL by heart.']],
      ['nice-to-have-skills', 'page+jobDescription', ['changed', 'Writes SQL.', 'Writes SQL by heart.']],
    ])
    expect(causes(diff)).toEqual([
      ['role', 'Data Engineer', 'mustHaveSkills'],
      ['role', 'Data Engineer', 'mustHaveSkills'],
      ['skill', 'SQL', 'statement'],
    ])
  })

  it('is the role’s where its own wording stands before the skill’s, and both’s where it is given up', () => {
    const [first, second, third] = role.mustHaveSkills
    if (!first || !second || !third) throw new Error('the full role asks for three skills')
    const skill = {...second.skill, statement: 'Writes SQL by heart.'}
    const own: Role = {...role, mustHaveSkills: [first, {...second, statement: 'Dreams in SQL.'}, third]}
    const ownAfter: Role = {...role, mustHaveSkills: [first, {...second, statement: 'Dreams in SQL.', skill}, third]}
    const none: Role = {...role, mustHaveSkills: [first, {...second, skill}, third]}
    expect(causes(diffRole(role, ownAfter))).toEqual([['role', 'Data Engineer', 'mustHaveSkills']])
    expect(diffRole(own, ownAfter)).toEqual({sections: []})
    const [change] = diffRole(own, none).sections[0]?.changes ?? []
    expect(change && short(change)).toEqual(['changed', 'Dreams in SQL.', 'Writes SQL by heart.'])
    expect([change?.cause, ...(change?.furtherCauses ?? [])].map((cause) => cause?.documentType)).toEqual([
      'role',
      'skill',
    ])
  })

  it('names both documents where two edits meet in one line', () => {
    const rename = (names: string[]): Role => ({
      ...role,
      tools: [{_key: 't1', anyOf: names.map((name, index) => ({_id: `t${index}`, name, aliases: null}))}],
    })
    const [change] = diffRole(rename(['Airflow', 'Dagster']), rename(['Prefect', 'Kestra'])).sections[0]?.changes ?? []
    expect(change && short(change)).toEqual(['changed', 'Airflow / Dagster', 'Prefect / Kestra'])
    expect([change?.cause, ...(change?.furtherCauses ?? [])].map((cause) => cause?.name)).toEqual(['Prefect', 'Kestra'])
  })

  it('is a document’s without a field, where two of its fields meet in one line', () => {
    const kpis = (role.kpis ?? []).map((kpi) => ({...kpi, name: 'Age', statement: 'tables are two hours old at most.'}))
    expect(causes(diffRole(role, {...role, kpis})).map(String)).toContain('kpi,Age,')
  })

  it('is that of a document that is gone, or has come, while the role went on referring to it', () => {
    const gone: Role = {
      ...two,
      responsibilities: role.responsibilities,
      danglingReferences: [{path: 'responsibilities', id: 'r2'}],
    }
    expect(summary(diffRole(two, gone))).toEqual([
      ['responsibilities', 'page+jobDescription', ['removed', other.statement, null]],
    ])
    expect(causes(diffRole(two, gone))).toEqual([['responsibility', other.statement, null]])
    expect(causes(diffRole(gone, two))).toEqual([['responsibility', other.statement, null]])
    expect(causes(diffRole(two, {...gone, danglingReferences: []}))).toEqual([
      ['role', 'Data Engineer', 'responsibilities'],
    ])
  })

  it('is that of a deleted skill, whose requirement goes with it', () => {
    const after: Role = {
      ...role,
      mustHaveSkills: role.mustHaveSkills.slice(1),
      danglingReferences: [{path: 'mustHaveSkills', id: 's1'}],
    }
    expect(causes(diffRole(role, after)).map(String)).toEqual(['skill,SQL,', 'skill,SQL,'])
  })

  it('is the site’s where an address changes, and the related role’s where its title does', () => {
    const moved = diffRole(role, {...role, site: role.site && {...role.site, rolesPath: '/jobs'}})
    // Its own address, and that of the role it points to.
    expect(causes(moved)).toEqual([
      ['siteSettings', 'Example', 'rolesPath'],
      ['siteSettings', 'Example', 'rolesPath'],
    ])
    expect(causes(diffRole(role, {...role, site: null}))).toEqual([['siteSettings', 'Example', null]])
    const retitled = {...role, relatedRoles: (role.relatedRoles ?? []).map((each) => ({...each, title: 'BI Analyst'}))}
    expect(causes(diffRole(role, retitled))).toEqual([['role', 'BI Analyst', 'title']])
    const renamed = diffRole(role, {...role, author: role.author && {...role.author, name: 'Grace'}})
    expect(new Set(causes(renamed).map(String))).toEqual(new Set(['person,Grace,name']))
  })

  it('names a field of the role for what is derived from it', () => {
    const diff = diffRole(role, {...role, reportsTo: ['Head of Platform']})
    expect(new Set(causes(diff).map(String))).toEqual(new Set(['role,Data Engineer,reportsTo']))
    expect(diff.sections.map(({name}) => name)).toEqual(['key-facts', 'reporting-structure'])
  })
})

describe('the words of a changed line', () => {
  it('are marked', () => {
    const after = {...role, workingWith: 'Works with two analysts.'}
    const [change] = diffRole(role, after).sections[0]?.changes ?? []
    expect(change?.words?.filter(({kind}) => kind !== 'same')).toEqual([{text: 'two ', kind: 'added'}])
  })

  it('are all old or all new where a long text has become another one', () => {
    const long = (word: string) => Array.from({length: 3000}, (_, index) => `${word}${index}`).join(' ')
    const [change] =
      diffRole({...role, workingWith: long('a')}, {...role, workingWith: long('b')}).sections[0]?.changes ?? []
    expect(change?.words?.map(({kind}) => kind)).toEqual(['removed', 'added'])
  })
})

describe('a great many edits at once', () => {
  const paragraphs = (count: number, text: string) =>
    Array.from({length: count}, (_, index) => ({
      ...{_type: 'block' as const, _key: `p${index}`, style: 'normal' as const, markDefs: []},
      children: [{_type: 'span' as const, _key: 's', text: `${text} ${(index * 7919).toString(36)}`, marks: []}],
    }))
  const rewritten = (count: number) =>
    diffRole(
      {...role, summary: paragraphs(count, 'Old words here')} as Role,
      {...role, summary: paragraphs(count, 'Entirely different text')} as Role,
    )

  it('are told of soon, each in its place and with its cause', () => {
    const changes = rewritten(2000).sections.find(({name}) => name === 'role-summary')?.changes ?? []
    expect(changes).toHaveLength(2000)
    for (const {kind, before, after, cause} of changes) {
      expect([kind, cause?.field]).toEqual(['changed', 'summary'])
      expect(before?.split(' ').at(-1)).toBe(after?.split(' ').at(-1))
    }
  })

  it('are told of the same way, one by one and all at once', () => {
    const kinds = (count: number) =>
      new Set(
        rewritten(count).sections.flatMap(({changes}) => changes.map(({kind, cause}) => `${kind} ${cause?.field}`)),
      )
    expect(kinds(41)).toEqual(kinds(40))
  })

  it('are the role’s after the first 200', () => {
    const many = (text: string): Role => ({
      ...role,
      responsibilities: Array.from({length: 250}, (_, index) => ({
        ...{_id: `r${index}`, statement: `${text} pipelines number ${index}.`, area: null},
      })),
    })
    const changes = diffRole(many('Builds'), many('Runs')).sections.flatMap(({changes}) => changes)
    expect(changes).toHaveLength(250)
    expect(Map.groupBy(changes, ({cause}) => cause?.documentType).get('responsibility')).toHaveLength(200)
    expect(new Set(changes.map(({kind}) => kind))).toEqual(new Set(['changed']))
  })
})
