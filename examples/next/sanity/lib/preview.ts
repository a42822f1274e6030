import {revalidateTag} from 'next/cache'
import {draftMode, webhook} from 'roleprint/preview'
import {client} from './client'

/** Sees drafts. Only what runs on the server may import this file: in a browser it throws. */
export const draftClient = client.withConfig({token: process.env.SANITY_API_READ_TOKEN})

export const studioUrl = process.env.NEXT_PUBLIC_SANITY_STUDIO_URL

export const draft = draftMode({
  client: draftClient,
  secret: process.env.DRAFT_SECRET ?? '',
  studioUrl,
  onError: console.error,
})

export const contentChanged = webhook({
  source: client,
  secret: process.env.WEBHOOK_SECRET ?? '',
  onError: console.error,
  onChange({tags}) {
    // At once: whoever comes next waits for the new page, and nobody is shown the old one.
    for (const tag of tags) revalidateTag(tag, {expire: 0})
  },
})
