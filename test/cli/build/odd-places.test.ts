import {execFileSync} from 'node:child_process'
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {fileErrorOf} from '../../../src/cli/build/folder.ts'
import {FileError} from '../../../src/cli/failures.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, nurse, roleNamed, shared, tree} from './support.ts'

let out: string
let content: string
beforeEach(async () => {
  out = join(await temporaryFolder(), 'site')
  content = await contentFile([nurse, roleNamed('midwife'), ...shared])
})

describe('a file of somebody else', () => {
  test('where the folder of a role was that is gone stays, and the build is done', async () => {
    await build(content, out)
    await rm(join(out, 'roles/midwife'), {recursive: true})
    await writeFile(join(out, 'roles/midwife'), 'mine')
    expect(await build(await contentFile([nurse, ...shared]), out)).toMatchObject({exitCode: 0})
    const files = await tree(out)
    expect(files['roles/midwife']).toBe('mine')
    expect(files['index.html']).not.toContain('midwife')
  })

  test('where the folder of all roles was stays when they have moved', async () => {
    await build(content, out)
    await rm(join(out, 'roles'), {recursive: true})
    await writeFile(join(out, 'roles'), 'mine')
    const settings = {_id: 'siteSettings', _type: 'siteSettings', rolesPath: '/jobs'}
    expect(await build(await contentFile([nurse, settings, ...shared]), out)).toMatchObject({exitCode: 0})
    expect(await tree(out)).toMatchObject({roles: 'mine', 'jobs/nurse/jd.txt': expect.stringContaining('Nurse')})
  })

  test('where the folder of all roles belongs is named, and nothing is changed', async () => {
    await build(content, out)
    await rm(join(out, 'roles'), {recursive: true})
    await writeFile(join(out, 'roles'), 'mine')
    const before = await tree(out)
    const {stderr, exitCode} = await build(content, out)
    expect(stderr).toBe(`${join(out, 'roles')} is a file where a folder belongs. Move it away.\n`)
    expect(exitCode).toBe(3)
    expect(await tree(out)).toEqual(before)
  })

  test('in the folder of the build does not end it', async () => {
    await build(content, out)
    await mkdir(join(out, '.roleprint-build/leftovers.json'))
    expect(await build(await contentFile([nurse, ...shared]), out)).toMatchObject({exitCode: 0})
  })
})

test('a file that cannot be moved is told by where it was to go', () => {
  const error = Object.assign(new Error('rename'), {
    code: 'EACCES',
    path: 'site/.roleprint-build/staging/nurse',
    dest: 'site/roles/nurse',
  })
  expect(fileErrorOf('site', error)).toEqual(
    new FileError('site/roles/nurse cannot be written (EACCES). Check who may write there.'),
  )
})

describe('content', () => {
  const told = async (from: string) => {
    const {stderr, exitCode} = await build(from, out)
    return {stderr: stderr.replaceAll(from, 'FILE'), exitCode}
  }

  test('with two marks at its beginning is told as it is everywhere', async () => {
    await writeFile(content, `\ufeff\ufeff${await readFile(content, 'utf8')}`)
    expect(await told(content)).toEqual({
      stderr: expect.stringMatching(/^The content cannot be loaded:\n {2}FILE:1:1: This is not JSON: /),
      exitCode: 1,
    })
  })

  const deepLine = '['.repeat(20_000) + ']'.repeat(20_000)

  test.each([0, 450])('with a document that is nested too deeply, and %i others, says which one', async (others) => {
    const roles = Array.from({length: others}, (_, index) => roleNamed(`nurse-${index}`))
    const file = await contentFile([...roles, ...shared])
    const line = `${JSON.stringify({...roleNamed('deep'), title: 'D\u0001'}).slice(0, -1)},"deep":${deepLine}}\n`
    await writeFile(file, line + (await readFile(file, 'utf8')))
    expect(await told(file)).toEqual({
      stderr: 'The document "role-deep" cannot be stored: it is nested too deeply.\n',
      exitCode: 1,
    })
  })

  test('with a title that is nested deeply is content that is not whole', async () => {
    const file = await contentFile(shared)
    const line = `{"_id":"role-deep","_type":"role","slug":{"current":"deep"},"title":${deepLine}}\n`
    await writeFile(file, line + (await readFile(file, 'utf8')))
    const {stderr, exitCode} = await told(file)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('role-deep')
  })

  test('from a pipe is asked for as a file, at once', async () => {
    const pipe = join(await temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await told(pipe)).toEqual({
      stderr: 'FILE is not a file. A build reads its files more than once: put the content into one first.\n',
      exitCode: 3,
    })
  })
})
