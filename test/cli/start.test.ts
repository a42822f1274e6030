import {spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {type Outcome, run} from '../../src/cli/run.ts'
import {buildStudio} from '../../src/cli/start/build-studio.ts'
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

  it('takes what it started along where all ends', async () => {
    const place = mkdtempSync(join(tmpdir(), 'roleprint-command-'))
    const sleep = `node -e "require('fs').writeFileSync('pid', String(process.pid)); setTimeout(() => {}, 30000)"`
    writeFileSync(join(place, 'package.json'), JSON.stringify({scripts: {sleep}}))
    const ending = new AbortController()
    const running = commandIn(place, {env, progress, signal: ending.signal})('Sleeping', 'npm', ['run', 'sleep'])
    const ended = expect(running).rejects.toThrow('Sleeping was stopped.')
    await vi.waitFor(() => expect(readFileSync(join(place, 'pid'), 'utf8')).not.toBe(''), {timeout: 10_000})
    const pid = Number(readFileSync(join(place, 'pid'), 'utf8'))
    ending.abort()
    await ended
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), {timeout: 3000})
    rmSync(place, {recursive: true})
  }, 20_000)

  it('is npm, whatever package manager this was started with', async () => {
    vi.stubEnv('npm_execpath', join(tmpdir(), 'pnpm.cjs'))
    try {
      await commandIn('.', {env, progress, signal: new AbortController().signal})('Asking npm', 'npm', ['--version'])
    } finally {
      vi.unstubAllEnvs()
    }
  })
})

describe('making the Studio', () => {
  const make = (told: string[] = [], signal = new AbortController().signal) => {
    const studio = join(mkdtempSync(join(tmpdir(), 'roleprint-studio-')), 'studio')
    mkdirSync(studio)
    return {
      studio,
      lock: join(studio, '.roleprint-building'),
      run: () => buildStudio(studio, (text) => void told.push(text), signal),
    }
  }
  const hold = (lock: string, pid: number | undefined) => {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(pid))
  }

  it('says what is missing, and lets others have a go', async () => {
    const {studio, lock, run} = make()
    await expect(run()).rejects.toThrow(`${studio} has no package-lock.json.`)
    expect(existsSync(lock)).toBe(false)
  })

  it('waits for another start that is at it', async () => {
    const told: string[] = []
    const {lock, run} = make(told)
    hold(lock, process.pid)
    const running = expect(run()).rejects.toThrow('package-lock.json')
    await setTimeout(100)
    expect(told).toEqual(['Waiting for another start that is making the Studio'])
    rmSync(lock, {recursive: true})
    await running
  })

  it('waits no longer where all ends', async () => {
    const ending = new AbortController()
    const {lock, run} = make([], ending.signal)
    hold(lock, process.pid)
    const running = expect(run()).rejects.toThrow()
    ending.abort()
    await running
    expect(existsSync(lock)).toBe(true)
  })

  it('takes over from one that is gone', async () => {
    const {lock, run} = make()
    hold(lock, spawnSync(process.execPath, ['--version']).pid)
    await expect(run()).rejects.toThrow('package-lock.json')
    expect(existsSync(lock)).toBe(false)
  })

  it('vouches for no half build', async () => {
    const {studio, run} = make()
    for (const folder of ['node_modules', 'dist', 'plugin', 'waiting']) mkdirSync(join(studio, folder))
    mkdirSync(join(studio, '..', 'dist'))
    writeFileSync(join(studio, 'package.json'), JSON.stringify({scripts: {build: 'exit 1'}}))
    writeFileSync(join(studio, 'package-lock.json'), '{}')
    writeFileSync(join(studio, 'node_modules', '.roleprint'), '{}')
    writeFileSync(join(studio, 'dist', '.roleprint'), 'of other sources')
    await expect(run()).rejects.toThrow('Building the Studio did not work')
    expect(existsSync(join(studio, 'dist', '.roleprint'))).toBe(false)
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
