import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, differing, nurse, roleNamed, shared, tree} from './support.ts'

const program = new URL('../../../dist/cli.js', import.meta.url).pathname
// Enough for threads.
const count = 450

const many = (edition: string) =>
  Array.from({length: count}, (_, index) => roleNamed(`nurse-${index}`, {title: `Nurse ${index} ${edition}`}))

const start = (content: string, out: string, prefix: string[] = []) => {
  const [command = '', ...args] = [...prefix, process.execPath, program, 'build', '--content', content, '--out', out]
  return spawn(command, args, {stdio: ['ignore', 'ignore', 'pipe']})
}

const exitOf = async (child: ReturnType<typeof start>) => {
  let stderr = ''
  child.stderr.on('data', (part) => {
    stderr += part
  })
  const [code] = await once(child, 'exit')
  return {code, stderr}
}

describe('a build that is killed', () => {
  test('leaves every file old or new, and the next one finishes it', async () => {
    const [folder, ...contents] = [
      await temporaryFolder(),
      await contentFile([...many('A'), ...shared]),
      await contentFile([...many('B'), ...shared]),
    ]
    const wholes: Record<string, string>[] = []
    for (const [index, content] of contents.entries()) {
      expect(await build(content, join(folder, `whole-${index}`))).toMatchObject({exitCode: 0})
      wholes.push(await tree(join(folder, `whole-${index}`)))
    }
    const out = join(folder, 'site')
    for (let round = 0; round < 6; round++) {
      const child = start(contents[round % 2] ?? '', out)
      setTimeout(() => child.kill('SIGKILL'), 150 + round * 150)
      await exitOf(child)
      const now = await tree(out).catch(() => ({}))
      const torn = Object.entries(now).filter(([name, text]) => !wholes.some((whole) => whole[name] === text))
      expect(torn.map(([name]) => name)).toEqual([])
    }
    expect(await build(contents[0] ?? '', out)).toMatchObject({exitCode: 0})
    expect(differing(await tree(out), wholes[0] ?? {})).toEqual([])
  })

  test('while it puts files in their places is not taken for done, even if the content is as it was before', async () => {
    const out = join(await temporaryFolder(), 'site')
    const old = await contentFile([nurse, ...shared])
    await build(old, out)
    const whole = await tree(out)
    const own = join(out, '.roleprint-build')
    const manifest = await readFile(join(own, 'manifest.ndjson'), 'utf8')
    // As it is when half of another build is in place: one file of the same length, and one that is new.
    await writeFile(join(own, 'next.ndjson'), manifest)
    const path = join(out, 'roles/nurse/jd.md')
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('Nurse', 'Baker'))
    expect((await build(old, out)).stdout).toMatch(/1 written/)
    expect(await tree(out)).toEqual(whole)
  })
})

describe('builds that are interrupted one after the other', () => {
  test('leave nothing behind that nobody knows of', async () => {
    const out = join(await temporaryFolder(), 'site')
    const own = join(out, '.roleprint-build')
    const [first, second] = [
      await contentFile([nurse, ...shared]),
      await contentFile([nurse, roleNamed('extra'), ...shared]),
    ]
    await build(second, out)
    const manifest = await readFile(join(own, 'manifest.ndjson'), 'utf8')
    // As it is when the second build, after the first, was ended before its manifest came; and so was a third.
    await rename(join(own, 'manifest.ndjson'), join(own, 'next.ndjson'))
    await writeFile(join(own, 'leftovers.json'), JSON.stringify(['roles/older/index.html', '../outside.txt']))
    await mkdir(join(out, 'roles/older'))
    await writeFile(join(out, 'roles/older/index.html'), 'of a build before')
    await writeFile(join(out, '../outside.txt'), 'mine')
    expect(manifest).toContain('extra')
    expect(await build(first, out)).toMatchObject({exitCode: 0})
    const names = Object.keys(await tree(out))
    expect(names.filter((name) => /extra|older/.test(name))).toEqual([])
    expect(await readFile(join(out, '../outside.txt'), 'utf8')).toBe('mine')
    expect(await build(second, out)).toMatchObject({exitCode: 0})
  })
})

describe('two builds', () => {
  test('do not write into one folder at once', async () => {
    const out = join(await temporaryFolder(), 'site')
    const content = await contentFile([...many('A'), ...shared])
    const ends = await Promise.all([start(content, out), start(content, out)].map(exitOf))
    expect(ends.map(({code}) => code).sort()).toEqual([0, 3])
    expect(ends.find(({code}) => code === 3)?.stderr).toContain('Another build is writing to')
  })
})

describe('a limit of the system', () => {
  test('of 64 open files is enough', async () => {
    const out = join(await temporaryFolder(), 'site')
    const child = start(await contentFile([...many('A'), ...shared]), out, [
      'sh',
      '-c',
      'ulimit -n 64; exec "$@"',
      'sh',
    ])
    expect(await exitOf(child)).toMatchObject({code: 0})
  })

  test('of the size of a file is told, and the site is as it was', async () => {
    const out = join(await temporaryFolder(), 'site')
    await build(await contentFile([nurse, ...shared]), out)
    const before = await tree(out)
    const child = start(await contentFile([...many('A'), ...shared]), out, [
      'sh',
      '-c',
      'ulimit -f 40; exec "$@"',
      'sh',
    ])
    const {code, stderr} = await exitOf(child)
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/cannot be written \(EFBIG\)/)
    expect(await tree(out)).toEqual(before)
  })

  test('that forbids writing is told', async () => {
    const {stderr, exitCode} = await build(await contentFile([nurse, ...shared]), '/sys/site')
    expect(stderr).toMatch(/^\/sys\/site cannot be written \(E[A-Z]+\)\./)
    expect(exitCode).toBe(3)
  })
})
