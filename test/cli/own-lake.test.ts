import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {startLake} from '../../src/lake/index.ts'
import {contentFile, nurse, shared, temporaryFolder} from './support/content.ts'

/** A folder in which somebody has a lake of their own, with one role. */
async function folderWithLake({runs}: {runs: boolean}) {
  const folder = await temporaryFolder()
  const seed = () => [...shared, nurse]
  const lake = await startLake({dataDir: join(folder, '.roleprint'), port: 0, seed})
  if (runs) onTestFinished(() => lake.close())
  else await lake.close()
  return folder
}

describe.each([{runs: true}, {runs: false}])('where there is a lake in .roleprint, and it runs: $runs,', ({runs}) => {
  test.each([
    ['list', [], 'Nurse'],
    ['render', ['nurse'], '# Nurse — Job Description'],
    ['check', ['nurse'], 'nurse'],
    ['diff', ['nurse', '--from', 'published', '--to', 'rSummer'], 'nothing'],
    ['build', ['--out', ''], 'Built 1 role'],
    ['share', ['nurse', '--to', 'rSummer', '--out', ''], 'Wrote'],
  ])('%s answers from it, and says so', async (name, args, expected) => {
    const folder = await folderWithLake({runs})
    const out = join(folder, name === 'share' ? 'review.html' : 'site')
    const {stdout, stderr} = await run([name, ...args.map((part) => part || out)], {}, {folder})
    expect(stderr).toContain(`Content: the lake in ${join(folder, '.roleprint')}. For the sample roles: --sample.\n`)
    expect(stderr.match(/Content:/g)).toHaveLength(1)
    expect(`${stdout}${stderr}`.toLowerCase()).toContain(expected.toLowerCase())
    expect(stdout).not.toContain('Content:')
  })

  test('what is named comes first, and is not told again', async () => {
    const folder = await folderWithLake({runs})
    const content = await contentFile([...shared, {...nurse, title: 'Head Nurse'}])
    const named = await run(['list', '--content', content], {}, {folder})
    expect([named.stdout.includes('Head Nurse'), named.stderr]).toEqual([true, ''])
    const sample = await run(['list', '--sample'], {}, {folder})
    expect([sample.stdout.includes('machine-learning-engineer'), sample.stderr]).toEqual([true, ''])
  })
})

test('which content was asked is said, too, where it has no answer', async () => {
  const folder = await folderWithLake({runs: false})
  expect(await run(['render', 'machine-learning-engineer'], {}, {folder})).toMatchObject({
    ...{stdout: '', exitCode: 1},
    stderr: expect.stringMatching(/^Content: the lake in .*\nThere is no role with the slug/),
  })
  expect((await run(['render', 'nurse'], {})).stderr).toMatch(/^Content: the sample roles\..*\nThere is no role/)
})

test('a folder .roleprint without a lake in it is none', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '.roleprint'))
  await writeFile(join(folder, '.roleprint', 'token'), 'x')
  const {stdout, stderr} = await run(['list'], {}, {folder})
  expect(stdout).toContain('machine-learning-engineer')
  expect(stderr).toContain('Content: the sample roles.')
})

test('the sample goes with no other content', async () => {
  for (const other of [
    ['--data', 'x'],
    ['--content', 'x'],
    ['--project', 'a', '--dataset', 'b'],
  ]) {
    const {exitCode, stderr} = await run(['list', '--sample', ...other], {})
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('--sample takes the sample roles')])
  }
})
