import {expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'

test.each([
  ['biuld', 'build'],
  ['lst', 'list'],
  ['rendr x', 'render'],
  ['previw', 'preview'],
  ['laod', 'load'],
  ['dif', 'diff'],
  ['BUILD', 'build'],
  ['build --ouput x', '--out'],
  ['build --otu x', '--out'],
  ['render x --formt text', '--format'],
  ['list --projcet a', '--project'],
  ['render x --format markdwon', 'markdown'],
  ['render x --level snior', 'senior'],
  ['list --perspective publishd', 'published'],
  ['build --out x --stale kep', 'keep'],
])('what was meant by "%s" is asked', async (call, meant) => {
  const {stderr, exitCode} = await run(call.split(' '), {})
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining(`Did you mean "${meant}"?`)])
})

test.each(['zzz', 'print', 'list -z', 'render x --format pdf', 'list --quiet'])(
  'nothing is guessed for "%s"',
  async (call) => {
    const {stderr, exitCode} = await run(call.split(' '), {})
    expect([exitCode, stderr]).toEqual([64, expect.not.stringContaining('Did you mean')])
  },
)
