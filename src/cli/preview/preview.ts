import {randomBytes} from 'node:crypto'
import {type Followed, follow} from '../../index.ts'
import {draftMode} from '../../preview.ts'
import type {PreviewCommand} from '../command-type.ts'
import type {Content} from '../content.ts'
import {printableLine} from '../printable.ts'
import type {Studio} from '../site/address.ts'
import {startServer} from '../site/server.ts'
import {createPreviewSite} from './preview-site.ts'
import {Viewers} from './viewers.ts'

/** Starts the preview: the site, following what is written. It runs until it is closed. */
export async function preview(content: Content, {port: wanted, studio: studioUrl}: PreviewCommand) {
  const studio = studioOf(content, studioUrl)
  const viewers = new Viewers()
  const mode = draftMode({
    client: content.source,
    // No session outlives this program.
    secret: randomBytes(32).toString('base64url'),
    ...(studio && {studioUrl: studio.studioUrl}),
    // Cookies know no ports: two previews on one computer would end each other's sessions.
    cookieName: `roleprint-preview-${randomBytes(4).toString('hex')}`,
  })
  const {port, close} = await startServer(createPreviewSite({content, mode, studio, viewers}), wanted)
  const ending = new AbortController()
  const following = content.client
    ? keepUp(content.client, viewers, {signal: ending.signal, includeDrafts: content.lake?.token !== undefined})
    : viewers.status({isLive: false, message: 'These are files: load the page again to see a change'})
  const isOther = wanted !== 0 && port !== wanted
  return {
    stdout: `http://localhost:${port}/\n`,
    stderr: isOther ? `Port ${wanted} is taken, so the preview is on port ${port}.\n` : '',
    close: async () => {
      ending.abort()
      viewers.close()
      await Promise.all([following, close()])
    },
  }
}

/** Tells the viewers what is heard, until it ends. */
async function keepUp(client: Followed, viewers: Viewers, options: {signal: AbortSignal; includeDrafts: boolean}) {
  for await (const event of follow(client, options)) {
    if (event.type !== 'status') void viewers.changed()
    else if (event.status === 'live') viewers.status({isLive: true, message: 'Live'})
    else viewers.status({isLive: false, message: waitingWords(event)})
  }
}

function waitingWords({status, message}: {status: string; message: string | null}): string {
  if (status === 'connecting') return 'Not live: connecting'
  const reason = message === null ? '' : ` (${printableLine(message)})`
  return status === 'polling' ? 'Follows every half a minute' : `Not live: connecting again${reason}`
}

/** A lake on this computer serves its Studio itself, on the same port. */
function studioOf({lake}: Content, studioUrl: string | undefined): Studio | null {
  if (!lake) return null
  const own = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(lake.host)
  const url = studioUrl ?? (own ? `http://localhost:${own[1]}` : null)
  return url === null ? null : {studioUrl: url, nonce: randomBytes(16).toString('base64url')}
}
