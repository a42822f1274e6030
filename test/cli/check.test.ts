import {describe, expect, it, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {contentFile, nurse, nurseDraft, shared} from './support/content.ts'
import {fakeLake, json} from './support/fake-lake.ts'

const named = <Item extends object>(items: readonly Item[], type: string) =>
  items.map((item) => ({...item, _type: type}))

/** A nurse nobody has anything to say about. */
const fine = {
  ...nurse,
  responsibilities: named(
    ['round', 'wash', 'talk', 'note'].map((id) => ({_key: id, _ref: `responsibility-${id}`})),
    'reference',
  ),
  mustHaveSkills: [{_key: 's1', _type: 'skillRequirement', skill: {_type: 'reference', _ref: 'skill-calm'}}],
  levels: named(nurse.levels, 'level'),
  faqs: [{_key: 'f1', _type: 'faq', question: 'Are there nights?', answer: nurse.summary}],
  startingPrice: {_type: 'price', amount: 4000, currency: 'EUR', unit: 'MONTH'},
}
const others = [
  ...shared,
  {_id: 'responsibility-wash', _type: 'responsibility', statement: 'Wash hands before each bed.'},
  {_id: 'responsibility-talk', _type: 'responsibility', statement: 'Talk with relatives at noon.'},
  {_id: 'responsibility-note', _type: 'responsibility', statement: 'Note what was given, and when.'},
]
const cook = {...fine, _id: 'role-cook', title: '', slug: {_type: 'slug', current: 'cook'}, startingPrice: undefined}
const ninja = {_id: 'responsibility-note', _type: 'responsibility', statement: '• Be a ninja of notes.'}

const check = async (documents: readonly object[], ...argv: string[]) =>
  run(['check', ...argv, '--content', await contentFile(documents)], {})

describe('everything', () => {
  it('that is well says so', async () => {
    expect(await check([fine, ...others])).toEqual({
      stdout: 'Nothing to mend in 1 role and 5 shared documents.\n',
      stderr: '',
      exitCode: 0,
    })
  })

  it('is told by document, errors first, and counted', async () => {
    const {stdout, stderr, exitCode} = await check([fine, cook, ...others.slice(0, -1), ninja])
    expect(stdout).toBe(
      [
        'cook',
        '  error    Title: Give the role a title. (required)',
        '  warning  Starting price: Nothing is said about pay. Give the starting price, and a label if it holds for some only. (no-pay)',
        '',
        'responsibility “• Be a ninja of notes.” (responsibility-note)',
        '  warning  Statement: Leave out the bullet: the page adds it. (bullet-text)',
        '  warning  Statement: “ninja” names one gender or plays on one. Use “expert” instead. (gendered-word)',
        '',
        '1 error and 3 warnings in 1 of 2 roles and 1 of 5 shared documents.',
        '',
      ].join('\n'),
    )
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 1})
  })

  it('ends well where there are only warnings', async () => {
    const {stdout, exitCode} = await check([fine, ...others.slice(0, -1), ninja])
    expect(stdout).toContain('0 errors and 2 warnings in 1 of 5 shared documents.\n')
    expect(exitCode).toBe(0)
  })

  it('is checked as it would be published, or as it is', async () => {
    const draft = {...nurseDraft, ...fine, _id: nurseDraft._id, title: ' '}
    const drafts = await check([fine, draft, ...others])
    expect(drafts.stdout).toContain('nurse\n  error    Title: The title is blank.')
    expect((await check([fine, draft, ...others], '--perspective', 'published')).exitCode).toBe(0)
  })

  it('is shared by roles and told once', async () => {
    const second = {...fine, _id: 'role-second', slug: {_type: 'slug', current: 'second'}}
    const {stdout} = await check([fine, second, ...others.slice(0, -1), ninja])
    expect(stdout.match(/ninja” names/g)).toHaveLength(1)
  })

  it('holds references and slugs against all the other documents', async () => {
    const twin = {...fine, _id: 'role-twin', author: {_type: 'reference', _ref: 'nobody'}}
    const {stdout} = await check([fine, twin, ...others])
    expect(stdout.match(/Another role has the slug “nurse”/g)).toHaveLength(2)
    expect(stdout).toContain('Author: This refers to “nobody”, which is not there.')
  })
})

describe('one role', () => {
  it('is checked with what it is made of', async () => {
    const {stdout} = await check([fine, cook, ...others.slice(0, -1), ninja], 'nurse')
    expect(stdout).toContain('0 errors and 2 warnings in 1 of 5 shared documents.\n')
    expect(stdout).not.toContain('cook')
  })

  it('that is not there is told with those that look like it', async () => {
    const {stdout, stderr, exitCode} = await check([fine, ...others], 'nurze')
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1})
    expect(stderr).toContain('There is no role with the slug "nurze". Did you mean "nurse"?')
  })
})

test('as JSON each finding can be read by programs', async () => {
  const {stdout, exitCode} = await check([{...fine, title: '\u202eevil'}, ...others.slice(0, -1), ninja], '--json')
  expect(stdout).not.toMatch(/\u202e/)
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)[1]).toEqual({
    id: 'gendered-word',
    severity: 'warning',
    documentId: 'responsibility-note',
    documentType: 'responsibility',
    path: ['statement'],
    place: 'Statement',
    message: '“ninja” names one gender or plays on one. Use “expert” instead.',
  })
  expect(JSON.parse((await check([fine, ...others], '--json')).stdout)).toEqual([])
})

test('content cannot move the cursor or add a line', async () => {
  const hostile = {...fine, slug: {_type: 'slug', current: 'a\x1b[2J\nb'}}
  const {stdout} = await check([hostile, ...others])
  expect(stdout).toMatch(/^a\\u001b\[2J\\u000ab\n/)
})

test('the sample content has no errors where it is published, and nothing but missing pay to warn of', async () => {
  const {stdout, exitCode} = await run(['check', '--perspective', 'published', '--json'], {})
  expect(exitCode).toBe(0)
  const findings: {id: string; documentId: string}[] = JSON.parse(stdout)
  expect(findings.map(({id, documentId}) => `${documentId} ${id}`)).toEqual([
    'role-hr-manager no-pay',
    'role-product-manager no-pay',
    'role-ux-designer no-pay',
  ])
})

test('of the drafts in the sample content, the one that is hardly begun has errors', async () => {
  const findings: {severity: string; documentId: string}[] = JSON.parse((await run(['check', '--json'], {})).stdout)
  const errors = findings.filter(({severity}) => severity === 'error')
  expect(new Set(errors.map(({documentId}) => documentId))).toEqual(new Set(['role-content-strategist']))
})

test('a large dataset is asked for a thousand documents at a time', async () => {
  const all = Array.from({length: 2500}, (_, index) => ({
    ...{_id: `skill-${String(index).padStart(5, '0')}`, _type: 'skill', name: `Skill ${index}`},
  }))
  const {apiHost, requests} = await fakeLake((request, response) => {
    const after = JSON.parse(new URL(request.url ?? '', 'http://x').searchParams.get('$after') ?? '""')
    const result = all.filter(({_id}) => _id > after).slice(0, 1000)
    json(200, {result})(request, response)
  })
  const {stdout} = await run(['check', '--project', 'abc', '--dataset', 'production', '--api-host', apiHost], {})
  expect(stdout).toBe('Nothing to mend in 2,500 shared documents.\n')
  expect(requests).toHaveLength(3)
})

test('a lake that refuses is told as by every command', async () => {
  const {apiHost} = await fakeLake(json(401, {message: 'Unauthorized'}))
  const {stderr, exitCode} = await run(['check', '--project', 'abc', '--dataset', 'x', '--api-host', apiHost], {})
  expect(stderr).toContain('Set SANITY_API_READ_TOKEN')
  expect(exitCode).toBe(2)
})
