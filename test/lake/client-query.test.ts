import {describe, expect, test, vi} from 'vitest'
import {apiVersion, clientOf, failure, lakeWith, olderVersion} from './support/lake.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse', skill: {_ref: 'calm'}, tags: ['ward', 'care']},
  {_id: 'drafts.nurse', _type: 'role', title: 'Head Nurse', skill: {_ref: 'calm'}, tags: []},
  {_id: 'versions.spring.nurse', _type: 'role', title: 'Nurse in spring', skill: {_ref: 'calm'}},
  {_id: 'versions.autumn.nurse', _type: 'role', title: 'Nurse in autumn', skill: {_ref: 'calm'}},
  {_id: 'versions.autumn.cook', _type: 'role', title: 'Cook in autumn'},
  {_id: 'calm', _type: 'skill', name: 'Calm', statement: 'A calm voice in a hurry'},
  {_id: 'drafts.calm', _type: 'skill', name: 'Calmer', statement: 'A calm voice'},
  {_id: 'drafts.baker', _type: 'role', title: 'Baker'},
]
const connect = () => lakeWith(documents)
const titles = '*[_type == "role"] | order(_id).title'

describe('a perspective of the client', () => {
  test.each([
    ['published', ['Nurse']],
    ['drafts', ['Baker', 'Head Nurse']],
    ['previewDrafts', ['Baker', 'Head Nurse']],
    [['spring'], ['Nurse in spring']],
    [
      ['spring', 'autumn'],
      ['Cook in autumn', 'Nurse in spring'],
    ],
    [
      ['autumn', 'spring'],
      ['Cook in autumn', 'Nurse in autumn'],
    ],
    [
      ['autumn', 'drafts'],
      ['Baker', 'Cook in autumn', 'Nurse in autumn'],
    ],
    ['raw', ['Baker', 'Head Nurse', 'Nurse', 'Cook in autumn', 'Nurse in autumn', 'Nurse in spring']],
  ] as const)('%j is shown as it says', async (perspective, expected) => {
    // The client warns of the older name.
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const {client} = await connect()
    expect(await client.fetch(titles, {}, {perspective: perspective as 'published'})).toEqual(expected)
    expect(await client.withConfig({perspective: perspective as 'published'}).fetch(titles)).toEqual(expected)
  })

  test('answers under the published id, and tells which stored document it is', async () => {
    const {client} = await connect()
    const query = '*[_id == "nurse"][0]{_id, _originalId, "skill": skill->{_id, _originalId, name}}'
    expect(await client.fetch(query, {}, {perspective: 'drafts'})).toEqual({
      ...{_id: 'nurse', _originalId: 'drafts.nurse'},
      skill: {_id: 'calm', _originalId: 'drafts.calm', name: 'Calmer'},
    })
    expect(await client.fetch(query, {}, {perspective: ['spring']})).toEqual({
      ...{_id: 'nurse', _originalId: 'versions.spring.nurse'},
      skill: {_id: 'calm', _originalId: 'calm', name: 'Calm'},
    })
    expect(await client.fetch(query, {}, {perspective: 'published'})).toMatchObject({_originalId: null})
  })

  test('that is not named is raw for an older version with a token, and published for everybody else', async () => {
    const {lake} = await connect()
    const counted = (config: object) => clientOf(lake, config).fetch('count(*)')
    expect(await counted({apiVersion: olderVersion})).toBe(documents.length)
    expect(await counted({apiVersion: '1'})).toBe(documents.length)
    expect(await counted({apiVersion: '2025-02-18'})).toBe(documents.length)
    expect(await counted({apiVersion})).toBe(2)
    expect(await counted({apiVersion: 'X'})).toBe(2)
    expect(await counted({apiVersion: olderVersion, token: undefined})).toBe(2)
  })

  test('other than published is refused without a token', async () => {
    const {lake} = await connect()
    const anybody = clientOf(lake, {token: undefined})
    for (const perspective of ['drafts', 'raw', ['spring']] as 'raw'[]) {
      const error = await failure(anybody.fetch(titles, {}, {perspective}))
      expect(error).toMatchObject({statusCode: 401, name: 'Error'})
      expect(error.message).toContain('need the token of this lake')
    }
    expect(await anybody.fetch(titles)).toEqual(['Nurse'])
  })

  test('that does not exist is named', async () => {
    const {client} = await connect()
    const error = await failure(client.fetch(titles, {}, {perspective: 'no such' as 'raw'}))
    expect([error.statusCode, error.message]).toEqual([400, expect.stringContaining('no perspective "no such"')])
  })
})

describe('a query', () => {
  test('takes parameters of every kind', async () => {
    const {client} = await connect()
    const params = {text: 'a "quoted" & ünï', number: -1.5, yes: true, none: null, list: ['a', 1], object: {a: {b: 1}}}
    const query = '{"text": $text, "number": $number, "yes": $yes, "none": $none, "list": $list, "object": $object.a.b}'
    expect(await client.fetch(query, params)).toEqual({...params, object: 1})
    expect(await client.fetch('*[_id in $ids]._id', {ids: ['calm', 'gone']})).toEqual(['calm'])
  })

  test('too long for an address is posted, with its parameters and its perspective', async () => {
    const {client} = await connect()
    const long = `// ${'a long remark '.repeat(1000)}
      {"roles": *[_type == "role" && title in $titles] | order(_id).title, "length": length($text)}`
    const params = {text: 'x'.repeat(20_000), titles: ['Baker', 'Nurse']}
    const answer = {roles: ['Baker'], length: 20_000}
    expect(await client.fetch(long, params, {perspective: 'drafts'})).toEqual(answer)
    expect(await client.fetch(long, params)).toEqual({...answer, roles: ['Nurse']})
  })

  test('may end in a remark', async () => {
    const {client} = await connect()
    expect(await client.fetch('*[_type == "role"].title // published ones')).toEqual(['Nurse'])
  })

  test('answers null where there is nothing, and a value that is no document', async () => {
    const {client} = await connect()
    expect(await client.fetch('*[_id == "gone"][0]')).toBeNull()
    expect(await client.fetch('{"one": 1 + 1, "none": *[0...0]}')).toEqual({one: 2, none: []})
  })

  test('tells how long it took, its tags and itself, where the whole answer is wanted', async () => {
    const {client} = await connect()
    const answer = await client.fetch(titles, {}, {filterResponse: false})
    expect(Object.keys(answer).sort()).toEqual(['ms', 'query', 'result', 'syncTags'])
    expect(answer).toMatchObject({query: titles, result: ['Nurse'], ms: expect.any(Number)})
    const silent = await client.fetch(titles, {}, {filterResponse: false, returnQuery: false})
    expect(Object.keys(silent).sort()).toEqual(['ms', 'result', 'syncTags'])
  })

  test('that cannot be read is shown with the place of the fault', async () => {
    const {client} = await connect()
    const query = '*[_type == "role"]{title,, name}'
    const error = await failure(client.fetch(query))
    expect([error.statusCode, error.name]).toEqual([400, 'Error'])
    expect(error.details).toMatchObject({type: 'queryParseError', query, start: expect.any(Number)})
    expect(error.message).toMatch(/^GROQ query parse error:\n> 1 \| \*\[_type == "role"\]\{title,, name\}\n {4}\| +\^/)
    expect(query.slice(0, error.details.start)).toBe('*[_type == "role"]{title')
    expect(error.details.end).toBe(error.details.start + 1)
  })

  test.each([
    ['*[', 'unexpected end-of-file, expected expression'],
    ['*[_type == "role"]{title, // a remark', 'unexpected end-of-file, expected expression'],
    ['*[_type == "event]', 'unexpected token "\\"event]", expected expression'],
    ["*[_type == 'it\\'s]", 'unexpected token "\'it\\\\\'s]", expected expression'],
    ['*[_type == ]', 'unexpected token'],
    ['*[0..]', 'unexpected token'],
  ])('is told of %s in the words that clients look for', async (query, words) => {
    const {client} = await connect()
    const error = await failure(client.fetch(query))
    expect(error.details.description).toContain(words)
    expect(error.details.end).toBeGreaterThan(error.details.start)
    expect(error.message).toContain(words)
  })

  test('that calls a function nobody knows is refused with its name', async () => {
    const {client} = await connect()
    const error = await failure(client.fetch('nothing::here()'))
    expect([error.statusCode, error.message]).toEqual([400, expect.stringContaining('nothing')])
    expect(error.message).toMatch(/^GROQ query parse error:/)
    expect((await failure(client.fetch('*[0...$n]', {n: 'x'}))).message).toMatch(
      /^GROQ query parse error:.*constant numbers/s,
    )
  })

  test.each<[asked: string, options: object]>([
    ['with a map of its sources', {resultSourceMap: true}],
    ['with keys in that map', {resultSourceMap: 'withKeyArraySelector'}],
    ['to be marked by stega', {stega: {enabled: true, studioUrl: 'http://localhost:3333'}}],
  ])('is refused where it is asked %s, which there is none of', async (_asked, options) => {
    const {client} = await connect()
    const {statusCode, message} = await failure(client.fetch(titles, {}, options))
    expect([statusCode, message]).toEqual([400, expect.stringMatching(/no source maps.*\{stega: false/)])
    expect(await client.fetch(titles, {}, {resultSourceMap: false, stega: false})).toEqual(['Nurse'])
    const long = `${titles} // ${'x'.repeat(12_000)}`
    expect((await failure(client.fetch(long, {}, options))).message).toMatch(/no source maps/)
  })

  test('searches every text of a document', async () => {
    const {client} = await connect()
    const found = (words: string, perspective: 'published' | 'drafts' = 'published') =>
      client.fetch('*[[@, _id] match text::query($words)] | order(_id)._id', {words}, {perspective})
    expect(await found('hurry')).toEqual(['calm'])
    expect(await found('CALM voi*')).toEqual(['calm'])
    expect(await found('ward')).toEqual(['nurse'])
    expect(await found('hurry', 'drafts')).toEqual([])
    expect(await found('baker', 'drafts')).toEqual(['baker'])
    expect(await found('nothing')).toEqual([])
  })
})
