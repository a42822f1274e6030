import {mkdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {fetchRole, jobDescription, toMarkdown, toPlainText} from '../../../src/index.ts'
import {localSource} from '../../../src/local.ts'
import {sampleSource} from '../../content.ts'
import {baker, contentFile, nurseDraft, temporaryFolder} from '../support/content.ts'
import {build, nurse, roleNamed, shared, tree} from './support.ts'

let out: string
beforeEach(async () => {
  out = join(await temporaryFolder(), 'site')
})

const documents = [nurse, roleNamed('midwife'), ...shared]

describe('a site', () => {
  test('has a page, a Markdown and a text file for each published role, in the words of the library', async () => {
    const {stdout, exitCode} = await build(await contentFile([...documents, nurseDraft]), out)
    expect(stdout).toMatch(/^Built 2 roles in .*: 2 written, 0 unchanged\. \(\d+\.\d s\)\n$/)
    expect(exitCode).toBe(0)
    const files = await tree(out)
    const role = await fetchRole(localSource(documents), 'nurse')
    expect(files['roles/nurse/jd.md']).toBe(toMarkdown(jobDescription(role)))
    expect(files['roles/nurse/jd.txt']).toBe(`${toPlainText(jobDescription(role)).trimEnd()}\n`)
    expect(files['roles/nurse/index.html']).toContain('Visit each patient twice a day.')
    expect(files['roles/nurse/index.html']).not.toContain('Head Nurse')
  })

  test('has a list of all roles, and each style and script once', async () => {
    await build(await contentFile(documents), out)
    const files = await tree(out)
    expect(Object.keys(files).filter((name) => !/^roles\/(?:nurse|midwife)\//.test(name))).toEqual([
      '404.html',
      'index.html',
      'robots.txt',
      'roleprint.css',
      'roleprint.js',
      'roles.css',
      'roles.js',
      'roles/index.html',
    ])
    expect(files['index.html']).toContain('Nurse')
  })

  test('of the sample content has a site map and a feed, and lives where its settings say', async () => {
    expect(await run(['build', '--out', out], {})).toMatchObject({exitCode: 0})
    const files = await tree(out)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['sitemap.xml', 'feed.xml', 'roles/ux-designer/jd.md']))
    expect(files['roles/ux-designer/jd.md']).toBe(
      toMarkdown(jobDescription(await fetchRole(sampleSource, 'ux-designer'))),
    )
  })

  test('stands under the path of the site settings', async () => {
    const settings = {_id: 'siteSettings', _type: 'siteSettings', rolesPath: '/jobs/with-us'}
    await build(await contentFile([...documents, settings]), out)
    expect(Object.keys(await tree(out))).toContain('jobs/with-us/nurse/jd.md')
  })

  test('whose path leads elsewhere is refused', async () => {
    const settings = {_id: 'siteSettings', _type: 'siteSettings', rolesPath: '/../../etc'}
    const {stderr, exitCode} = await build(await contentFile([...documents, settings]), out)
    expect(stderr).toMatch(/^The path of the roles in the site settings \("\/\.\.\/\.\.\/etc"\) cannot be/)
    expect(exitCode).toBe(1)
    expect(await tree(out)).toEqual({})
  })

  test('of nothing is an empty list, and says so', async () => {
    const {stderr, exitCode} = await build(await contentFile([]), out)
    expect({stderr, exitCode}).toEqual({
      ...{stderr: 'There is no published role, so the list of roles is empty.\n', exitCode: 0},
    })
    expect(Object.keys(await tree(out))).toContain('index.html')
  })

  test('is not emptied by a source that has nothing, unless that is said', async () => {
    await build(await contentFile(documents), out)
    const before = await tree(out)
    const nothing = await contentFile([])
    expect(await build(nothing, out)).toMatchObject({
      ...{
        exitCode: 1,
        stderr: expect.stringContaining('the site there has 2. If it is to be emptied, add --require-min 0.'),
      },
    })
    expect(await tree(out)).toEqual(before)
    expect(await build(nothing, out, '--require-min', '0')).toMatchObject({exitCode: 0})
    expect(Object.keys(await tree(out))).not.toContain('roles/nurse/jd.md')
  })

  test('tells what its pages are without, each time, and is not written so with --strict', async () => {
    const [responsibility] = shared
    const content = await contentFile([nurse, responsibility as object])
    const warning =
      '1 role is built, but not whole:\n  role-nurse (“Nurse”): mustHaveSkills refers to skill-calm, which is not published; the page is without it\n'
    for (let time = 0; time < 2; time++) {
      expect(await build(content, out)).toMatchObject({exitCode: 0, stderr: expect.stringContaining(warning)})
    }
    const elsewhere = join(await temporaryFolder(), 'strict')
    expect(await build(content, elsewhere, '--strict')).toMatchObject({exitCode: 1})
    expect(await tree(elsewhere)).toEqual({})
  })

  test('without an address of its own says what it is without', async () => {
    const {stderr} = await build(await contentFile(documents), out)
    expect(stderr).toBe(
      'The site settings hold no siteUrl, so there is no site map, no feed and no canonical address.\n',
    )
  })

  test('links from role to role in a way that holds in any folder', async () => {
    const related = roleNamed('midwife', {relatedRoles: [{_key: 'a', _ref: 'role-nurse'}]})
    await build(await contentFile([nurse, related, ...shared]), out)
    expect((await tree(out))['roles/midwife/index.html']).toContain('href="../nurse/index.html"')
  })

  test('with fewer roles than it must have is not written', async () => {
    const content = await contentFile(documents)
    expect(await build(content, out, '--require-min', '3')).toMatchObject({
      exitCode: 1,
      stderr: '2 roles can be built, and --require-min asks for 3.\n',
    })
    expect(await tree(out)).toEqual({})
    expect(await build(content, out, '--require-min', '2')).toMatchObject({exitCode: 0})
  })

  test('is reported as data with --json', async () => {
    const {stdout} = await build(await contentFile([...documents, baker]), out, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      ...{out, isWritten: true},
      roles: {built: 2, written: 2, unchanged: 0, kept: 0, removed: 0, bad: 1},
      bad: [{id: 'role-baker', isKept: false, problems: [{documentId: 'role-baker', path: 'summary'}]}],
    })
  })
})

describe('built again', () => {
  test('of the same content, it writes nothing', async () => {
    const content = await contentFile(documents)
    await build(content, out)
    const before = await stat(join(out, 'roles/nurse/index.html'))
    const list = await stat(join(out, 'index.html'))
    expect((await build(content, out)).stdout).toMatch(/0 written, 2 unchanged\./)
    expect((await stat(join(out, 'roles/nurse/index.html'))).ino).toBe(before.ino)
    expect((await stat(join(out, 'index.html'))).ino).toBe(list.ino)
  })

  test('of one changed role, it writes that one', async () => {
    await build(await contentFile(documents), out)
    const {stdout} = await build(await contentFile([{...nurse, title: 'Ward Nurse'}, ...documents.slice(1)]), out)
    expect(stdout).toMatch(/1 written, 1 unchanged\./)
    expect((await tree(out))['roles/nurse/jd.md']).toMatch(/^# Ward Nurse/)
    expect((await tree(out))['index.html']).toContain('Ward Nurse')
  })

  test('after an edit of a shared skill, it writes every role that prints it', async () => {
    await build(await contentFile(documents), out)
    const [responsibility, skill] = shared
    const own = roleNamed('midwife', {mustHaveSkills: [{_key: 's1', skill: {_ref: 'skill-patience'}}]})
    const patience = {_id: 'skill-patience', _type: 'skill', name: 'Patience'}
    await build(await contentFile([nurse, own, responsibility as object, skill as object, patience]), out)
    const edited = {...skill, statement: 'Calm at all times.'}
    const {stdout} = await build(await contentFile([nurse, own, responsibility as object, edited, patience]), out)
    expect(stdout).toMatch(/1 written, 1 unchanged\./)
    expect((await tree(out))['roles/nurse/jd.md']).toContain('Calm at all times.')
  })

  test('after a document that was referred to has come, it prints it', async () => {
    const related = roleNamed('midwife', {relatedRoles: [{_key: 'x', _ref: 'role-doctor'}]})
    await build(await contentFile([nurse, related, ...shared]), out)
    await build(await contentFile([nurse, related, roleNamed('doctor'), ...shared]), out)
    expect((await tree(out))['roles/midwife/index.html']).toContain('href="../doctor/index.html"')
  })

  test('it mends a file that was damaged or removed', async () => {
    const content = await contentFile(documents)
    await build(content, out)
    const whole = await tree(out)
    await rm(join(out, 'roles/nurse/jd.md'))
    await writeFile(join(out, 'roles/midwife/index.html'), 'cut off')
    await writeFile(join(out, 'index.html'), 'cut off')
    expect((await build(content, out)).stdout).toMatch(/2 written, 0 unchanged\./)
    expect(await tree(out)).toEqual(whole)
  })

  test('it takes away what is no longer there, and leaves the files of others', async () => {
    await build(await contentFile(documents), out)
    await writeFile(join(out, 'roles/midwife/notes.txt'), 'mine')
    await writeFile(join(out, 'CNAME'), 'roles.example')
    const {stdout} = await build(await contentFile([nurse, ...shared]), out)
    expect(stdout).toMatch(/0 written, 1 unchanged, 1 removed\./)
    const files = Object.keys(await tree(out))
    expect(files.filter((name) => name.includes('midwife'))).toEqual(['roles/midwife/notes.txt'])
    expect(files).toContain('CNAME')
  })

  test('it moves a role to its new address', async () => {
    await build(await contentFile(documents), out)
    await build(await contentFile([{...nurse, slug: {current: 'ward-nurse'}}, ...documents.slice(1)]), out)
    const names = Object.keys(await tree(out))
    expect(names).toContain('roles/ward-nurse/jd.md')
    expect(names.filter((name) => name.startsWith('roles/nurse'))).toEqual([])
  })

  test('it is the same as built at once, whatever came between', async () => {
    const steps = [
      documents,
      [{...nurse, title: 'Ward Nurse'}, baker, ...shared],
      [nurse, roleNamed('doctor', {relatedRoles: [{_ref: 'role-nurse'}]}), ...shared],
      [roleNamed('nurse', {_id: 'role-other'}), roleNamed('doctor'), ...shared],
    ]
    for (const step of steps) {
      const content = await contentFile(step)
      await build(content, out, '--stale', 'drop')
      const fresh = join(await temporaryFolder(), 'site')
      await build(content, fresh)
      expect(await tree(out)).toEqual(await tree(fresh))
    }
  })
})

describe('bad roles', () => {
  test('whose title is no help are named by their slug', async () => {
    const {stderr} = await build(await contentFile([roleNamed('größe'), ...shared]), out)
    expect(stderr).toContain('  role-größe: slug "größe" cannot be an address: Use small letters')
  })

  test('are all named at the end, with what to mend, while the others are built', async () => {
    const content = await contentFile([
      ...documents,
      baker,
      roleNamed('cook', {title: null, levels: [{level: 'boss'}]}),
    ])
    const {stdout, stderr, exitCode} = await build(content, out)
    expect(stdout).toMatch(/^Built 2 roles/)
    expect(stderr).toMatch(/^2 roles could not be built:\n {2}role-baker \(“Baker”\): summary is missing/)
    expect(stderr).toContain('  role-cook: title is missing; fill it in and publish\n')
    expect(stderr).toContain('  role-cook: levels[0].level ')
    expect(exitCode).toBe(1)
    expect(Object.keys(await tree(out)).filter((name) => name.endsWith('jd.md'))).toHaveLength(2)
  })

  test('keep their earlier page, and are named again each time', async () => {
    await build(await contentFile(documents), out)
    const content = await contentFile([{...nurse, summary: null}, ...documents.slice(1)])
    for (let time = 0; time < 2; time++) {
      const {stderr, exitCode} = await build(content, out)
      expect(stderr).toMatch(/role-nurse \(“Nurse”\): summary is missing.*\n.* 1 earlier page of these stayed/)
      expect(exitCode).toBe(1)
      expect((await tree(out))['roles/nurse/jd.md']).toMatch(/^# Nurse/)
      expect((await tree(out))['index.html']).toContain('roles/nurse')
    }
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 0})
  })

  test('lose it with --stale drop', async () => {
    await build(await contentFile(documents), out)
    const content = await contentFile([{...nurse, summary: null}, ...documents.slice(1)])
    expect(await build(content, out, '--stale', 'drop')).toMatchObject({exitCode: 1})
    expect(Object.keys(await tree(out)).filter((name) => name.startsWith('roles/nurse'))).toEqual([])
    expect((await tree(out))['index.html']).not.toContain('roles/nurse')
  })

  test('leave the site as it was with --strict', async () => {
    await build(await contentFile(documents), out)
    const before = await tree(out)
    const content = await contentFile([{...nurse, title: 'Ward Nurse'}, roleNamed('midwife'), baker, ...shared])
    const {stdout, exitCode} = await build(content, out, '--strict')
    expect(stdout).toMatch(/^Nothing was written to /)
    expect(exitCode).toBe(1)
    expect(await tree(out)).toEqual(before)
    expect((await build(content, out)).stdout).toMatch(/Built 2 roles.*: 1 written, 1 unchanged/)
  })

  test('that share an address are all named, and none is built', async () => {
    const {stderr, exitCode} = await build(
      await contentFile([nurse, {...nurse, _id: 'role-nurse-2'}, roleNamed('midwife'), ...shared]),
      out,
    )
    expect(stderr).toContain('  role-nurse: slug is also the address of role-nurse-2;')
    expect(stderr).toContain('  role-nurse-2: slug is also the address of role-nurse;')
    expect(exitCode).toBe(1)
    expect(Object.keys(await tree(out))).not.toContain('roles/nurse/jd.md')
  })

  test.each([
    '../../etc/cron.d/x',
    '/etc/passwd',
    '..\\..\\x',
    'a/../../b',
    '%2e%2e/',
    'con',
    'nul.html',
    '.htaccess',
    '-rf',
    '',
    'x'.repeat(300),
    '🙂',
    'é',
    'e\u0301',
    'Foo',
    'trailing.',
    'trailing ',
    'a\u202egpj.html',
    'a\u0000b',
    'a\nb',
    'index.html',
  ])('whose address is %j have no file', async (slug) => {
    const {stderr, exitCode} = await build(await contentFile([{...nurse, slug: {current: slug}}, ...shared]), out)
    expect(stderr).toMatch(/^1 role could not be built:\n {2}role-nurse: slug /)
    expect(exitCode).toBe(1)
    expect(Object.keys(await tree(out)).filter((name) => name.includes('jd'))).toEqual([])
  })

  test.each([5, null, {}, [], ['nurse'], true])('whose address is no text (%j) have no file', async (current) => {
    const {stderr} = await build(await contentFile([{...nurse, slug: {current}}, ...shared]), out)
    expect(stderr).toMatch(/role-nurse: slug is (?:missing|no text)/)
  })

  test('cannot move the cursor of a terminal', async () => {
    const hostile = {...baker, _id: 'role-\u001b[2J\u001b]0;x\u0007', title: '\u001b[2J'}
    const {stderr} = await build(await contentFile([hostile]), out)
    expect(stderr).not.toContain('\u001b')
    expect(stderr).toContain('\\u001b[2J')
  })
})

describe('a folder', () => {
  test('that holds the files of others is refused', async () => {
    await mkdir(out)
    await writeFile(join(out, 'thesis.txt'), 'mine')
    const {stderr, exitCode} = await build(await contentFile(documents), out)
    expect(stderr).toContain('is not empty and was not made by "roleprint build" (it holds thesis.txt)')
    expect(exitCode).toBe(3)
    expect(await tree(out)).toEqual({'thesis.txt': 'mine'})
  })

  test('is taken with --force, and files of others stay', async () => {
    await mkdir(out)
    await writeFile(join(out, 'thesis.txt'), 'mine')
    await writeFile(join(out, 'index.html'), 'mine too')
    expect(await build(await contentFile(documents), out, '--force')).toMatchObject({exitCode: 0})
    expect((await tree(out))['thesis.txt']).toBe('mine')
    expect((await tree(out))['index.html']).toContain('Nurse')
  })

  test('with a file of others in the way is left as it was, unless forced', async () => {
    await build(await contentFile([nurse, ...shared]), out)
    await mkdir(join(out, 'roles/midwife'))
    await writeFile(join(out, 'roles/midwife/index.html'), 'mine')
    const before = await tree(out)
    const content = await contentFile([{...nurse, title: 'Ward Nurse'}, roleNamed('midwife'), ...shared])
    const {stderr, exitCode} = await build(content, out)
    expect(stderr).toMatch(/were not written by "roleprint build", roles\/midwife\/index\.html for one/)
    expect(exitCode).toBe(3)
    expect(await tree(out)).toEqual(before)
    expect(await build(content, out, '--force')).toMatchObject({exitCode: 0})
  })

  test.each(['/', homedir(), process.cwd(), '..', '.'])('such as %s is never taken', async (folder) => {
    const {stderr, exitCode} = await build(await contentFile(documents), folder, '--force')
    expect(stderr).toContain('Name a folder for the site alone')
    expect(exitCode).toBe(3)
  })

  test('with a repository in it is never taken', async () => {
    await mkdir(join(out, '.git'), {recursive: true})
    expect(await build(await contentFile(documents), out, '--force')).toMatchObject({exitCode: 3})
  })

  test('that is a link, or a file, is refused', async () => {
    const folder = await temporaryFolder()
    await symlink(folder, out)
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 3})
    await writeFile(join(folder, 'file'), '')
    expect(await build(await contentFile(documents), join(folder, 'file'))).toMatchObject({exitCode: 3})
    expect(await build(await contentFile(documents), join(folder, 'file/site'))).toMatchObject({exitCode: 3})
  })

  test('is not left through a link inside of it', async () => {
    const elsewhere = await temporaryFolder()
    await writeFile(join(elsewhere, 'jd.md'), 'theirs')
    await build(await contentFile(documents), out)
    await rm(join(out, 'roles'), {recursive: true})
    await symlink(elsewhere, join(out, 'roles'))
    const changed = await contentFile([{...nurse, title: 'Ward Nurse'}, ...documents.slice(1)])
    const {stderr, exitCode} = await build(changed, out)
    expect(stderr).toMatch(/roles is a link/)
    expect(exitCode).toBe(3)
    expect(await tree(elsewhere)).toEqual({'jd.md': 'theirs'})
  })

  test('gets a file of its own in place of a link, which is not followed', async () => {
    const theirs = join(await temporaryFolder(), 'hosts')
    await writeFile(theirs, 'theirs')
    await build(await contentFile(documents), out)
    await rm(join(out, 'roles/nurse/jd.md'))
    await symlink(theirs, join(out, 'roles/nurse/jd.md'))
    await rm(join(out, 'index.html'))
    await symlink(theirs, join(out, 'index.html'))
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 0})
    expect(await readFile(theirs, 'utf8')).toBe('theirs')
    expect((await tree(out))['roles/nurse/jd.md']).toMatch(/^# Nurse/)
  })

  test('is made where there is none, with those above it', async () => {
    expect(await build(await contentFile(documents), join(out, 'a/b'))).toMatchObject({exitCode: 0})
  })

  test('whose list of files leads outside is not believed', async () => {
    const mine = join(await temporaryFolder(), 'mine.txt')
    await writeFile(mine, 'mine')
    await build(await contentFile(documents), out)
    const manifest = join(out, '.roleprint-build/manifest.ndjson')
    const text = await readFile(manifest, 'utf8')
    await writeFile(manifest, text.replace('"robots.txt"', `"../../${mine}"`))
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 3})
    expect(await readFile(mine, 'utf8')).toBe('mine')
  })
})

describe('whatever an edit does to addresses', () => {
  const settings = (rolesPath: string) => ({_id: 'siteSettings', _type: 'siteSettings', rolesPath})
  const eng = roleNamed('eng')

  test('a page of a role becomes the list, and the list a page of a role', async () => {
    const [one, other] = [
      await contentFile([eng, nurse, ...shared, settings('/roles')]),
      await contentFile([eng, nurse, ...shared, settings('/roles/eng')]),
    ]
    for (const content of [one, other, one]) {
      expect(await build(content, out)).toMatchObject({exitCode: 0})
      const fresh = join(await temporaryFolder(), 'site')
      await build(content, fresh)
      expect(await tree(out)).toEqual(await tree(fresh))
    }
  })

  test('a page that stays is one that is linked', async () => {
    await build(await contentFile([eng, nurse, ...shared, settings('/roles')]), out)
    await build(await contentFile([{...eng, summary: null}, nurse, ...shared, settings('/jobs')]), out)
    const files = await tree(out)
    expect(Object.keys(files).filter((name) => name.startsWith('roles/'))).toEqual([])
    expect(files['index.html']).not.toContain('eng/')
  })

  test('a page whose files are gone does not stay', async () => {
    await build(await contentFile([eng, nurse, ...shared]), out)
    await rm(join(out, 'roles/eng'), {recursive: true})
    const {stderr} = await build(await contentFile([{...eng, summary: null}, nurse, ...shared]), out)
    expect(stderr).not.toContain('stayed')
    expect((await tree(out))['index.html']).not.toContain('roles/eng')
  })

  test('a shared document with a dot in its id is followed as well', async () => {
    const [responsibility] = shared
    const role = {...nurse, mustHaveSkills: [{_key: 's', skill: {_ref: 'skill.calm'}}]}
    const skill = {_id: 'skill.calm', _type: 'skill', name: 'Calm'}
    await build(await contentFile([role, responsibility as object, skill]), out)
    await build(await contentFile([role, responsibility as object, {...skill, name: 'Patience'}]), out)
    expect((await tree(out))['roles/nurse/jd.md']).toContain('- Patience')
  })

  test.each([{toString: 1, valueOf: 1}, [['nurse']], ['nurse']])(
    'an address such as %j troubles nobody else',
    async (current) => {
      const {stderr, exitCode} = await build(
        await contentFile([nurse, roleNamed('odd', {slug: {current}}), roleNamed('none', {slug: null}), ...shared]),
        out,
      )
      expect(stderr).toContain('role-odd: slug is no text')
      expect(stderr).toContain('role-none: slug is missing')
      expect(exitCode).toBe(1)
      expect(Object.keys(await tree(out))).toContain('roles/nurse/jd.md')
    },
  )
})

describe('what lies in the folder', () => {
  test('in the place of a file is named before anything is changed, even with --force', async () => {
    await mkdir(join(out, '404.html'), {recursive: true})
    const {stderr, exitCode} = await build(await contentFile(documents), out, '--force')
    expect(stderr).toContain('404.html is a folder where a file belongs')
    expect(exitCode).toBe(3)
    expect(await tree(out)).toEqual({})
  })

  test('as a link where files wait is not followed', async () => {
    const theirs = await temporaryFolder()
    await build(await contentFile(documents), out, '--require-min', '99')
    const staging = join(out, '.roleprint-build/staging')
    await rm(join(staging, 'nurse'), {recursive: true})
    await symlink(theirs, join(staging, 'nurse'))
    await symlink(join(theirs, 'file'), join(staging, '-file'))
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 0})
    expect(await tree(theirs)).toEqual({})
    expect((await stat(join(out, 'roles/nurse'))).isDirectory()).toBe(true)
  })

  test('as a lock that is none is named', async () => {
    await build(await contentFile(documents), out)
    await writeFile(join(out, '.roleprint-build/lock'), 'garbage'.repeat(1000))
    const {stderr, exitCode} = await build(await contentFile(documents), out)
    expect(stderr).toContain('cannot be used as a lock. Remove it')
    expect(exitCode).toBe(3)
  })

  test('as a list of files that is not whole is named', async () => {
    await build(await contentFile(documents), out)
    const manifest = join(out, '.roleprint-build/manifest.ndjson')
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"sizes"', '"size"'))
    expect(await build(await contentFile(documents), out)).toMatchObject({exitCode: 3})
  })
})

describe('a wrong call', () => {
  test.each([
    [['build'], 'Name the folder to build the site into: --out site.'],
    [['build', '--out', ''], '--out is empty; it takes a path.'],
    [['build', '--out', 'x', '--stale', 'hide'], '--stale is one of keep, drop, not "hide".'],
    [['build', '--out', 'x', '--require-min', '-1'], 'require-min'],
    [['build', '--out', 'x', '--require-min=ten'], '--require-min takes a number of roles, not "ten".'],
    [['build', 'x'], 'There is one argument too many: "x".'],
    [['build', '--out', 'x', '--project', '$(rm -rf)', '--dataset', 'a'], '--project takes letters'],
  ])('%j is told', async (argv, message) => {
    const {stderr, exitCode} = await run(argv, {})
    expect(stderr).toContain(message)
    expect(exitCode).toBe(64)
  })

  test('is none where a line holds only odd blanks', async () => {
    const file = join(await temporaryFolder(), 'content.ndjson')
    await writeFile(file, `\f\n${documents.map((each) => JSON.stringify(each)).join('\n\u00a0\n')}\n`)
    expect(await build(file, out)).toMatchObject({exitCode: 0})
  })

  test('names a file that is not there, or not NDJSON, with line and column', async () => {
    expect(await build('/nowhere.ndjson', out)).toMatchObject({exitCode: 3})
    const file = join(await temporaryFolder(), 'broken.ndjson')
    await writeFile(file, `${JSON.stringify(nurse)}\n{"_id": "a", \n`)
    const {stderr, exitCode} = await build(file, out)
    expect(stderr).toContain('broken.ndjson:2:')
    expect(exitCode).toBe(1)
    expect(await tree(out)).toEqual({})
  })
})
