import type {SanityClient} from '@sanity/client'
import {referencesIn, strongReferencesIn} from '../../lake/index.ts'
import type {StoredDocument} from '../../local.ts'
import {counted} from '../counted.ts'
import type {Progress} from '../progress.ts'

const mostAtOnce = 300
const bytesAtOnce = 2_000_000

/**
 * Writes documents in transactions of a few hundred. What others refer to comes first; a reference to a document that
 * comes later still is weak until all are there.
 */
export async function writeAll(
  client: SanityClient,
  documents: readonly StoredDocument[],
  there: ReadonlySet<string>,
  progress: Progress,
): Promise<void> {
  const ordered = documents.toSorted((one, other) => countOf(one) - countOf(other))
  const places = new Map(ordered.map(({_id}, place) => [_id, place]))
  const isLater = (id: string, place: number) => (places.get(id) ?? -1) > place
  const waiting = ordered.filter((document, place) => strongReferencesIn(document).some((id) => isLater(id, place)))
  const first = ordered.map((document, place) => weakened(document, (id) => isLater(id, place)) as StoredDocument)

  let done = 0
  for (const [some, kind] of [
    ...chunks(first).map((chunk) => [chunk, 'create'] as const),
    ...chunks(waiting).map((chunk) => [chunk, 'createOrReplace'] as const),
  ]) {
    const mutations = some.map((document) => ({[there.has(document._id) ? 'createOrReplace' : kind]: document}))
    await client.mutate(mutations as Parameters<typeof client.mutate>[0], {
      ...{returnDocuments: false, visibility: 'async', timeout: 120_000},
    })
    done = Math.min(done + some.length, documents.length)
    progress(`${done.toLocaleString('en')} of ${counted(documents.length, 'document')}`)
  }
}

const countOf = (document: StoredDocument): number => Number(!referencesIn(document).next().done)

function weakened(value: unknown, isLater: (id: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => weakened(item, isLater))
  const {_ref} = value as {_ref?: unknown}
  if (typeof _ref === 'string') return strongReferencesIn(value).some(isLater) ? {...value, _weak: true} : value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, weakened(child, isLater)]))
}

function chunks(documents: readonly StoredDocument[]): StoredDocument[][] {
  const found: StoredDocument[][] = []
  let bytes = 0
  for (const document of documents) {
    const size = JSON.stringify(document).length
    const last = found.at(-1)
    if (!last || last.length >= mostAtOnce || bytes + size > bytesAtOnce) {
      found.push([document])
      bytes = size
    } else {
      last.push(document)
      bytes += size
    }
  }
  return found
}
