import {strongReferencesIn} from '../../dataset/references-in.ts'
import {MutationError} from '../failure.ts'
import type {Store} from '../store/store.ts'
import type {NewChange} from '../store/transaction.ts'
import type {LakeDocument} from './document.ts'
import {Effort} from './effort.ts'

interface Touched {
  before: string | null
  after: string | null
  /** What the document refers to strongly. */
  links: string[]
  mutations: object[]
  /** Which of the mutations touched it last. */
  index: number
}

/** The documents as they are within a transaction that has not been committed. */
export class Workspace {
  /** Which of the mutations is being carried out. */
  index = 0
  readonly effort = new Effort()
  readonly #store: Store
  readonly #rev: string
  readonly #timestamp: string
  readonly #touched = new Map<string, Touched>()

  constructor(store: Store, rev: string, timestamp: string) {
    this.#store = store
    this.#rev = rev
    this.#timestamp = timestamp
  }

  /** A copy of the document as it is now, or `null`. */
  get(id: string): LakeDocument | null {
    this.effort.spend(this.size(id))
    return this.after(id)
  }

  /** The same, once all is done: what was written is told, whatever that takes. */
  after(id: string): LakeDocument | null {
    const body = this.#body(id)
    return body === null ? null : JSON.parse(body)
  }

  has(id: string): boolean {
    const touched = this.#touched.get(id)
    return touched ? touched.after !== null : this.#store.has(id)
  }

  /** The length of the document's JSON. */
  size(id: string): number {
    return this.#body(id)?.length ?? 0
  }

  /** Keeps the document, with revision and dates. Listeners are told `mutation`, or that the whole was `create`d. */
  put(document: LakeDocument, mutation: 'create' | 'createOrReplace' | object = 'createOrReplace'): void {
    const {_rev, _createdAt = this.#timestamp, _updatedAt = this.#timestamp, ...rest} = document
    const stamped = {...rest, _createdAt, _updatedAt, _rev: this.#rev} as LakeDocument
    const told = typeof mutation === 'string' ? {[mutation]: stamped} : mutation
    const body = JSON.stringify(stamped)
    this.effort.spend(2 * body.length)
    this.#touch(document._id, told, body, strongReferencesIn(stamped))
  }

  delete(id: string): void {
    this.#touch(id, {delete: {id}}, null, [])
  }

  /** Everything that has changed. Throws `MutationError` where a strong reference would lead nowhere. */
  changes(): NewChange[] {
    return [...this.#touched].flatMap(([documentId, {before, after, links, mutations, index}]) => {
      if (before === null && after === null) return []
      this.index = index
      if (after === null) this.#assertUnreferenced(documentId)
      for (const target of links) this.#assertExists(target, documentId, before)
      return [{documentId, before, after, mutations, links}]
    })
  }

  #assertUnreferenced(id: string): void {
    const referrers = this.#store.referrers(id).filter((source) => {
      const touched = this.#touched.get(source)
      return touched ? touched.links.includes(id) : true
    })
    if (referrers.length === 0) return
    throw new MutationError(
      409,
      'documentHasExistingReferencesError',
      `Document "${id}" cannot be deleted as there are references to it from "${referrers[0]}"`,
      {id, referencingIDs: referrers},
    )
  }

  #assertExists(target: string, source: string, before: string | null): void {
    if (this.has(target) || (before !== null && strongReferencesIn(JSON.parse(before)).includes(target))) return
    throw new MutationError(
      409,
      'documentReferenceDoesNotExistError',
      `Document "${source}" references non-existent document "${target}"`,
      {id: source, referenceID: target},
    )
  }

  #body(id: string): string | null {
    const touched = this.#touched.get(id)
    return touched ? touched.after : this.#store.body(id)
  }

  #touch(id: string, mutation: object, after: string | null, links: string[]): void {
    const known = this.#touched.get(id)
    const mutations = known?.mutations ?? []
    mutations.push(mutation)
    this.#touched.set(id, {
      before: known ? known.before : this.#store.body(id),
      after,
      links,
      mutations,
      index: this.index,
    })
  }
}
