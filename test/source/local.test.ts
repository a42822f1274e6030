import {evaluate, type GroqSyntaxError, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {narrow} from '../../src/dataset/narrow.ts'
import {SourceError} from '../../src/errors.ts'
import {localSource} from '../../src/local.ts'

const documents = [
  {_id: 'k1', _type: 'kpi', name: 'Waiting time'},
  {_id: 'k2', _type: 'kpi', name: 'Waste', ...JSON.parse('{"then": "as promises have it"}')},
  {_id: 'p1', _type: 'person', name: 'role'},
  {_id: 'r1', _type: 'role', title: 'Nurse', slug: {current: 'nurse'}, kpis: [{_ref: 'k1'}, {_ref: 'gone'}], pay: 3},
  {_id: 'r2', _type: 'role', title: 'Baker', slug: {current: 'baker'}, kpis: [{_ref: 'k2'}], pay: 2},
  {_id: 'r3', _type: 'role', title: 'Cook', pay: 2, tags: ['hot', 'cold'], seen: '2026-04-12T08:00:00Z'},
]

describe('the local source', () => {
  test.each([
    '*[_type == "role"]',
    '*[_type == "role"]{title} | order(title)',
    '*[_type == "role" && slug.current == $slug][0]{title, "kpis": kpis[]->{name}}',
    '*[(_type == "role") && (pay > 1 && defined(slug))]._id',
    '*[pay == 2 && _type == "role"][0...1]',
    '*[_type == "role" || _type == "kpi"]._id',
    '*[!(_type == "role")]._id',
    '*[_type != "role"]._id',
    '*[_type == "role" && _type == "kpi"]',
    '*[_type == "nothing"]',
    'count(*[_type == "nothing"])',
    '*[_type == $type]._id',
    '*["role" == _type]._id',
    '*[_type in ["role", "kpi"]]._id',
    '*[@._type == "role"]._id',
    '*[name == "role"][_type == "person"]._id',
    '*[_type == "kpi"]{name, "roles": *[_type == "role" && references(^._id)]._id}',
    '*[_type == "kpi"]{name, "roles": *[_type == "role" && ^._id in kpis[]._ref].title}',
    '*[_type == "role"] | order(pay desc, title asc)[0..1].title',
    '*[_type == "role"].tags[]',
    '{"all": count(*), "roles": count(*[_type == "role"])}',
    '*[_type == "role" && title match "n*"].title',
    '*[_type == "role"] | score(title match "cook") | order(_score desc) {title, _score}',
    '*[_type == "role" && defined(seen)]{"day": dateTime(seen), "later": dateTime(seen) + 60}',
    'fn role::names($roles) = $roles{title}; role::names(*[_type == "role"])',
    '*[_type == "kpi" && _id == "k2"][0]',
    '*[_type == "role" && _id == "r2"]{"kpis": kpis[]->}',
    '*[_type == "role"][$from...$to].title',
    'diff::changedAny({"a": 1}, {"a": 2}, a)',
    'array::unique(*[_type == "role"].pay)',
    '$slug',
    'null',
  ])('answers as the evaluator does without its indexes: %s', async (query) => {
    const params = {slug: 'nurse', type: 'kpi', from: 1, to: 3}
    const plain = await (await evaluate(parse(query, {params}), {dataset: documents, params})).get()
    expect(await localSource(documents).fetch(query, params)).toEqual(JSON.parse(JSON.stringify(plain)))
  })

  test.each([
    ['*[_type == "role" && pay > 1]', ['role']],
    ['*[(pay > 1 && (_type == "role"))]{"of": *[_type == "kpi"]}', ['role', 'kpi']],
    ['*[_type == "role" || pay > 1]', []],
    ['*[!(_type == "role")]', []],
    ['*[_type != "role"]', []],
    ['*[name == "role"][_type == "person"]', []],
    ['*[_type == name]', []],
    ['*[^._type == "role"]', []],
  ])('reads by type only where nothing of another type could pass: %s', (query, types) => {
    expect([...narrow(parse(query)).reads.types]).toEqual(types)
  })

  test('cannot be changed through an answer', async () => {
    const source = localSource(documents)
    const query = '*[_type == "role" && _id == "r1"][0]'
    const answer = (await source.fetch(query)) as {title: string; slug: {current: string}; kpis: unknown[]}
    answer.title = 'Changed'
    answer.slug.current = 'changed'
    answer.kpis.length = 0
    expect(await source.fetch(query)).toEqual(documents.find(({_id}) => _id === 'r1'))
  })

  test('cannot be changed through the documents it was made from', async () => {
    const own = structuredClone(documents)
    const source = localSource(own)
    for (const document of own) document.title = 'Changed'
    own.length = 1
    expect(await source.fetch('*[_type == "role"].title')).toEqual(['Nurse', 'Baker', 'Cook'])
  })

  test('keeps the later of two documents with one _id', async () => {
    const source = localSource([...documents, {_id: 'r1', _type: 'role', title: 'Surgeon'}])
    expect(await source.fetch('*[_id == "r1"].title')).toEqual(['Surgeon'])
  })

  test('takes documents from any iterable', async () => {
    const source = localSource(new Set(documents))
    expect(await source.fetch('count(*)')).toBe(documents.length)
  })

  test('gives each parameter value its own answer, though the query is read once', async () => {
    const source = localSource(documents)
    const query = '*[_type == "role" && slug.current == $slug][0].title'
    expect(await source.fetch(query, {slug: 'nurse'})).toBe('Nurse')
    expect(await source.fetch(query, {slug: 'baker'})).toBe('Baker')
    expect(await source.fetch('*[_type == "role"][0...$n].title', {n: 1})).toEqual(['Nurse'])
    expect(await source.fetch('*[_type == "role"][0...$n].title', {n: 2})).toEqual(['Nurse', 'Baker'])
  })

  test('answers on after more queries than it remembers', async () => {
    const source = localSource(documents)
    for (let n = 0; n < 250; n += 1) expect(await source.fetch(`count(*[_type == "role"]) + ${n}`)).toBe(n + 3)
  })

  test('names line and column of a query that cannot be read, and shows the place', async () => {
    const error = await localSource(documents)
      .fetch('*[_type == "role"]{\n  title,\n  "kpis": kpis[->{name}\n}')
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).message).toMatchInlineSnapshot(`
      "The GROQ query cannot be read (line 3, column 14): Unexpected end of query
          "kpis": kpis[->{name}
                     ^"
    `)
    expect((error as SourceError).cause).toMatchObject({name: 'GroqSyntaxError'})
  })

  test('shows 60 letters before a fault in a long line, and 40 from it on', async () => {
    const query = `*[title == "${'x'.repeat(5000)}" && {](${'1'.repeat(200)}`
    const error = (await localSource([])
      .fetch(query)
      .catch((thrown: unknown) => thrown)) as SourceError
    const {position} = error.cause as GroqSyntaxError
    const [, excerpt = '', caret = ''] = error.message.split('\n')
    expect([excerpt.length, caret.length]).toEqual([2 + 100, 2 + 60])
    expect(excerpt).toBe(`  ${query.slice(position - 59, position + 41)}`)
    expect(caret).toBe(`  ${' '.repeat(59)}^`)
  })

  test.each([
    ['uses what only the hosted service has', 'geo::distance(1, 2)'],
    ['calls a function that does not exist', 'nothing::here()'],
    ['is nested too deeply', '('.repeat(20_000)],
  ])('throws a SourceError with its cause for a query that %s', async (_, query) => {
    const error = await localSource(documents)
      .fetch(query)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).cause).toBeInstanceOf(Error)
  })

  test('is not harmed by fields named as the parts of objects', async () => {
    const hostile = JSON.parse(
      '{"_id":"evil","_type":"role","title":"Evil","__proto__":{"polluted":true,"hasOwnProperty":1},"hasOwnProperty":1,"constructor":{"prototype":1},"toString":1,"toJSON":1,"next":1,"then":1}',
    )
    const source = localSource([hostile, ...documents])
    expect(await source.fetch('*[_type == "role"]{...}{title, polluted}[0]')).toEqual({title: 'Evil', polluted: null})
    expect(await source.fetch('count(*[title == "Evil"])')).toBe(1)
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined()
  })

  test('refuses a document that is nested too deeply, by its id', () => {
    const deep = JSON.parse(`${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}`)
    expect(() => localSource([{_id: 'deep', _type: 'role', deep}])).toThrow(
      'The document "deep" cannot be stored: it is nested too deeply.',
    )
    expect(() => localSource([{_id: 'big', _type: 'role', n: 1n}])).toThrow('"big" cannot be stored: it is not JSON.')
  })
})
