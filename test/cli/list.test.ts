import {expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {contentFile, nurse, nurseDraft, shared} from './support/content.ts'

const cook = {...nurse, _id: 'role-cook', title: 'Koch', slug: {current: 'cook-in-a-hospital'}, language: 'de'}

test('the sample content is listed where no other is named', async () => {
  const {stdout, stderr, exitCode} = await run(['list'], {})
  expect(stdout).toMatch(/^machine-learning-engineer +Machine Learning Engineer +en$/m)
  const told = 'Content: the sample roles. Your own: --data DIR, --content PATH, or --project ID --dataset NAME.\n'
  expect({stderr, exitCode}).toEqual({stderr: told, exitCode: 0})
  expect(await run(['list', '--sample'], {})).toEqual({stdout, stderr: '', exitCode: 0})
})

test('columns are aligned', async () => {
  const {stdout} = await run(['list', '--content', await contentFile([nurse, cook])], {})
  expect(stdout).toBe(
    ['SLUG                TITLE  LANGUAGE', 'cook-in-a-hospital  Koch   de', 'nurse               Nurse  en', ''].join(
      '\n',
    ),
  )
})

test('drafts are shown with their state', async () => {
  const {stdout} = await run(
    ['list', '--perspective', 'drafts', '--content', await contentFile([nurse, nurseDraft, cook])],
    {},
  )
  expect(stdout).toBe(
    [
      'SLUG                TITLE       LANGUAGE  STATE',
      'nurse               Head Nurse  en        changed',
      'cook-in-a-hospital  Koch        de        published',
      '',
    ].join('\n'),
  )
})

test('a draft without a title has its place in the list', async () => {
  const draft = {_id: 'drafts.new', _type: 'role', slug: {current: 'new'}}
  const {stdout} = await run(['list', '--perspective', 'drafts', '--content', await contentFile([draft])], {})
  expect(stdout).toContain('new   (no title)  en        draft\n')
})

test('as JSON the list can be read by programs', async () => {
  const file = await contentFile([nurse, nurseDraft])
  const published = await run(['list', '--json', '--content', file], {})
  expect(JSON.parse(published.stdout)).toEqual([
    {slug: 'nurse', title: 'Nurse', language: 'en', levels: ['junior'], reviewedOn: null},
  ])
  const drafts = await run(['list', '--json', '--perspective', 'drafts', '--content', file], {})
  expect(JSON.parse(drafts.stdout)).toMatchObject([{title: 'Head Nurse', state: 'changed'}])
})

test('a title cannot move the cursor or add a line, in the table and as JSON', async () => {
  const hostile = {...nurse, title: 'Nurse\x1b[2J\r\nroot  Root\x9b\u202e'}
  const file = await contentFile([hostile, ...shared])
  const table = await run(['list', '--content', file], {})
  expect(table.stdout).toContain('nurse  Nurse\\u001b[2J\\u000d\\u000aroot  Root\\u009b\\u202e  en\n')
  const json = await run(['list', '--json', '--content', file], {})
  expect(json.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  expect(JSON.parse(json.stdout)[0].title).toBe(hostile.title)
})

test('an empty list says so beside it', async () => {
  const file = await contentFile([nurseDraft])
  expect(await run(['list', '--content', file], {})).toEqual({
    stdout: '',
    stderr: 'No role is published. "--perspective drafts" shows what is being written.\n',
    exitCode: 0,
  })
  expect((await run(['list', '--json', '--content', file], {})).stdout).toBe('[]\n')
})
