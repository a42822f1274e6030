import {createClient} from '@sanity/client'

const apiHost = process.env.SANITY_API_HOST

/** Asks for what is published. Not through the CDN: a page that is made anew because of a change must see it. */
export const client = createClient({
  projectId: process.env.NEXT_PUBLIC_SANITY_PROJECT_ID,
  dataset: process.env.NEXT_PUBLIC_SANITY_DATASET,
  apiVersion: '2025-02-19',
  useCdn: false,
  ...(apiHost && {apiHost, useProjectHostname: false}),
})
