import {createClient} from '@sanity/client'

const {PUBLIC_SANITY_PROJECT_ID, PUBLIC_SANITY_DATASET, SANITY_API_HOST} = import.meta.env

/** Asks for what is published, while the site is built. */
export const client = createClient({
  projectId: PUBLIC_SANITY_PROJECT_ID,
  dataset: PUBLIC_SANITY_DATASET,
  apiVersion: '2025-02-19',
  useCdn: false,
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST, useProjectHostname: false}),
})
