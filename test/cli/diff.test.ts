import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {diffRole, diffToHTML, diffToMarkdown, diffToText, fetchRole} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {baker, contentFile, nurse, nurseDraft, shared, temporaryFolder} from './support/content.ts'
import {fakeLake, json} from './support/fake-lake.ts'

const release = (name: string, title: string) => ({...nurse, _id: `versions.${name}.role-nurse`, title})
const cook = {...nurse, _id: 'drafts.role-cook', title: 'Cook', slug: {current: 'cook'}}
const documents = [nurse, nurseDraft, release('rSummer', 'Ward Nurse'), baker, cook, ...shared]
const diff = async (...argv: string[]) => run(['diff', ...argv, '--content', await contentFile(documents)], {})

describe('the changes of a role are printed', () => {
  test('from what is published to the draft, as text, with their cause', async () => {
    const {stdout, stderr, exitCode} = await diff('nurse')
    expect(stdout).toContain(
      '  - Nurse Job Description Template (2026)\n  + Head Nurse Job Description Template (2026)\n',
    )
    expect(stdout).toContain('    Changed: role “Head Nurse”, title\n')
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
  })

  test.each([
    ['text', diffToText],
    ['markdown', diffToMarkdown],
    ['html', diffToHTML],
  ])('as %s, in the words of the library', async (format, print) => {
    const source = localSource(documents)
    const expected = print(
      diffRole(await fetchRole(source, 'nurse'), await fetchRole(source, 'nurse', {perspective: 'drafts'})),
    )
    const {stdout} = await diff('nurse', '--format', format)
    expect(stdout).toBe(expected.endsWith('\n') ? expected : `${expected}\n`)
  })

  test('between a release and anything else, either way', async () => {
    expect((await diff('nurse', '--to', 'rSummer')).stdout).toMatch(/^ {2}\+ Ward Nurse Job/m)
    const back = await diff('nurse', '--from', 'rSummer', '--to', 'drafts')
    expect(back.stdout).toMatch(/^ {2}- Ward Nurse Job.*\n {2}\+ Head Nurse Job/m)
    const stacked = await diff('nurse', '--from', 'published', '--to', 'rOther,rSummer,drafts')
    expect(stacked.stdout).toMatch(/^ {2}\+ Ward Nurse Job/m)
    expect((await diff('nurse', '--to', 'drafts,rSummer')).stdout).toMatch(/^ {2}\+ Head Nurse Job/m)
    expect((await diff('nurse', '--from', 'drafts', '--to', 'published')).stdout).toMatch(/^ {2}\+ Nurse Job/m)
  })

  test('of a role that is new or gone', async () => {
    const come = await diff('cook')
    expect(come.stdout).toContain('  + Cook Job Description Template (2026)\n    Added: role “Cook”\n')
    const gone = await diff('cook', '--from', 'drafts', '--to', 'published')
    expect(gone.stdout).toContain('  - Cook Job Description Template (2026)\n    Removed: role “Cook”\n')
    expect([come.exitCode, gone.exitCode]).toEqual([0, 0])
  })

  test('of a published role that is not complete', async () => {
    const {stdout, exitCode} = await diff('baker')
    expect({stdout, exitCode}).toEqual({stdout: 'Nothing printed changes.\n', exitCode: 0})
  })

  test('into a file', async () => {
    const file = join(await temporaryFolder(), 'changes.md')
    const {stdout, stderr} = await diff('nurse', '--format', 'markdown', '--out', file)
    expect(await readFile(file, 'utf8')).toBe((await diff('nurse', '--format', 'markdown')).stdout)
    expect({stdout, stderr}).toEqual({stdout: '', stderr: `Wrote ${file}.\n`})
  })
})

describe('a role whose slug has changed is found', () => {
  const renamed = {...nurseDraft, slug: {current: 'head-nurse'}}

  test.each(['nurse', 'head-nurse'])('by %s', async (slug) => {
    const file = await contentFile([nurse, renamed, ...shared])
    const {stdout, exitCode} = await run(['diff', slug, '--content', file], {})
    expect(stdout).toMatch(/^ {2}- Nurse Job.*\n {2}\+ Head Nurse Job/m)
    expect(exitCode).toBe(0)
  })

  test('and one that took over the slug of another is compared with itself', async () => {
    const file = await contentFile([nurse, renamed, {...cook, slug: {current: 'nurse'}}, ...shared])
    const {stdout} = await run(['diff', 'nurse', '--content', file], {})
    expect(stdout).toContain('Added: role “Cook”')
  })
})

describe('two exports are compared', () => {
  const newer = [{...nurse, title: 'Senior Nurse'}, ...shared]
  const both = async (...argv: string[]) =>
    run(['diff', ...argv, '--content', await contentFile(documents), '--against', await contentFile(newer)], {})

  test('as they are published', async () => {
    const {stdout, stderr, exitCode} = await both('nurse')
    expect(stdout).toMatch(/^ {2}- Nurse Job.*\n {2}\+ Senior Nurse Job/m)
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
  })

  test('each in the perspective that is named for it', async () => {
    expect((await both('nurse', '--from', 'drafts')).stdout).toMatch(/^ {2}- Head Nurse Job.*\n {2}\+ Senior Nurse/m)
    expect((await both('nurse', '--from', 'drafts', '--to', 'drafts')).stdout).toMatch(/^ {2}- Head Nurse/m)
  })

  test('of which one is missing, or no dataset', async () => {
    const missing = await run(['diff', 'nurse', '--content', await contentFile(newer), '--against', 'nowhere'], {})
    expect(missing).toMatchObject({stdout: '', exitCode: 3})
    expect(missing.stderr).toContain('There is no file or folder nowhere.')
  })
})

describe('what cannot be compared is said', () => {
  test('a slug that neither version has, with the nearest of both', async () => {
    const {stdout, stderr, exitCode} = await diff('cok')
    expect(stderr).toMatch(/^There is no role with the slug "cok"\. Did you mean "cook", "baker", "nurse"\?/)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1})
  })

  test('a release that holds nothing, where nothing changes', async () => {
    const {stdout, stderr, exitCode} = await diff('nurse', '--to', 'rSumer')
    expect({stdout, exitCode}).toEqual({stdout: 'Nothing printed changes.\n', exitCode: 0})
    expect(stderr).toBe('Warning: the release "rSumer" holds no document. Check how it is written.\n')
    expect((await diff('baker', '--to', 'rSummer')).stderr).toBe('')
  })

  test('a folder that is not there', async () => {
    const {stderr, exitCode} = await diff('nurse', '--out', '/nowhere/at/all.md')
    expect(stderr).toContain('There is no folder /nowhere/at. Make it first')
    expect(exitCode).toBe(3)
  })
})

test('a lake is asked in the perspectives of Sanity', async () => {
  const {apiHost, requests} = await fakeLake(json(200, {result: null}))
  const {stderr} = await run(
    ['diff', 'nurse', '--project', 'abc', '--dataset', 'production', '--api-host', apiHost, '--to', 'rSummer,drafts'],
    {},
  )
  const asked = requests.map(({url}) => new URL(url ?? '', apiHost).searchParams.get('perspective'))
  expect(new Set(asked)).toEqual(new Set(['rSummer,drafts', 'published']))
  expect(stderr).toContain('There is no role with the slug "nurse".')
})

test('whoever shows no token is told that drafts are hidden', async () => {
  const {apiHost} = await fakeLake(json(200, {result: {_id: 'role-nurse', title: 'Nurse'}}))
  const {stdout, stderr, exitCode} = await run(
    ['diff', 'nurse', '--project', 'abc', '--dataset', 'production', '--api-host', apiHost],
    {},
  )
  expect({stdout, exitCode}).toEqual({stdout: 'Nothing printed changes.\n', exitCode: 0})
  expect(stderr).toBe('Warning: without a token in SANITY_API_READ_TOKEN, Sanity shows no drafts.\n')
})
