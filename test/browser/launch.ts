import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome']

// A closed network refuses what Chromium asks for by itself, many times at each start.
const closedNetwork = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** Chromium: the one that `CHROME_PATH` names, else the system's, else the one in an npm package. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = process.env.CHROME_PATH || installed.find((path) => existsSync(path))
  return chromium.launch({
    executablePath: path ?? (await packagedChromium()),
    args: [...closedNetwork, ...more, '--disable-gpu', '--no-sandbox'],
  })
}

async function packagedChromium(): Promise<string> {
  const {default: packaged} = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
