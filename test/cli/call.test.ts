import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'

const call = (...argv: string[]) => run(argv, {})

describe('help', () => {
  test.each([
    ['--help'],
    ['-h'],
    ...['list', 'render', 'check', 'diff', 'share', 'serve', 'lake', 'load', 'export'].map((name) => [name, '--help']),
  ])('is printed for %s %s with usage and examples', async (...argv) => {
    const {stdout, stderr, exitCode} = await call(...argv)
    expect(stdout).toContain('Usage: roleprint')
    expect(stdout).toContain('Examples:\n  roleprint ')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0})
  })

  test('names every option a command takes', async () => {
    const {stdout} = await call('render', '--help')
    for (const option of ['content', 'project', 'dataset', 'api-host', 'format', 'level', 'perspective', 'out']) {
      expect(stdout).toContain(`--${option} `)
    }
  })

  test('has examples that the program understands', async () => {
    for (const command of ['', 'list', 'render', 'check', 'diff', 'share', 'serve', 'lake', 'load', 'export']) {
      const {stdout} = await call(...(command ? [command] : []), '--help')
      for (const [, example = ''] of stdout.matchAll(/^ {2}roleprint (.+)$/gm)) {
        const argv = example.replace(/ > .*/, '').split(' ')
        expect((await call(...argv, '--help')).exitCode, example).toBe(0)
      }
    }
  })
})

test('the version is that of the package', async () => {
  expect((await call('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  [[], 'Say what to do: list, render, check, diff, share, build, serve, preview, start, lake, export or load.'],
  [
    ['print'],
    'There is no command "print"; there are list, render, check, diff, share, build, serve, preview, start, lake, export and load.',
  ],
  [['constructor'], 'There is no command "constructor"'],
  [['--json', 'list'], 'Put the command first: "roleprint list --json", for example.'],
  [['list', '--jsn'], "Unknown option '--jsn'."],
  [['list', 'nurse'], 'There is one argument too many: "nurse".'],
  [['list', '--perspective', 'raw'], '--perspective is one of published, drafts, not "raw".'],
  [['list', '--perspective'], "Option '--perspective <value>' argument missing."],
  [['list', '--json=yes'], "Option '--json' does not take an argument."],
  [['render'], 'Name the role to render by its slug; "roleprint list" shows them.'],
  [['render', 'a', 'b'], 'There is one argument too many: "b".'],
  [['render', 'a', '--format', 'pdf'], '--format is one of page, markdown, text, html, jsonld, json, not "pdf".'],
  [['render', 'a', '--format', 'toString'], '--format is one of'],
  [['render', 'a', '--level', 'boss'], '--level is one of junior, mid, senior, lead, principal, not "boss".'],
  [['render', 'a', '--level', 'mid', '--format', 'page'], '--level is for job descriptions'],
  [['render', 'a', '--out', ''], '--out is empty; it takes a path.'],
  [['diff'], 'Name the role to compare by its slug; "roleprint list" shows them.'],
  [['diff', 'a', 'b'], 'There is one argument too many: "b".'],
  [['diff', 'a', '--format', 'page'], '--format is one of text, markdown, html, not "page".'],
  [['diff', 'a', '--to', 'raw'], '--to takes published, drafts or the id of a release, not "raw".'],
  [['diff', 'a', '--to', 'rSummer,raw'], '--to takes published, drafts or the id of a release'],
  [['diff', 'a', '--from', ''], '--from takes published, drafts or the id of a release, not "".'],
  [['diff', 'a', '--from', 'versions.rSummer'], '--from takes published, drafts or the id of a release'],
  [
    ['diff', 'a', '--to', 'published'],
    '--from and --to both name "published", which is the same version. Name two, as',
  ],
  [['diff', 'a', '--from', 'rSummer,published', '--to', 'rSummer'], 'both name "rSummer"'],
  [['diff', 'a', '--against', 'x'], '--against goes with --content: as in --content old.ndjson --against new.ndjson.'],
  [['diff', 'a', '--content', 'x', '--against', ''], '--against is empty; it takes a path.'],
  [['diff', 'a', '--out', ''], '--out is empty; it takes a path.'],
  [['share'], 'Name the role to share by its slug; "roleprint list" shows them.'],
  [['share', 'a', '--from', 'drafts'], '--from and --to both name "drafts"'],
  [['share', 'a', '--format', 'html'], "Unknown option '--format'."],
  [['serve', '--port', 'http'], '--port takes a number from 0 to 65535, not "http".'],
  [['serve', '--port', '65536'], '--port takes a number from 0 to 65535'],
  [['list', '--content', ''], '--content is empty; it takes a path.'],
  [['list', '--content', 'x', '--dataset', 'y'], 'not both.'],
  [['list', '--project', 'abc'], '--project and --dataset go together: --dataset is missing.'],
  [['list', '--dataset', 'abc'], '--project and --dataset go together: --project is missing.'],
  [['list', '--api-host', 'https://api.sanity.io'], '--project is missing.'],
  [['list', '--project', 'a.evil.example/', '--dataset', 'x'], '--project takes letters a-z, digits and dashes, not'],
  [['list', '--project', 'abc', '--dataset', '../x'], '--dataset takes up to 64 lower-case letters'],
  [['list', '--project', 'abc', '--dataset', 'a'.repeat(65)], '--dataset takes up to 64'],
  [['list', '--project', 'a', '--dataset', 'b', '--api-host', 'http://evil.example'], '--api-host takes an address'],
  [['list', '--project', 'a', '--dataset', 'b', '--api-host', 'https://u:p@x.example'], '--api-host takes an address'],
  [['list', '--project', 'a', '--dataset', 'b', '--api-host', 'https://x.example/path'], '--api-host takes an address'],
  [['list', '--project', 'a', '--dataset', 'b', '--api-host', 'x.example'], '--api-host takes an address'],
])('the call %j is refused with a reason', async (argv, reason) => {
  const {stdout, stderr, exitCode} = await call(...argv)
  expect(stderr).toContain(reason)
  const about = ['list', 'render', 'check', 'diff', 'share', 'serve'].find((name) => name === argv[0])
  expect(stderr).toContain(`\nRun "roleprint ${about ? `${about} ` : ''}--help" to see what there is.\n`)
  expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 64})
})

test('control characters in an argument do not reach the terminal', async () => {
  const {stderr} = await call('list', '--perspective', '\x1b]0;owned\x07\x9b2J\r\n\u202etxt')
  expect(stderr).toContain('not "\\u001b]0;owned\\u0007\\u009b2J\\u000d\\u000a\\u202etxt".')
  expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
})
