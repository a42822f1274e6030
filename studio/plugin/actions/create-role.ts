import type {SanityClient, SanityDocument} from 'sanity'
import {draftId} from '../content/document-ids.ts'

const longestSlug = 96

/** Makes a draft that begins as another role. Its address follows its title, unless another role has that one. */
export async function createRole(
  client: SanityClient,
  role: SanityDocument,
  own: Record<string, unknown> & {title: string},
): Promise<string> {
  const id = crypto.randomUUID()
  const current = slugOf(own.title)
  const isTaken =
    current === '' ||
    (await client.fetch<boolean>(
      'count(*[_type == "role" && slug.current == $current]) > 0',
      {current},
      {perspective: 'raw'},
    ))
  await client.create({
    ...contentOf(role),
    ...(!isTaken && {slug: {_type: 'slug', current}}),
    ...own,
    ...{_id: draftId(id), _type: 'role'},
  })
  return id
}

/** Small letters, digits and single hyphens: what the rule for slugs allows. */
const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '')

/** What a copy takes over: all that is written, but what makes a document the one it is. */
function contentOf(role: Record<string, unknown>): Record<string, unknown> {
  const own = ['slug', 'reviewedOn', 'seoTitle', 'seoDescription']
  return Object.fromEntries(Object.entries(role).filter(([key]) => !key.startsWith('_') && !own.includes(key)))
}
