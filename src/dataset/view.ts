import {layersOf, type Perspective, placeOf, storedIdIn} from './perspective.ts'
import {Recent} from './recent.ts'
import {referencesIn} from './references-in.ts'
import type {StoredDocument} from './stored-document.ts'

const listsKept = 50

interface MadeList {
  list: StoredDocument[]
  of: string
  from: StoredDocument[]
}

export interface ViewSettings {
  isPublic?: boolean
  /** Documents are looked through for references only once somebody asks by them: where few do, and all that come go again. */
  findsReferencesLate?: boolean
}

/**
 * The documents one perspective shows, kept in step with the store and found by id, type, slug and by what they refer
 * to. Drafts and releases answer under the published `_id`, so that references reach them; `_originalId` tells which
 * stored document it is. A public view has no document whose id has a dot.
 */
export class View {
  readonly byId = new Map<string, StoredDocument>()
  readonly #stored: ReadonlyMap<string, StoredDocument>
  readonly #layers: readonly string[] | 'raw'
  readonly #isOverlay: boolean
  readonly #isPublic: boolean
  readonly #index = new Map<string, Map<string, StoredDocument>>()
  /** What has been listed since it last changed. Asking for many documents again and again is the usual case. */
  readonly #lists = new Map<string, StoredDocument[]>()
  readonly #made = new Recent<string, MadeList>(listsKept)
  /** Whether the index has references. Looking for them takes the longest, and some never ask. */
  #hasReferences: boolean

  constructor(stored: ReadonlyMap<string, StoredDocument>, perspective: Perspective, settings: ViewSettings = {}) {
    const {isPublic = false, findsReferencesLate = false} = settings
    this.#isPublic = isPublic
    this.#hasReferences = !findsReferencesLate
    this.#stored = stored
    this.#layers = layersOf(perspective)
    this.#isOverlay = perspective !== 'published' && this.#layers !== 'raw'
    for (const storedId of stored.keys()) this.update(storedId)
  }

  get all(): StoredDocument[] {
    return this.#listed('', this.byId)
  }

  /** The documents under one key of the index, by id: the one order that does not depend on what was written when. */
  under(key: string): StoredDocument[] {
    if (!this.#hasReferences && key.startsWith(keys.refersTo)) this.#addReferences()
    return this.#listed(key, this.#index.get(key))
  }

  /** A list made from the documents under one key, made anew when one of them has changed. */
  list(name: string, make: (name: string) => {list: StoredDocument[]; of: string}): StoredDocument[] {
    const known = this.#made.get(name)
    if (known && known.from === this.under(known.of)) return known.list
    const {list, of} = make(name)
    this.#made.set(name, {list, of, from: this.under(of)})
    return list
  }

  /** Looks again at a stored document that was written or is gone. */
  update(storedId: string): void {
    const place = this.#layers === 'raw' ? {id: storedId} : placeOf(storedId)
    if (!place || (this.#isPublic && place.id.includes('.'))) return
    const before = this.byId.get(place.id)
    const after = this.#answerFor(place.id)
    if (before === after) return
    const keysAfter = new Set(after ? this.#keysOf(after) : [])
    for (const key of before ? this.#keysOf(before) : []) if (!keysAfter.has(key)) this.#drop(key, place.id)
    this.#lists.delete('')
    if (after) this.byId.set(place.id, after)
    else this.byId.delete(place.id)
    for (const key of keysAfter) this.#put(key, after as StoredDocument)
  }

  #addReferences(): void {
    for (const document of this.byId.values()) for (const key of referenceKeysOf(document)) this.#put(key, document)
    this.#hasReferences = true
  }

  #keysOf(document: StoredDocument): string[] {
    return this.#hasReferences ? [...keysOf(document), ...referenceKeysOf(document)] : keysOf(document)
  }

  #answerFor(id: string): StoredDocument | undefined {
    if (this.#layers === 'raw') return this.#stored.get(id)
    for (const layer of this.#layers) {
      const document = this.#stored.get(storedIdIn(layer, id))
      if (!document) continue
      if (layer.startsWith('versions.') && isUnpublishing(document)) return undefined
      return this.#isOverlay ? {...document, _id: id, _originalId: document._id} : document
    }
    return undefined
  }

  #put(key: string, document: StoredDocument): void {
    const documents = this.#index.get(key) ?? new Map<string, StoredDocument>()
    this.#index.set(key, documents.set(document._id, document))
    this.#lists.delete(key)
  }

  #drop(key: string, id: string): void {
    const documents = this.#index.get(key)
    documents?.delete(id)
    if (documents?.size === 0) this.#index.delete(key)
    this.#lists.delete(key)
  }

  #listed(key: string, documents: ReadonlyMap<string, StoredDocument> | undefined): StoredDocument[] {
    if (!documents) return []
    const list = this.#lists.get(key) ?? [...documents.values()].sort(byId)
    this.#lists.set(key, list)
    return list
  }
}

// What was in order stays so when one more comes, which sorting makes use of.
const byId = ({_id: one}: StoredDocument, {_id: other}: StoredDocument): number =>
  one < other ? -1 : one > other ? 1 : 0

/** Keys of the index. Each names the value a filter asks for. */
export const keys = {type: 'type:', slug: 'slug:', refersTo: 'refersTo:'} as const

function keysOf(document: StoredDocument): string[] {
  const slug = (document.slug as {current?: unknown} | undefined)?.current
  return [keys.type + document._type, ...(typeof slug === 'string' ? [keys.slug + slug] : [])]
}

const referenceKeysOf = (document: StoredDocument): string[] =>
  [...referencesIn(document)].map(({id}) => keys.refersTo + id)

/** A release that will unpublish a document holds a version of it that says so. */
const isUnpublishing = ({_system}: StoredDocument): boolean =>
  typeof _system === 'object' && _system !== null && 'delete' in _system && _system.delete === true
