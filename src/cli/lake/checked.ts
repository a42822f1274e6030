import type {SanityClient} from '@sanity/client'
import {assertPlain, isDocumentId, isReleaseId, strongReferencesIn} from '../../lake/index.ts'
import type {NdjsonFault, NdjsonLine} from '../../local.ts'
import {fileFault} from './assets.ts'

const largestDocument = 3_500_000
const idsAtOnce = 1000

/** Everything about the lines of a dataset that would keep them from being written, before anything is. */
export function faultsOf(lines: readonly NdjsonLine[], isThere: (id: string) => boolean): NdjsonFault[] {
  const ids = new Set(lines.map(({document}) => document._id))
  return lines.flatMap((line) => {
    const message = faultOf(line) ?? danglingIn(line, (id) => ids.has(id) || isThere(id))
    return message === null ? [] : [{file: line.file, line: line.line, column: 1, message}]
  })
}

function faultOf(line: NdjsonLine): string | null {
  const {document} = line
  if (!isDocumentId(document._id)) return `The _id ${JSON.stringify(document._id.slice(0, 140))} is malformed.`
  if (isReleaseId(document._id))
    return `"${document._id}" is a release, which only the hosted service can make. Leave it out.`
  try {
    assertPlain(document)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (Buffer.byteLength(JSON.stringify(document)) > largestDocument) return 'The document is larger than 3.5 MB.'
  return fileFault(line)
}

function danglingIn({document}: NdjsonLine, isThere: (id: string) => boolean): string | null {
  const lost = strongReferencesIn(document).find((id) => !isThere(id))
  return lost !== undefined ? `It refers to "${lost}", which is neither in these files nor in the dataset.` : null
}

/** Which of these ids the dataset has. */
export async function idsThere(client: SanityClient, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce)
    const there = await client.fetch<string[]>('*[_id in $ids]._id', {ids: some}, {perspective: 'raw'})
    for (const id of there) found.add(id)
  }
  return found
}
