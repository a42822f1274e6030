import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {type Outcome, run} from '../../src/cli/run.ts'
import {commandIn} from '../../src/cli/start/command.ts'
import {fingerprint, studioFolder} from '../../src/cli/start/studio-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'roleprint-start-'))
const started: Outcome[] = []
afterEach(async () => {
  for (const outcome of started.splice(0)) await outcome.close?.()
  rmSync(folder, {recursive: true, force: true})
})

const start = async (...args: string[]) => {
  const outcome = await run(['start', '--data', folder, '--port', '0', '--site-port', '0', ...args], {})
  started.push(outcome)
  return outcome
}

describe('roleprint start', () => {
  it('brings up a lake and the site that shows its roles, drafts too', async () => {
    const {stdout, stderr, exitCode} = await start('--no-studio')
    expect([stderr, exitCode]).toEqual(['', 0])
    const [, site, lake] = /^Site +(\S+)\nLake +(\S+)\nStop with Ctrl\+C\.\n$/.exec(stdout) ?? []
    expect((await fetch(`${lake}/v1/ping`)).ok).toBe(true)
    expect(await (await fetch(`${site}`)).text()).toContain('Data Engineer')
    expect(await (await fetch(`${site}?perspective=drafts`)).text()).toContain('Content Strategist')
  })

  it('leaves data alone that another start has open', async () => {
    const {stdout} = await start('--no-studio')
    const [, site] = /^Site +(\S+)$/m.exec(stdout) ?? []
    await start('--no-studio').then(({exitCode, stderr}) => {
      expect(exitCode).toBe(3)
      expect(stderr).toMatch(/in use/)
    })
    expect((await fetch(`${site}`)).ok).toBe(true)
  })

  it('ends all it started', async () => {
    const {stdout, close} = await start('--no-studio')
    await close?.()
    started.pop()
    const addresses = [...stdout.matchAll(/http:\S+/g)].map(([address]) => address)
    expect(addresses).toHaveLength(2)
    for (const address of addresses) await expect(fetch(address)).rejects.toThrow()
  })

  it('leaves nothing running where one part cannot start', async () => {
    const taken = createServer().listen(65535, '127.0.0.1')
    await once(taken, 'listening')
    const {stderr, exitCode} = await run(
      ['start', '--no-studio', '--data', folder, '--port', '0', '--site-port', '65535'],
      {},
    )
    taken.close()
    expect(exitCode).toBe(3)
    expect(stderr).toContain('--site-port')
    // Its data is free again.
    expect((await start('--no-studio')).exitCode).toBe(0)
  })

  it.each([
    [['--site-port', 'x'], '--site-port takes a number from 0 to 65535, not "x".'],
    [['--studio'], "Unknown option '--studio'."],
    [['more'], 'There is one argument too many: "more".'],
  ])('says what is wrong with %j', async (args, message) => {
    const {stderr, exitCode} = await run(['start', ...args], {})
    expect(stderr).toContain(message)
    expect(exitCode).toBe(64)
  })
})

describe('a program that is run on the way', () => {
  const env = {}
  const told: string[] = []
  const progress = (text: string) => void told.push(text)

  it('is told of while it runs', async () => {
    await commandIn('.', {env, progress, signal: new AbortController().signal})('Asking npm', 'npm', ['--version'])
    expect(told[0]).toBe('Asking npm: 0 s')
  })

  it('fails with its own last words', async () => {
    const run = commandIn('.', {env, progress, signal: new AbortController().signal})
    await expect(run('Asking npm', 'npm', ['run', 'no-such-script'])).rejects.toThrow(
      /^Asking npm did not work:\n[\s\S]*no-such-script/,
    )
  })

  it('ends where all ends', async () => {
    const ending = new AbortController()
    const running = commandIn('.', {env, progress, signal: ending.signal})('Waiting', 'npm', ['--version'])
    ending.abort()
    await expect(running).rejects.toThrow()
  })
})

describe('the Studio of a checkout', () => {
  it('is found, and named by what it is built from', () => {
    const studio = studioFolder() ?? ''
    expect(studio).toMatch(/studio$/)
    expect(fingerprint(studio)).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprint(studio)).toBe(fingerprint(studio))
  })
})
