import {isDeepStrictEqual} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {strongReferencesIn} from '../../lake/index.ts'
import type {NdjsonLine, StoredDocument} from '../../local.ts'

const idsAtOnce = 300

/**
 * Documents of these lines that a load wrote and was cut off before it had made their references strong: the dataset has
 * them as they stand here, but for references that are weak. Whoever changed one since has it as it is.
 */
export async function leftWeak(
  client: SanityClient,
  lines: readonly NdjsonLine[],
  there: ReadonlySet<string>,
  isWanted: boolean,
): Promise<StoredDocument[]> {
  const own = lines.map(({document}) => document)
  const some = isWanted ? own.filter((one) => there.has(one._id) && strongReferencesIn(one).length > 0) : []
  const found = new Map<string, StoredDocument>()
  for (let from = 0; from < some.length; from += idsAtOnce) {
    const ids = some.slice(from, from + idsAtOnce).map(({_id}) => _id)
    const stored = await client.fetch<StoredDocument[]>('*[_id in $ids]', {ids}, {perspective: 'raw'})
    for (const document of stored) found.set(document._id, document)
  }
  return some.filter((document) => {
    const stored = found.get(document._id)
    if (!stored || strongReferencesIn(stored).length === strongReferencesIn(document).length) return false
    return isDeepStrictEqual(strong(written(stored)), strong(written(document)))
  })
}

const written = ({_rev, _createdAt, _updatedAt, ...rest}: StoredDocument): object => rest

/** The same without the mark of weak references. */
function strong(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(strong)
  const {_weak, ...rest} = value as Record<string, unknown>
  const entries = '_ref' in rest ? rest : (value as object)
  return Object.fromEntries(Object.entries(entries).map(([name, child]) => [name, strong(child)]))
}
