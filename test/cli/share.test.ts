import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {baker, contentFile, nurse, nurseDraft, shared, temporaryFolder} from './support/content.ts'

const cook = {...nurse, _id: 'drafts.role-cook', title: 'Cook', slug: {current: '../Cook & Söhne'}}
const documents = [nurse, nurseDraft, baker, cook, ...shared]
const share = async (...argv: string[]) => run(['share', ...argv, '--content', await contentFile(documents)], {})

/** Runs in a folder of its own, as a caller would. */
async function inFolder(): Promise<string> {
  const former = process.cwd()
  const folder = await mkdtemp(join(tmpdir(), 'roleprint-'))
  process.chdir(folder)
  onTestFinished(async () => {
    process.chdir(former)
    await rm(folder, {recursive: true})
  })
  return folder
}

describe('a file for a reviewer is written', () => {
  test('to the place that is named, and it is said what it holds', async () => {
    const file = join(await temporaryFolder(), 'review.html')
    const {stdout, stderr, exitCode} = await share('nurse', '--out', file)
    expect(stderr).toMatch(
      /^Wrote \S+review\.html: \d+ changes in \d+ sections; \d+ errors? and \d+ warnings?; both versions side by side\.\n$/,
    )
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0})
    const html = await readFile(file, 'utf8')
    expect(html).toMatch(/^<!DOCTYPE html>/)
    expect(html).toContain('<h1 class="roleprint-title">Head Nurse</h1>')
    expect(html).toContain('<dd>Published</dd>')
    expect(html).toMatch(/<dd>roleprint \d+\.\d+\.\d+<\/dd>/)
    expect(html).toContain(`<time datetime="${new Date().toISOString().slice(0, 10)}">`)
    expect(html).toContain('id="checks"')
  })

  test.each([
    ['nurse', 'nurse-review.html'],
    ['../Cook & Söhne', 'cook-s-hne-6b41feff-review.html'],
  ])('for %s in the current folder, under a safe name', async (slug, name) => {
    const file = await contentFile(documents)
    const folder = await inFolder()
    const {stderr, exitCode} = await run(['share', slug, '--content', file], {})
    expect(stderr).toContain(`Wrote ${name}: `)
    expect(await readdir(folder)).toEqual([name])
    expect(exitCode).toBe(0)
  })

  test('of a role that is new, or is to go', async () => {
    const file = join(await temporaryFolder(), 'review.html')
    expect((await share(cook.slug.current, '--out', file)).stderr).toContain(': a new role; ')
    const gone = await share(cook.slug.current, '--from', 'drafts', '--to', 'published', '--out', file)
    expect(gone.stderr).toMatch(/: a role that is to go; both versions side by side\.\n$/)
    expect(await readFile(file, 'utf8')).not.toContain('id="checks"')
  })

  test('between two exports, which it names', async () => {
    const file = join(await temporaryFolder(), 'review.html')
    const [older, newer] = [
      await contentFile(documents),
      await contentFile([{...nurse, title: 'Senior Nurse'}, ...shared]),
    ]
    await run(['share', 'nurse', '--content', older, '--against', newer, '--from', 'drafts', '--out', file], {})
    const html = await readFile(file, 'utf8')
    expect(html).toContain('<h1 class="roleprint-title">Senior Nurse</h1>')
    expect(html).toMatch(/<dd>roleprint-\w+\/content\.ndjson \(drafts\)<\/dd>/)
    expect(html).toMatch(/<dd>roleprint-\w+\/content\.ndjson<\/dd>/)
  })

  test('where nothing changes, with a warning about a release that holds nothing', async () => {
    const file = join(await temporaryFolder(), 'review.html')
    const {stderr} = await share('nurse', '--to', 'rSumer', '--out', file)
    expect(stderr).toMatch(/^Warning: the release "rSumer" holds no document\..*\nWrote .*: nothing printed changes; /)
  })
})

describe('nothing is written', () => {
  test('for a slug that neither version has', async () => {
    const folder = await inFolder()
    const {stderr, exitCode} = await share('nurze')
    expect(stderr).toMatch(/^There is no role with the slug "nurze"\. Did you mean "nurse"/)
    expect(exitCode).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })

  test('over a folder', async () => {
    const folder = await temporaryFolder()
    const {stderr, exitCode} = await share('nurse', '--out', folder)
    expect(stderr).toContain('is not a file. Name a file to write.')
    expect(exitCode).toBe(3)
  })
})
