import {type Perspective, type Source, SourceError} from '../../index.ts'
import type {StoredDocument} from '../../local.ts'

const types = ['role', 'responsibility', 'skill', 'tool', 'kpi', 'person', 'siteSettings', 'sanity.imageAsset']
const page = 1000
const query = `*[_type in $types && _id > $after] | order(_id)[0...${page}]`

/** Every document of our types, a thousand at a time: one answer of a hosted dataset has its limits. Throws `SourceError`. */
export async function allDocuments(source: Source, perspective: Perspective): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = []
  for (;;) {
    const after = documents.at(-1)?._id ?? ''
    const some = await fetched(source, {types, after}, perspective)
    documents.push(...some)
    if (some.length < page) return documents
  }
}

async function fetched(source: Source, params: Record<string, unknown>, perspective: Perspective) {
  const answer = await source.fetch(query, params, {perspective})
  if (!Array.isArray(answer))
    throw new SourceError('The source answered, but there was no list of documents in its answer.')
  return answer as StoredDocument[]
}
