import {
  urlSearchParamPreviewPathname,
  urlSearchParamPreviewPerspective,
  urlSearchParamPreviewSecret,
} from '@sanity/preview-url-secret/constants'
import {Refusal} from '../http/refusal.ts'
import {type DraftPerspective, readPerspective} from './draft-perspective.ts'

const longestUrl = 262_144
const longestSecret = 256
const again = 'Open the preview from the Studio again.'

/** What the Studio asks for with the address that opens a preview. */
export interface PreviewLink {
  secret: string
  /** As it was sent: nothing is known of where it leads. */
  path: string | null
  /** `null` where the link names none. */
  perspective: DraftPerspective | null
}

/** Throws `Refusal` for a link without a secret, and for one that says something twice or at too great a length. */
export function readPreviewLink(url: string): PreviewLink {
  const values = url.length > longestUrl ? null : new URL(url).searchParams
  if (values === null) throw refusedLink('The link is too long.')
  const secret = single(values, urlSearchParamPreviewSecret)
  const path = single(values, urlSearchParamPreviewPathname)
  const asked = single(values, urlSearchParamPreviewPerspective)
  if (secret === null || secret.trim() === '') throw refusedLink('The link has no secret.')
  if (secret.length > longestSecret) throw refusedLink('The secret of the link is too long.')
  const perspective = asked === null ? null : readPerspective(asked)
  if (asked !== null && perspective === null) {
    throw refusedLink('The perspective of the link must be published, drafts, or a list of releases.')
  }
  return {secret, path, perspective}
}

export const refusedLink = (reason: string): Refusal => new Refusal(401, `${reason} ${again}`)

function single(values: URLSearchParams, name: string): string | null {
  const [value = null, ...more] = values.getAll(name)
  if (more.length > 0) throw refusedLink(`The link names "${name}" more than once.`)
  return value
}
