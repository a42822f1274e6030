import type {Perspective} from './source.ts'
import type {StoredDocument} from './stored-document.ts'

/**
 * The documents a perspective shows, as Content Lake shows them. `published` leaves drafts and versions out. `drafts`
 * and a stack of releases lay theirs over what is published, under the published `_id`, so that references reach them;
 * `_originalId` tells which stored document answers. In a stack the first name wins.
 *
 * Throws `RangeError` for a name that is no perspective.
 */
export function inPerspective(documents: readonly StoredDocument[], perspective: Perspective): StoredDocument[] {
  if (perspective === 'published') return documents.filter(({_id}) => placeOf(_id)?.layer === 'published')
  if (perspective === 'drafts') return overlay(documents, ['drafts'])
  if (typeof perspective === 'string' || perspective.includes('raw')) {
    if (String(perspective) === 'raw') return [...documents]
    throw new RangeError(
      `There is no perspective "${perspective}". Use published, drafts, raw, or a list of release names.`,
    )
  }
  return overlay(documents, perspective)
}

function overlay(documents: readonly StoredDocument[], names: readonly string[]): StoredDocument[] {
  const layers = [...names.map(layerNamed), 'published']
  const winners = new Map<string, {rank: number; document: StoredDocument}>()
  for (const document of documents) {
    const place = placeOf(document._id)
    const rank = place ? layers.indexOf(place.layer) : -1
    if (!place || rank < 0 || rank >= (winners.get(place.id)?.rank ?? layers.length)) continue
    winners.set(place.id, {rank, document: {...document, _id: place.id, _originalId: document._id}})
  }
  return [...winners.values()].map(({document}) => document).filter((document) => !isUnpublishedByRelease(document))
}

const layerNamed = (name: string) => (name === 'drafts' || name === 'published' ? name : `versions.${name}`)

/** Where a document belongs: its published id, and the layer that holds this version. `null` for an id of no use. */
function placeOf(storedId: string): {id: string; layer: string} | null {
  const [, layer, id] = /^(drafts|versions\.[^.]+)\.(.+)$/.exec(storedId) ?? []
  if (layer !== undefined && id !== undefined) return {id, layer}
  return /^(drafts|versions)\./.test(storedId) ? null : {id: storedId, layer: 'published'}
}

/** A release that will unpublish a document holds a version of it that says so. */
function isUnpublishedByRelease({_originalId, _system}: StoredDocument): boolean {
  if (typeof _system !== 'object' || _system === null || !String(_originalId).startsWith('versions.')) return false
  return 'delete' in _system && _system.delete === true
}
