import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, expect, onTestFinished, test} from 'vitest'

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname
// Without a lake of its own, whatever a developer keeps beside the sources.
const folder = mkdtempSync(join(tmpdir(), 'roleprint-'))
afterAll(() => rmSync(folder, {recursive: true}))

const start = (...argv: string[]) => {
  const env = {...process.env, NO_COLOR: '1', SANITY_API_READ_TOKEN: ''}
  const program = spawn(process.execPath, [main, ...argv], {env, cwd: folder})
  onTestFinished(() => void program.kill())
  const exited = new Promise<number | null>((resolve) => program.on('exit', resolve))
  return {program, exited}
}

async function finish(...argv: string[]) {
  const {program, exited} = start(...argv)
  const [stdout, stderr, exitCode] = await Promise.all([text(program.stdout), text(program.stderr), exited])
  return {stdout, stderr, exitCode}
}

test('output is on stdout, messages on stderr, and the exit code tells them apart', async () => {
  const [good, unknown, missing, wrong, unreachable] = await Promise.all([
    finish('render', 'machine-learning-engineer', '--sample'),
    finish('render', 'no-such-role'),
    finish('list', '--content', '/no/such/folder'),
    finish('lst'),
    finish('list', '--project', 'a', '--dataset', 'b', '--api-host', 'http://127.0.0.1:9'),
  ])
  expect(good).toMatchObject({stderr: '', exitCode: 0})
  expect(good.stdout).toMatch(/^# Machine Learning Engineer — Job Description\n/)
  expect(unknown).toMatchObject({stdout: '', exitCode: 1})
  expect(unknown.stderr).toContain('There is no role with the slug "no-such-role".')
  expect(unreachable).toMatchObject({stdout: '', exitCode: 2})
  expect(missing).toMatchObject({stdout: '', exitCode: 3})
  expect(wrong).toMatchObject({stdout: '', exitCode: 64})
})

test('a reader that stops early is no error', async () => {
  const {program, exited} = start('render', 'machine-learning-engineer', '--format', 'page', '--sample')
  program.stdout.destroy()
  expect(await text(program.stderr)).toBe('')
  expect(await exited).toBe(0)
})

test('the site runs until it is told to stop', async () => {
  const {program, exited} = start('serve', '--port', '0')
  const url = await new Promise<string>((resolve) => {
    program.stdout.once('data', (line) => resolve(String(line).trim()))
  })
  expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).toBe(200)
  program.kill('SIGTERM')
  expect(await exited).toBe(0)
})
