import {type ClientConfig, createClient} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'
import {LayoutWithRefusals} from './refusals/layout-with-refusals.tsx'
import {noteRefusal} from './refusals/refusals.ts'

/** How many names the lake answers to besides its own, for streams alone. */
const names = 20

/** A browser opens six connections to a name, and a document takes six streams: each is given a name of its own. */
function spread(): (url: string) => string {
  let next = 0
  return (url) => {
    if (!/\/data\/(?:listen|live)/.test(url)) return url
    const spreadUrl = new URL(url)
    spreadUrl.hostname = `s${next++ % names}.${spreadUrl.hostname}`
    return spreadUrl.href
  }
}

const spreadUrl = spread()

async function asked(url: unknown, init: RequestInit): Promise<Response> {
  const answer = await fetch(spreadUrl(String(url)), init)
  await noteRefusal(init, answer)
  return answer
}

const off = {enabled: false}

/** What a Studio needs to run on an embedded lake that serves it. */
export const embeddedLake = (): Partial<WorkspaceOptions> => ({
  apiHost: `http://localhost:${globalThis.location?.port ?? ''}`,
  unstable_clientFactory: (options: ClientConfig) =>
    createClient({
      ...options,
      // Not in the client's types: how it fetches.
      ...({resolveFetch: () => asked} as object),
    }),
  auth: {
    loginMethod: 'token',
    redirectOnSingle: true,
    // The lake's own page: it tells where a new address is to be had.
    providers: [{name: 'lake', title: 'Sign in', url: `${globalThis.location?.origin ?? ''}/sign-in`}],
  },
  // These belong to the hosted service.
  ...{releases: off, scheduledDrafts: off, scheduledPublishing: off, tasks: off, mediaLibrary: off, announcements: off},
  document: {comments: off},
  studio: {components: {layout: LayoutWithRefusals}},
})
