import {expect, test} from 'vitest'
import {NdjsonError, parseNdjson, parseNdjsonFiles} from '../../src/local.ts'

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof NdjsonError) {
      return error.faults.map(({file, line, column, message}) => `${file}:${line}:${column}: ${message}`)
    }
    throw error
  }
  return []
}

const faults = (text: string) => faultsOf(() => parseNdjson(text, 'roles.ndjson'))

test('reads one document from each line', () => {
  const text = '{"_id":"a","_type":"role"}\n{"_id":"b","_type":"kpi","n":1}\n'
  expect(parseNdjson(text, 'roles.ndjson')).toEqual([
    {_id: 'a', _type: 'role'},
    {_id: 'b', _type: 'kpi', n: 1},
  ])
})

test('accepts blank lines, Windows line ends, a byte order mark and a missing last line end', () => {
  const text = '\ufeff{"_id":"a","_type":"role"}\r\n\r\n   \r\n{"_id":"b","_type":"role"}'
  expect(parseNdjson(text, 'roles.ndjson')).toHaveLength(2)
  expect(parseNdjson('', 'roles.ndjson')).toEqual([])
})

test('keeps separators inside texts, which are no line ends', () => {
  const document = {_id: 'a', _type: 'role', title: 'one\u2028two\u0085three'}
  expect(parseNdjson(JSON.stringify(document), 'roles.ndjson')).toEqual([document])
})

test('names every faulty line with its column, and loads nothing', () => {
  const text = [
    '{"_id":"a","_type":"role"}',
    '{"_id":"b","_type":"role",}',
    '',
    '{"_id":"c" "_type":"role"}',
    '[1, 2]',
    'null',
    '"text"',
    '{"_type":"role"}',
    '{"_id":7,"_type":""}',
    '{"_id":"a","_type":"role"}',
    '{"_id":"d","_type":"role"',
    '{"_id":"e","_type":"role"} {}',
    "{'_id':'f'}",
    '// a comment',
    '{"_id":"g","_type":"ro\tle"}',
    '{"_id":"h","_type":"role","x":"\\q"}',
    '{"_id":"i","_type":"role","n":01}',
    '{"_id":"j","_type":"role","n":NaN}',
    '{"_id":"k","_type":"role","t":"no end}',
  ].join('\n')
  expect(faults(text)).toMatchInlineSnapshot(`
    [
      "roles.ndjson:2:27: This is not JSON: a field name in double quotes is expected here.",
      "roles.ndjson:4:12: This is not JSON: a comma is expected here.",
      "roles.ndjson:5:1: Each line must hold one document: a JSON object.",
      "roles.ndjson:6:1: Each line must hold one document: a JSON object.",
      "roles.ndjson:7:1: Each line must hold one document: a JSON object.",
      "roles.ndjson:8:1: The document has no _id (a string).",
      "roles.ndjson:9:1: The document has no _id and no _type (a string).",
      "roles.ndjson:10:1: The _id "a" is already used at roles.ndjson:1.",
      "roles.ndjson:11:26: This is not JSON: a closing } is expected here.",
      "roles.ndjson:12:28: This is not JSON: there is something after the document.",
      "roles.ndjson:13:2: This is not JSON: there is a word or sign that JSON does not know.",
      "roles.ndjson:14:1: This is not JSON: comments are not allowed.",
      "roles.ndjson:15:20: This is not JSON: a control character must be escaped.",
      "roles.ndjson:16:31: This is not JSON: a backslash is followed by a letter JSON does not know.",
      "roles.ndjson:17:32: This is not JSON: a comma is expected here.",
      "roles.ndjson:18:31: This is not JSON: there is a word or sign that JSON does not know.",
      "roles.ndjson:19:31: This is not JSON: a text has no closing quote.",
    ]
  `)
})

test('says all faults in the message of the error', () => {
  expect(() => parseNdjson('{}\nno', 'roles.ndjson')).toThrow(/roles\.ndjson:1:1: .+\n {2}roles\.ndjson:2:1: /)
})

test('names both places of an _id that is used in two files', () => {
  const files = [
    {file: 'a.ndjson', text: '\n{"_id":"x","_type":"role"}'},
    {file: 'b.ndjson', text: '{"_id":"y","_type":"role"}\n{"_id":"x","_type":"role"}'},
  ]
  expect(faultsOf(() => parseNdjsonFiles(files))).toEqual(['b.ndjson:2:1: The _id "x" is already used at a.ndjson:2.'])
})

test('gives a place to a line that is no JSON however deep it is', () => {
  expect(faults(`${'['.repeat(100_000)}`)).toHaveLength(1)
})

test('reads a field named __proto__ as a field', () => {
  const [document] = parseNdjson('{"_id":"a","_type":"role","__proto__":{"polluted":true}}', 'roles.ndjson')
  expect(Object.getPrototypeOf(document)).toBe(Object.prototype)
  expect(({} as {polluted?: boolean}).polluted).toBeUndefined()
  expect(faults('{"__proto__":{"_id":"a","_type":"role"}}')).toEqual([
    'roles.ndjson:1:1: The document has no _id and no _type (a string).',
  ])
})
