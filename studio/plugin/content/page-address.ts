import {type RoleDraft, rolePath, roleUrl} from 'roleprint'
import type {SanityClient} from 'sanity'

interface Found {
  role: Pick<RoleDraft, 'slug' | 'language'> | null
  site: RoleDraft['site']
}

const pageQuery = `{
  "role": *[_type == "role" && _id == $id][0]{"slug": slug.current, language},
  "site": *[_type == "siteSettings" && _id == "siteSettings"][0]{
    organizationName, siteUrl, "rolesPath": coalesce(rolesPath, "/roles"), language
  }
}`

/** Where the page of a published role is: in the preview beside an embedded lake, else on the site. `null` where neither is known. */
export async function pageAddress(client: SanityClient, id: string): Promise<string | null> {
  const {role, site} = await client.fetch<Found>(pageQuery, {id}, {perspective: 'published'})
  if (!role) return null
  const preview = await embeddedPreview()
  if (preview === null) return roleUrl({...role, site} as RoleDraft)
  const ofPreview = {organizationName: null, siteUrl: null, rolesPath: '/roles', language: site?.language ?? null}
  const path = rolePath(ofPreview, role.slug, role.language)
  return path && preview + path
}

/** Only a lake that serves this Studio answers this. */
async function embeddedPreview(): Promise<string | null> {
  const answer = await fetch('/frames.json').catch(() => null)
  const isList = answer?.ok && /json/.test(answer.headers.get('content-type') ?? '')
  const [address]: unknown[] = isList ? await answer.json().catch(() => []) : []
  return typeof address === 'string' ? new URL(address).origin : null
}
