import {describe, expect, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {sampleDocuments} from '../../content.ts'
import {contentFile} from '../support/content.ts'
import {clientOf, countIn, fileOf, runningLake} from './support.ts'

const skill = {
  _id: 'skill',
  _type: 'skill',
  name: 'SQL',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-02-01T00:00:00Z',
}
const role = {_id: 'role', _type: 'role', title: 'Nurse', skills: [{_key: 'a', _ref: 'skill'}]}
const load = (data: string, ...rest: string[]) => run(['load', ...rest, '--data', data], {})

describe('loading', () => {
  test('writes every document, with its dates, and says how many', async () => {
    const {lake, data} = await runningLake()
    const answer = await load(data, await contentFile([role, skill]))
    expect(answer).toEqual({stdout: '', stderr: 'Loaded 2 documents.\n', exitCode: 0})
    expect(await clientOf(lake).getDocument('skill')).toMatchObject(skill)
  })

  test('writes documents that refer to each other, whichever comes first, with strong references', async () => {
    const {lake, data} = await runningLake()
    const circle = Array.from({length: 700}, (_, index) => ({
      _id: `r${index}`,
      _type: 'role',
      related: [{_key: 'a', _ref: `r${(index + 350) % 700}`}],
    }))
    expect((await load(data, await contentFile(circle))).exitCode).toBe(0)
    const documents = await clientOf(lake).fetch('*[_type == "role"]|order(_id){_id, _type, related}')
    expect(documents).toEqual(circle.toSorted((one, other) => (one._id < other._id ? -1 : 1)))
    await expect(clientOf(lake).delete('r350')).rejects.toThrow('references to it')
  })

  test('tells how far it has come', async () => {
    const {data} = await runningLake()
    const told: string[] = []
    const file = await contentFile(Array.from({length: 700}, (_, index) => ({_id: `a${index}`, _type: 'a'})))
    await run(['load', file, '--data', data], {}, {progress: (text) => told.push(text)})
    expect(told).toEqual(['300 of 700 documents', '600 of 700 documents', '700 of 700 documents'])
  })

  test('works on data whose lake does not run', async () => {
    const {lake, data} = await runningLake([skill])
    await lake.close()
    expect((await load(data, await contentFile([role]))).stderr).toBe('Loaded 1 document.\n')
    expect((await run(['list', '--data', data], {})).exitCode).toBe(0)
  })

  test('brings in what the sample dataset exports', async () => {
    const {lake, data} = await runningLake(sampleDocuments)
    const {stdout} = await run(['export', '--data', data], {})
    const other = await runningLake()
    const file = await fileOf(stdout)
    expect((await load(other.data, file)).exitCode).toBe(0)
    const without = ({_rev, ...rest}: {_rev: string}) => rest
    const all = (each: typeof lake) =>
      clientOf(each)
        .fetch('*|order(_id)')
        .then((found) => found.map(without))
    expect(await all(other.lake)).toEqual(await all(lake))
  })
})

describe('before the first write', () => {
  test.each([
    ['a line that is no JSON', ['{"_id":"a","_type":"a"}', '{"_id": "b"'], ':2:12: This is not JSON'],
    ['an _id that is missing', ['{"_type":"a"}'], ':1:1: The document has no _id'],
    ['an _id given twice', ['{"_id":"a","_type":"a"}', '{"_id":"a","_type":"a"}'], ':2:1: The _id "a" is already used'],
    ['an _id no document can have', ['{"_id":"a/../b","_type":"a"}'], ':1:1: The _id "a/../b" is malformed.'],
    [
      'a reserved field name',
      ['{"_id":"a","_type":"a","constructor":1}'],
      ':1:1: A field cannot be named "constructor".',
    ],
    [
      'a reference to nothing',
      ['{"_id":"a","_type":"a","b":{"_ref":"gone"}}'],
      ':1:1: It refers to "gone", which is neither',
    ],
    [
      'a file elsewhere',
      ['{"_id":"a","_type":"a","b":{"_sanityAsset":"image@https://x"}}'],
      ':1:1: "image@https://x" is no file beside',
    ],
    [
      'a document too large',
      [`{"_id":"a","_type":"a","b":"${'x'.repeat(3_600_000)}"}`],
      ':1:1: The document is larger than 3.5 MB.',
    ],
  ])('%s is named with its line, and nothing is written', async (_, lines, message) => {
    const {lake, data} = await runningLake()
    const file = await fileOf(...lines)
    const answer = await load(data, file)
    expect(answer.exitCode).toBe(1)
    expect(answer.stderr).toContain(`${file}${message}`)
    expect(await countIn(lake)).toBe(0)
  })

  test('one fault in ten thousand lines keeps all of them out', async () => {
    const {lake, data} = await runningLake()
    const lines = Array.from({length: 10_000}, (_, index) => `{"_id":"a${index}","_type":"a"}`)
    lines[2] = '{"_id":"broken"'
    const {stderr, exitCode} = await load(data, await fileOf(...lines))
    expect([exitCode, stderr.includes(':3:')]).toEqual([1, true])
    expect(await countIn(lake)).toBe(0)
  })

  test('--allow-failing leaves out what is faulty, and what refers to it', async () => {
    const {lake, data} = await runningLake()
    const file = await fileOf(
      '{"_id":"good","_type":"a"}',
      '{"_id":"bad id","_type":"a"}',
      '{"_id":"lonely","_type":"a","b":{"_ref":"bad id"}}',
      '{"_id":"left","_type":"a","b":{"_ref":"lonely"}}',
      'nonsense',
    )
    const {stderr, exitCode} = await load(data, file, '--allow-failing')
    expect(exitCode).toBe(0)
    expect(stderr.match(/^Left out .+?:(\d):/gm)).toHaveLength(4)
    expect(stderr).toContain('Loaded 1 document.')
    expect(await clientOf(lake).fetch('*._id')).toEqual(['good'])
  })

  test('a mark at the beginning of the file and lines of Windows are no faults', async () => {
    const {lake, data} = await runningLake()
    const file = await fileOf('\ufeff{"_id":"a","_type":"a"}\r', '{"_id":"b","_type":"a"}\r', '')
    expect((await load(data, file)).exitCode).toBe(0)
    expect(await countIn(lake)).toBe(2)
  })
})

describe('documents that are there already', () => {
  test('are not touched, and say how to go on', async () => {
    const {lake, data} = await runningLake([skill])
    const {stderr, exitCode} = await load(data, await contentFile([{...skill, name: 'Other'}, role]))
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      '1 document of these files can be found in the dataset already, "skill" for one. Nothing was written.',
    )
    expect(await clientOf(lake).fetch('*[_id == "skill"][0].name')).toBe('SQL')
    expect(await countIn(lake)).toBe(1)
  })

  test.each([
    ['--replace', 'Other', 'Loaded 2 documents.\n'],
    ['--missing', 'SQL', 'Loaded 1 document. 1 document already there: left as before.\n'],
  ])('with %s the skill is called %s', async (flag, name, told) => {
    const {lake, data} = await runningLake([skill])
    const answer = await load(data, await contentFile([{...skill, name: 'Other'}, role]), flag)
    expect(answer).toMatchObject({stderr: told, exitCode: 0})
    expect(await clientOf(lake).fetch('*[_id == "skill"][0].name')).toBe(name)
    expect(await countIn(lake)).toBe(2)
  })
})
