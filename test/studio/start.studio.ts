import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {launchBrowser} from '../browser/launch.ts'

const root = resolve(import.meta.dirname, '../..')

/** What the browser itself wrote down about the network. */
interface NetLog {
  constants: {logEventTypes: Record<string, number>}
  events: {type: number; params?: {url?: string; host?: string; address?: string}}[]
}

// A Chromium that is installed asks these of Google by itself, whatever it is told; none of them is answered here.
const isOfTheBrowser =
  /^https?:\/\/(?:update|content-autofill)\.googleapis\.com\/|^https:\/\/accounts\.google\.com\/ListAccounts\?/
const ownHostsAreUnknown = '--host-resolver-rules=MAP *.googleapis.com ~NOTFOUND,MAP accounts.google.com ~NOTFOUND'

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roleprint-start-'))
  const netLog = join(folder, 'network.json')
  let program: ChildProcess
  let output = ''

  const begin = async (port: string, sitePort: string) => {
    output = ''
    const ports = ['--port', port, '--site-port', sitePort]
    const command = ['dist/cli.js', 'start', '--data', join(folder, 'data'), ...ports]
    program = spawn(process.execPath, command, {cwd: root, stdio: ['pipe', 'pipe', 'pipe']})
    for (const stream of [program.stdout, program.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    await vi.waitFor(() => expect(output).toContain('The Studio is ready'), {timeout: 110_000})
  }
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((done) => program.once('exit', done))
    program.kill(signal)
    await ended
  }

  beforeAll(() => begin('0', '0'))
  afterAll(() => {
    program.kill('SIGKILL')
    rmSync(folder, {recursive: true, force: true})
  })

  const addressOf = (part: string): string => new RegExp(`^${part} +(\\S+)$`, 'm').exec(output)?.[1] ?? ''

  it('says where site, lake and Studio are', async () => {
    expect(await (await fetch(addressOf('Site'))).text()).toContain('Machine Learning Engineer')
    expect((await fetch(`${addressOf('Lake')}/v1/ping`)).ok).toBe(true)
    expect(addressOf('Studio')).toMatch(/^http:\/\/studio\.local\.localhost:\d+\/sign-in#sid=/)
  })

  it('opens a Studio that is signed in, and nothing of it leaves this computer', async () => {
    const browser = await launchBrowser([`--log-net-log=${netLog}`, ownHostsAreUnknown])
    const page = await browser.newPage({viewport: {width: 1600, height: 900}})
    const uncaught: string[] = []
    page.on('pageerror', (error) => uncaught.push(error.message))
    await page.goto(addressOf('Studio'))
    await page.getByText('All roles').click()
    await page.getByText('Data Engineer', {exact: true}).click()
    await page.getByTestId('roleprint-text').getByText('Data Engineer — Job Description').waitFor()
    await page.getByTestId('field-title').getByRole('textbox').fill('Data Plumber')
    await page.getByTestId('roleprint-text').getByText('Data Plumber — Job Description').waitFor()
    const publish = page.getByTestId('action-publish').first()
    await expect.poll(() => publish.isEnabled(), {timeout: 20_000}).toBe(true)
    await publish.click()
    await expect.poll(() => publish.isEnabled(), {timeout: 20_000}).toBe(false)
    await page.waitForTimeout(1000)
    await browser.close()
    expect(uncaught).toEqual([])

    const {constants, events} = JSON.parse(readFileSync(netLog, 'utf8')) as NetLog
    const asked = (name: string) => events.filter(({type}) => type === constants.logEventTypes[name])
    const hosts = asked('URL_REQUEST_START_JOB').flatMap(({params}) => params?.url ?? [])
    expect(hosts.length).toBeGreaterThan(20)
    const isHere = (url: string) => /(?:^|\.)localhost$|^127\.0\.0\.1$/.test(new URL(url).hostname)
    expect(hosts.filter((url) => /^(?:http|ws)s?:/.test(url) && !isHere(url) && !isOfTheBrowser.test(url))).toEqual([])
    const connected = asked('TCP_CONNECT_ATTEMPT').flatMap(({params}) => params?.address ?? [])
    expect(connected.length).toBeGreaterThan(5)
    expect(connected.filter((address) => !/^(?:127\.0\.0\.1|\[::1\]):/.test(address))).toEqual([])
  })

  it('says what to do where an address was used, and gives another one for Enter', async () => {
    const browser = await launchBrowser()
    const page = await (await browser.newContext()).newPage()
    await page.goto(addressOf('Studio'))
    await page.getByText('This one has been used').waitFor()
    // A bare address leads there too.
    await page.goto(new URL(addressOf('Studio')).origin)
    await page.getByText('press Enter in the terminal').waitFor()
    const before = output.length
    program.stdin?.write('\n')
    await vi.waitFor(() => expect(output.slice(before)).toMatch(/^Studio +http.*\n/), {timeout: 10_000})
    await page.goto(/http\S+/.exec(output.slice(before))?.[0] ?? '')
    await page.getByText('All roles').waitFor()
    await browser.close()
  })

  it('keeps what was typed though it is killed', async () => {
    const browser = await launchBrowser()
    const page = await browser.newPage({viewport: {width: 1600, height: 900}})
    // The address that was printed at first has signed a browser in already.
    await page.goto(addressOf('The Studio is ready:'))
    await page.getByText('All roles').click()
    await page.getByText('HR Manager', {exact: true}).click()
    await page.getByTestId('roleprint-text').getByText('HR Manager — Job Description').waitFor()
    await page.getByTestId('field-title').getByRole('textbox').fill('People Manager')
    await page
      .getByTestId('pane-footer-document-status')
      .first()
      .getByText(/Saved|Edited/)
      .waitFor()
    const [port = '', sitePort = ''] = ['Lake', 'Site'].map((part) => new URL(addressOf(part)).port)
    await end('SIGKILL')
    await begin(port, sitePort)
    await page.reload()
    await page.getByTestId('roleprint-text').getByText('People Manager — Job Description').waitFor()
    await browser.close()
  })

  it('ends with everything it started', async () => {
    await end('SIGINT')
    await expect(fetch(addressOf('Site'))).rejects.toThrow()
    await expect(fetch(addressOf('Lake'))).rejects.toThrow()
  })
})
