import {join} from 'node:path'
import {startLake} from '../../lake/index.ts'
import {parseNdjsonFiles} from '../../local.ts'
import type {StartCommand} from '../commands.ts'
import {openContent, samplePath} from '../content.ts'
import {readFiles} from '../files.ts'
import type {Progress} from '../lake/load.ts'
import {serve} from '../serve/serve.ts'
import {buildStudio} from './build-studio.ts'
import {studioFolder} from './studio-folder.ts'

/** How something is told that happens after the start. */
export interface Told {
  say: (text: string) => void
  progress: Progress
}

/** Brings up lake, site and Studio. What is ready works while the Studio is still being made. */
export async function start(command: StartCommand, {say, progress}: Told) {
  const {data, port, sitePort} = command
  const studio = command.studio ? studioFolder() : null
  const lake = await startLake({
    ...{dataDir: data, port, seed: async () => parseNdjsonFiles(await readFiles(samplePath()))},
    ...(studio && {studio: join(studio, 'waiting')}),
  })
  const content = await openContent({kind: 'data', path: data}, {token: undefined, timeout: 10_000})
  const site = await serve(content, {name: 'serve', origin: {kind: 'data', path: data}, port: sitePort})

  const ending = new AbortController()
  const studioReady = studio
    ? buildStudio(studio, progress, ending.signal).then(
        (built) => {
          lake.serveStudio(built)
          say(`The Studio is ready: ${lake.studioUrl()}\n`)
        },
        (error: Error) => {
          if (!ending.signal.aborted) say(`${error.message}\nThe lake and the site go on without the Studio.\n`)
        },
      )
    : Promise.resolve()

  const close = async () => {
    ending.abort()
    await Promise.all([studioReady, site.close()])
    await content.close?.()
    await lake.close()
  }
  const moved =
    port !== 0 && lake.port !== port
      ? `Port ${port} is taken, so the lake and the Studio are on port ${lake.port}.\n`
      : ''
  return {stdout: addresses(site.stdout.trim(), lake, studio !== null), stderr: moved + site.stderr, close}
}

const addresses = (site: string, lake: {url: string; studioUrl(): string}, hasStudio: boolean): string =>
  `Site     ${site}
Lake     ${lake.url}
${hasStudio ? `Studio   ${lake.studioUrl()}\n` : ''}Stop with Ctrl+C.
`
