import {mkdir, readdir, readFile, rmdir, stat, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {
  fetchRole,
  jobDescription,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {baker, contentFile, nurse, nurseDraft, shared, temporaryFolder} from './support/content.ts'

const documents = [nurse, nurseDraft, baker, ...shared]
const render = async (...argv: string[]) => run(['render', ...argv, '--content', await contentFile(documents)], {})

describe('a role is printed', () => {
  test('as Markdown, where no format is named', async () => {
    const {stdout, stderr, exitCode} = await render('nurse')
    expect(stdout).toMatch(/^# Nurse — Job Description\n/)
    expect(stdout).toContain('\n- Visit each patient twice a day.\n')
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
  })

  test.each(['page', 'html', 'markdown', 'text', 'jsonld', 'json'])(
    'as %s, in the words of the library',
    async (format) => {
      const role = await fetchRole(localSource(documents), 'nurse')
      const printed = {
        page: toDocument(rolePage(role), {jsonLd: toJsonLd(role), url: null}),
        html: toHTML(jobDescription(role)),
        markdown: toMarkdown(jobDescription(role)),
        text: toPlainText(jobDescription(role)),
        jsonld: toJsonLd(role),
        json: JSON.stringify(rolePage(role), null, 2),
      }
      const {stdout, exitCode} = await render('nurse', '--format', format)
      expect(stdout.startsWith(printed[format as 'page'])).toBe(true)
      expect(stdout).toMatch(/[^\n]\n$/)
      expect(exitCode).toBe(0)
    },
  )

  test('as the page, with its structured data and its styles beside it', async () => {
    const {stdout} = await render('nurse', '--format', 'page')
    expect(stdout).toContain('<script type="application/ld+json">{')
    expect(stdout).toContain('href="roleprint.css"')
    expect(stdout).toContain('src="roleprint.js"')
  })

  test('at a level', async () => {
    const {stdout} = await render('nurse', '--level', 'junior')
    const {stdout: everyLevel} = await render('nurse')
    expect(stdout).not.toBe(everyLevel)
    expect(stdout).toContain('Learn the ward.')
  })

  test('as a draft, with what is missing told beside it', async () => {
    const {stdout, stderr, exitCode} = await render('nurse', '--perspective', 'drafts')
    expect(stdout).toMatch(/^# Head Nurse — Job Description\n/)
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})

    const incomplete = await render('baker', '--perspective', 'drafts')
    expect(incomplete.stdout).toMatch(/^# Baker — Job Description\n/)
    expect(incomplete.stderr).toContain('Warning: summary (document role-baker) is missing')
    expect(incomplete.exitCode).toBe(0)
  })

  test('with a warning for a reference that leads nowhere', async () => {
    const file = await contentFile([nurse, ...shared.slice(1)])
    const {stdout, stderr, exitCode} = await run(['render', 'nurse', '--content', file], {})
    expect(stdout).toContain('# Nurse')
    expect(stderr).toMatch(/^Warning: responsibilities \(document role-nurse\) refers to "responsibility-round"/)
    expect(exitCode).toBe(0)
  })
})

describe('what cannot be printed is said', () => {
  test('an unknown slug, with those that are near', async () => {
    const {stdout, stderr, exitCode} = await render('nurze')
    expect(stderr).toMatch(/^There is no role with the slug "nurze"\. Did you mean "nurse", "baker"\?/)
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1})
  })

  test.each(['../../etc/passwd', '/etc/passwd', '..\\x', 'a\0b', 'x\x1b[2J', '', 'Nurse', 'n'.repeat(5000)])(
    'the slug %j, which is looked up and never a path',
    async (slug) => {
      const {stderr, exitCode} = await render(slug)
      expect(stderr).toMatch(/^There is no role with the slug /)
      expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
      expect(exitCode).toBe(1)
    },
  )

  test('a published role that is not complete, with each place and its document', async () => {
    const {stdout, stderr, exitCode} = await render('baker')
    expect(stderr).toContain('  summary (document role-baker): is missing; fill it in and publish')
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1})
  })

  test('a level the role does not describe', async () => {
    const {stderr, exitCode} = await render('nurse', '--level', 'senior')
    expect(stderr).toBe('The role does not describe the level "senior". It has: junior.\n')
    expect(exitCode).toBe(1)
  })
})

describe('a role is written', () => {
  test('to a file, whole, over what was there', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'job.md')
    await writeFile(file, 'old '.repeat(10_000), {mode: 0o600})
    const {stdout, stderr, exitCode} = await render('nurse', '--out', file)
    expect(await readFile(file, 'utf8')).toBe((await render('nurse')).stdout)
    expect(await readdir(folder)).toEqual(['job.md'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect({stdout, stderr, exitCode}).toEqual({stdout: '', stderr: `Wrote ${file}.\n`, exitCode: 0})
  })

  test('as a page, with its style sheet and script beside it', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'role.html')
    const {stderr} = await render('nurse', '--format', 'page', '--out', file)
    expect((await readdir(folder)).sort()).toEqual(['role.html', 'roleprint.css', 'roleprint.js'])
    expect(stderr).toBe(`Wrote ${file}, ${join(folder, 'roleprint.css')}, ${join(folder, 'roleprint.js')}.\n`)
  })

  test('not into a folder that is missing', async () => {
    const {stderr, exitCode} = await render('nurse', '--out', join(await temporaryFolder(), 'no', 'job.md'))
    expect(stderr).toMatch(/^There is no folder \/.+\/no\. Make it first, then run this again\.\n$/)
    expect(exitCode).toBe(3)
  })

  test('not through a link, which would write somewhere else', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'elsewhere'), 'kept')
    await symlink(join(folder, 'elsewhere'), join(folder, 'job.md'))
    await symlink(join(folder, 'nowhere'), join(folder, 'roleprint.js'))
    const single = await render('nurse', '--out', join(folder, 'job.md'))
    expect(single.stderr).toBe(`${join(folder, 'job.md')} is a link. Name the file it leads to, or remove the link.\n`)
    expect(single.exitCode).toBe(3)
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('kept')

    const page = await render('nurse', '--format', 'page', '--out', join(folder, 'role.html'))
    expect(page.exitCode).toBe(3)
    expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'job.md', 'roleprint.js'])
  })

  test('not over a folder or a device', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'job.md'))
    expect((await render('nurse', '--out', join(folder, 'job.md'))).stderr).toContain('is not a file.')
    expect((await render('nurse', '--out', '/dev/null')).exitCode).toBe(3)
  })

  test('not where the file system refuses, and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    const {stderr, exitCode} = await render('nurse', '--out', join(folder, 'n'.repeat(300)))
    expect(stderr).toMatch(/cannot be written \(ENAMETOOLONG\)\.\n$/)
    expect(exitCode).toBe(3)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('content that cannot be opened is named', () => {
  test('a file that is not there', async () => {
    const {stderr, exitCode} = await run(['list', '--content', '/no/such.ndjson'], {})
    expect(stderr).toBe('There is no file or folder /no/such.ndjson. Check how it is written.\n')
    expect(exitCode).toBe(3)
  })

  test('a folder without NDJSON, a file that is no text', async () => {
    const folder = await temporaryFolder()
    const empty = await run(['list', '--content', folder], {})
    expect(empty.stderr).toBe(`The folder ${folder} holds no .ndjson file.\n`)
    expect(empty.exitCode).toBe(3)

    await mkdir(join(folder, 'a.ndjson'))
    expect((await run(['list', '--content', folder], {})).stderr).toContain('a.ndjson cannot be read (EISDIR).')
    await rmdir(join(folder, 'a.ndjson'))

    await writeFile(join(folder, 'a.ndjson'), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))
    const binary = await run(['list', '--content', folder], {})
    expect(binary.stderr).toContain(`${join(folder, 'a.ndjson')} cannot be read: it is not UTF-8 text.`)
    expect(binary.exitCode).toBe(3)
  })

  test('each faulty line of each file, and an _id that two files use', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'b.ndjson'), `{"_id":"x","_type":"role"}\n{"_id":}\n`)
    await writeFile(join(folder, 'a.ndjson'), `\n{"_id":"x","_type":"role"}\n{"_type":"role"}\n`)
    const {stdout, stderr, exitCode} = await run(['list', '--content', folder], {})
    expect(stderr.replaceAll(`${folder}/`, '')).toBe(
      [
        'The content cannot be loaded:',
        '  a.ndjson:3:1: The document has no _id (a string).',
        '  b.ndjson:1:1: The _id "x" is already used at a.ndjson:2.',
        '  b.ndjson:2:8: This is not JSON: a value is expected here.',
        '',
      ].join('\n'),
    )
    expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1})
  })

  test('all NDJSON files of a folder are one dataset', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'roles.ndjson'), JSON.stringify(nurse))
    await writeFile(join(folder, 'shared.ndjson'), shared.map((document) => JSON.stringify(document)).join('\n'))
    await writeFile(join(folder, 'notes.txt'), 'not content')
    const {stdout, exitCode} = await run(['render', 'nurse', '--content', folder], {})
    expect(stdout).toContain('- Visit each patient twice a day.')
    expect(exitCode).toBe(0)
  })
})

test('a role that is only a draft is told from one that is not there', async () => {
  const {stderr, exitCode} = await run(['render', 'content-strategist', '--sample'], {})
  expect(stderr).toBe('The role "content-strategist" is not published yet. Add --perspective drafts to see it.\n')
  expect(exitCode).toBe(1)
})
