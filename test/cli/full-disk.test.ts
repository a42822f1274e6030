import {execFileSync, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {cp, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {temporaryFolder} from './support/content.ts'

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname
const content = new URL('../../content', import.meta.url).pathname

/** Calls the program from a shell, after what sets its limits; `$0` and what follows is the call. */
function within(limits: string, argv: string[], rest = '') {
  const env = {...process.env, NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1'}
  const call = ['-c', `${limits} exec "$0" "$@" ${rest}`, process.execPath, main, ...argv]
  // Long enough for any computer, and a sentence in place of a hang.
  const {status, stdout, stderr} = spawnSync('sh', call, {
    encoding: 'utf8',
    env,
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
  return {exitCode: status, stdout, stderr}
}

/** What is said of data that is not right. Here it is. */
const ofDamage = /backup|damaged|Remove it|--force|fault of roleprint/i

async function lakeOfTheSample() {
  const data = join(await temporaryFolder(), 'data')
  expect((await run(['load', content, '--data', data], {})).exitCode).toBe(0)
  return data
}

describe('output that is not whole is no success:', () => {
  test('a list into a device that is full', () => {
    const {exitCode, stderr} = within('', ['list', '--sample'], '>/dev/full')
    expect([exitCode, stderr]).toEqual([
      3,
      'The output cannot be written whole (ENOSPC). There is no room left on the disk. Make room, then run this again.\n',
    ])
  })

  test('an export into a file that there is room for half of', async () => {
    const data = await lakeOfTheSample()
    const file = join(await temporaryFolder(), 'backup.ndjson')
    const half = within('ulimit -f 128;', ['export', '--data', data], `>${file}`)
    expect([half.exitCode, half.stderr]).toEqual([
      3,
      expect.stringMatching(/^The output cannot be written whole \(EFBIG\)/),
    ])
    expect(readFileSync(file).length).toBe(128 * 512)
    const whole = within('', ['export', '--data', data], `>${file}`)
    expect(whole).toMatchObject({exitCode: 0, stderr: ''})
    expect(readFileSync(file, 'utf8')).toBe((await run(['export', '--data', data], {})).stdout)
  })
})

describe('where there is no room to write,', () => {
  test.each([
    ['render', 8, ['render', 'machine-learning-engineer', '--sample', '--format', 'page', '--out', 'OUT']],
    ['diff', 1, ['diff', 'seo-specialist', '--sample', '--format', 'html', '--out', 'OUT']],
    ['export', 200, ['export', '--data', 'DATA', '--out', 'OUT']],
  ])('%s leaves the file that is there, and says what to do', async (_name, most, argv) => {
    const [data, out] = [await lakeOfTheSample(), join(await temporaryFolder(), 'out.html')]
    await writeFile(out, 'as it was')
    const call = argv.map((part) => ({OUT: out, DATA: data})[part] ?? part)
    const {exitCode, stderr} = within(`ulimit -f ${most};`, call)
    expect([exitCode, stderr]).toEqual([
      3,
      expect.stringMatching(/\(EFBIG\)\. What was there before is as it was\. .+ulimit/),
    ])
    expect(await readFile(out, 'utf8')).toBe('as it was')
    expect(execFileSync('ls', ['-A', join(out, '..')], {encoding: 'utf8'})).toBe('out.html\n')
  })

  test('a build leaves the site that is there, and finds it again', async () => {
    const folder = await temporaryFolder()
    const site = join(folder, 'site')
    await run(['build', '--sample', '--out', site], {})
    const before = await readFile(join(site, 'index.html'), 'utf8')
    const changed = join(folder, 'content')
    await cp(content, changed, {recursive: true})
    const roles = await readFile(join(changed, 'roles.ndjson'), 'utf8')
    await writeFile(join(changed, 'roles.ndjson'), roles.replaceAll('Machine Learning', 'Machine  Learning'))
    const {exitCode, stderr} = within('ulimit -f 8;', ['build', '--content', changed, '--out', site])
    expect([exitCode, stderr]).toEqual([3, expect.not.stringMatching(ofDamage)])
    expect(await readFile(join(site, 'index.html'), 'utf8')).toBe(before)
    expect((await run(['build', '--content', changed, '--out', site], {})).exitCode).toBe(0)
  })

  test('a lake that cannot be made is none, and one that is there is whole', async () => {
    const data = join(await temporaryFolder(), 'data')
    for (const argv of [
      ['load', content],
      ['lake', '--port', '0', '--seed', content],
    ]) {
      const {exitCode, stderr} = within('ulimit -f 200;', [...argv, '--data', data])
      expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/no room left|as it was/)])
      expect(stderr).not.toMatch(ofDamage)
      expect((await run(['list', '--data', data], {})).stderr).toContain('There is no lake')
    }
    const own = await lakeOfTheSample()
    const more = join(await temporaryFolder(), 'more.ndjson')
    await writeFile(more, `{"_id":"more","_type":"skill","name":"${'x'.repeat(900_000)}"}\n`)
    const {exitCode, stderr} = within('ulimit -f 1000;', ['load', more, '--data', own])
    expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/^The lake has no room left on its disk/)])
    expect((await run(['export', '--data', own], {})).stdout.split('\n')).toHaveLength(320)
  })
})

test('too few files that may be open are told as that, whichever of them it is', async () => {
  const data = await lakeOfTheSample()
  const folder = await temporaryFolder()
  const told = [24, 25, 26, 27, 28, 29, 30].flatMap((most) =>
    [
      ['list', '--data', data],
      ['build', '--sample', '--out', join(folder, `${most}`)],
      ['export', '--data', data, '--out', join(folder, `${most}.ndjson`)],
    ].map((argv) => ({most, argv, ...within(`ulimit -n ${most};`, argv)})),
  )
  // Below some number Node itself does not start.
  const ours = told.filter(({stderr}) => !/Node\.js v\d|native stack|Segmentation/i.test(stderr))
  const refused = ours.filter(({exitCode}) => exitCode !== 0)
  expect(refused.filter(({stderr}) => stderr.includes('ulimit -n')).length).toBeGreaterThan(5)
  for (const {exitCode, stderr, argv, most} of refused) {
    // A connection that the other end had no file for looks to this end like one that was cut.
    const what = expect.stringMatching(/ulimit -n|UND_ERR_SOCKET/)
    expect([exitCode, stderr], `${most} files, ${argv.join(' ')}`).toEqual([expect.toBeOneOf([2, 3]), what])
    expect(stderr).not.toMatch(ofDamage)
  }
})
