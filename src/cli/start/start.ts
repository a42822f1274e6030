import {join} from 'node:path'
import {type Lake, startLake} from '../../lake/index.ts'
import {parseNdjsonFiles} from '../../local.ts'
import type {PreviewCommand, StartCommand} from '../command-type.ts'
import {type Content, openContent, samplePath} from '../content.ts'
import {FileError} from '../failures.ts'
import {readFiles} from '../files.ts'
import {keptCopy} from '../lake/kept-copy.ts'
import {preview} from '../preview/preview.ts'
import type {Progress} from '../progress.ts'
import {buildStudio} from './build-studio.ts'
import {studioFolder} from './studio-folder.ts'

/** How something is told that happens after the start. */
export interface Told {
  say: (text: string) => void
  progress: Progress
}

/** Brings up lake, site and Studio. What is ready works while the Studio is still being made. */
export async function start(command: StartCommand, told: Told) {
  const {data, port, sitePort} = command
  const studio = command.studio ? studioFolder() : null
  // What is open, the latest first: closed in this order, also where a later step fails.
  const open: (() => unknown)[] = []
  const close = async () => {
    for (const end of open.splice(0)) await end()
  }
  try {
    const lake = await startLake({
      ...{dataDir: data, port, seed: async () => parseNdjsonFiles(await readFiles(samplePath()))},
      ...(studio && {studio: join(studio, 'waiting')}),
    })
    open.unshift(lake.close)
    const content = await openContent({kind: 'data', path: data}, {token: undefined, timeout: 10_000})
    open.unshift(() => content.close?.())
    const site = await serveAt(content, data, {port: sitePort, studio: studio ? originOf(lake.studioUrl()) : undefined})
    open.unshift(site.close)
    if (studio) open.unshift(makeStudio(studio, {lake, frames: [originOf(site.stdout.trim())]}, told))

    const onEnter = () => `Studio   ${lake.studioUrl()}\n`
    const moved =
      port !== 0 && lake.port !== port
        ? `Port ${port} is taken, so the lake and the Studio are on port ${lake.port}.\n`
        : ''
    return {
      stdout: addresses(site.stdout.trim(), lake, studio !== null),
      stderr: keptCopy(lake.copy) + moved + site.stderr,
      close,
      ...(studio && {onEnter}),
    }
  } catch (error) {
    await close()
    throw error
  }
}

const originOf = (address: string): string => new URL(address).origin

async function serveAt(content: Content, path: string, where: Pick<PreviewCommand, 'port' | 'studio'>) {
  try {
    return await preview(content, {name: 'preview', origin: {kind: 'data', path}, ...where})
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'PortError') throw cause
    throw new FileError(cause.message.replaceAll('--port', '--site-port'), {cause})
  }
}

/** Makes the Studio once the addresses are told, with the site in its frame, and gives what ends it. */
function makeStudio(
  studio: string,
  {lake, frames}: {lake: Lake; frames: readonly string[]},
  {say, progress}: Told,
): () => Promise<void> {
  const ending = new AbortController()
  const made = new Promise((resolve) => setImmediate(resolve))
    .then(() => buildStudio(studio, progress, ending.signal))
    .then(
      (built) => {
        lake.serveStudio(built, {frames})
        say(`The Studio is ready: ${lake.studioUrl()}\n`)
      },
      (error: Error) => {
        if (!ending.signal.aborted) say(`${error.message}\nThe lake and the site go on without the Studio.\n`)
      },
    )
  return () => {
    ending.abort()
    return made
  }
}

const addresses = (site: string, lake: Lake, hasStudio: boolean): string =>
  `Site     ${site}
Lake     ${lake.url}
${hasStudio ? `Studio   ${lake.studioUrl()}\nEach address of the Studio signs one browser in, once. Press Enter for another.\n` : ''}Stop with Ctrl+C.
`
