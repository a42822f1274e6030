import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {fetchRole, roleIssues} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {contentFile, nurse, shared, temporaryFolder} from './support/content.ts'

const text = (key: string, more: object = {}) => ({
  ...{_type: 'block', _key: key, style: 'normal', markDefs: []},
  children: [{_type: 'span', _key: 's', text: 'Cares for patients.', marks: ['m']}],
  ...more,
})
const picture = {
  _id: 'image-a',
  _type: 'sanity.imageAsset',
  url: 'http://localhost:3333/images/local/production/a-1x1.png',
}
const writer = {_id: 'person-ada', _type: 'person', name: 'Ada', image: {_type: 'image', asset: {_ref: 'image-a'}}}

describe('what no format prints is told at every door, with its place', () => {
  test.each<[what: string, part: object, code: string]>([
    ['a table', {_type: 'table', _key: 'p', rows: [{cells: ['Pay', '4,000']}]}, 'unknown-block'],
    ['a picture', {_type: 'image', _key: 'p', asset: {_ref: 'image-a'}}, 'unknown-block'],
    ['code', {_type: 'code', _key: 'p', code: 'x'}, 'unknown-block'],
    ['a part of a line', text('p', {children: [{_type: 'emoji', _key: 'e', name: 'wave'}]}), 'unknown-block'],
    ['a text that is a number', text('p', {children: [{_type: 'span', _key: 'e', text: 2026}]}), 'unknown-block'],
    ['a part that is a number', text('p', {children: [2026]}), 'unknown-block'],
    ['parts that are no list', text('p', {children: {text: 'Cares.'}}), 'unknown-block'],
    [
      'a mark that leads into the dataset',
      text('p', {markDefs: [{_key: 'm', _type: 'internalLink', reference: {_ref: 'role-nurse'}}]}),
      'unknown-annotation',
    ],
    ['a script', text('p', {markDefs: [{_key: 'm', _type: 'link', href: 'javascript:alert(1)'}]}), 'unsafe-link'],
    ['the same elsewhere', text('p', {markDefs: [{_key: 'm', _type: 'external', url: 'data:x'}]}), 'unsafe-link'],
  ])('%s', async (_what, part, code) => {
    const role = {...nurse, summary: [text('first'), part]}
    const documents = [role, ...shared]
    expect(
      roleIssues(await fetchRole(localSource(documents), 'nurse')).map((issue) => [issue.code, issue.path]),
    ).toEqual([[code, 'summary[1]']])
    await expectTold(documents, 'summary[1]', 'Summary, 2nd paragraph')
  })

  test('a portrait that only this computer serves', async () => {
    const documents = [{...nurse, author: {_type: 'reference', _ref: 'person-ada'}}, writer, picture, ...shared]
    const content = await contentFile(documents)
    const {stderr} = await run(['render', 'nurse', '--content', content], {})
    expect(stderr).toContain('Warning: author.image (document person-ada) is at http://localhost:3333/')
    expect(await run(['build', '--content', content, '--out', await newFolder(), '--strict'], {})).toMatchObject({
      ...{exitCode: 1, stderr: expect.stringContaining('author.image')},
    })
    for (const slug of [['nurse'], []]) {
      const {stdout} = await run(['check', ...slug, '--content', content], {})
      expect(stdout.match(/Portrait: It is at http:\/\/localhost:3333\/.*\(unshown-picture\)/g)).toHaveLength(1)
    }
  })
})

test('what is printed, however it is stored, is told at no door', async () => {
  const summary = [
    text('a', {markDefs: [{_key: 'm', _type: 'externalLink', url: 'https://example.com/'}]}),
    text('b', {children: 'Written by a script.'}),
    text('c', {children: ['Also ', {_type: 'span', _key: 's', text: 'so.'}]}),
    text('d', {children: [{_type: 'span', _key: 's', text: 'Ward 1\nFloor 2', marks: ['underline']}]}),
    text('e', {listItem: 'number', level: 4, style: 'h2'}),
    text('f', {children: []}),
  ]
  const content = await contentFile([{...nurse, summary}, ...shared])
  const {stdout, stderr} = await run(['render', 'nurse', '--content', content], {})
  expect(stdout).toContain(
    '[Cares for patients.](https://example.com/)\n\nWritten by a script.\n\nAlso so.\n\nWard 1\\\nFloor 2\n\n1. Cares for patients.\n',
  )
  expect(stderr).toBe('')
  expect(await run(['build', '--content', content, '--out', await newFolder(), '--strict'], {})).toMatchObject({
    exitCode: 0,
  })
  expect((await run(['check', '--content', content], {})).stdout).not.toContain('(unprintable)')
})

const newFolder = async () => join(await temporaryFolder(), 'site')

async function expectTold(documents: object[], path: string, place: string) {
  const content = await contentFile(documents)
  const rendered = await run(['render', 'nurse', '--content', content], {})
  expect(rendered.stderr.match(/^Warning: .*/gm)).toEqual([expect.stringContaining(`Warning: ${path} (document role-`)])
  const out = await newFolder()
  const built = await run(['build', '--content', content, '--out', out], {})
  expect(built).toMatchObject({exitCode: 0, stderr: expect.stringContaining(`: ${path} holds `)})
  expect(await run(['build', '--content', content, '--out', `${out}-2`, '--strict'], {})).toMatchObject({exitCode: 1})
  const checked = await run(['check', '--content', content], {})
  expect(checked.stdout).toContain(`error    ${place}`)
  expect(checked.exitCode).toBe(1)
}
