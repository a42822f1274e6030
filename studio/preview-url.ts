import type {PreviewUrlResolverOptions} from 'sanity/presentation'
import {isEmbedded} from './project.ts'

/** The preview's address, where the Studio runs on a Sanity project. */
const named = process.env.SANITY_STUDIO_PREVIEW_URL

export const hasPreview = isEmbedded || Boolean(named)

/** Beside an embedded lake the preview takes the next free port, so the lake that serves the Studio is told, and tells. */
async function embeddedPreview(): Promise<string> {
  const answer = await fetch('/frames.json')
  const [address]: string[] = answer.ok ? await answer.json() : []
  if (!address) throw new Error('No preview runs beside this lake. Start both with `npm start`.')
  return address
}

export const previewUrl: PreviewUrlResolverOptions = {
  initial: named || embeddedPreview,
  previewMode: {enable: '/preview/enable', disable: '/preview/disable'},
}
