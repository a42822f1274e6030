import {referencesIn} from '../../dataset/references-in.ts'
import {MutationError} from '../failure.ts'
import type {NewChange, Store} from '../store/store.ts'
import type {LakeDocument} from './document.ts'

interface Touched {
  before: string | null
  after: string | null
  mutations: object[]
  /** Which of the mutations touched it last. */
  index: number
}

/** The documents as they are within a transaction that has not been committed. */
export class Workspace {
  /** Which of the mutations is being carried out. */
  index = 0
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
    const body = this.#body(id)
    return body === null ? null : JSON.parse(body)
  }

  /** Keeps the document, with revision and dates. Listeners are told `mutation`, or that the whole was `create`d. */
  put(document: LakeDocument, mutation: 'create' | 'createOrReplace' | object = 'createOrReplace'): void {
    const {_rev, _createdAt = this.#timestamp, _updatedAt = this.#timestamp, ...rest} = document
    const stamped = {...rest, _createdAt, _updatedAt, _rev: this.#rev} as LakeDocument
    const told = typeof mutation === 'string' ? {[mutation]: stamped} : mutation
    this.#touch(document._id, JSON.stringify(stamped), told)
  }

  delete(id: string): void {
    this.#touch(id, null, {delete: {id}})
  }

  /** Everything that has changed. Throws `MutationError` where a strong reference would lead nowhere. */
  changes(): NewChange[] {
    return [...this.#touched].flatMap(([documentId, {before, after, mutations, index}]) => {
      if (before === null && after === null) return []
      this.index = index
      const links = after === null ? [] : strongLinks(after)
      if (after === null) this.#assertUnreferenced(documentId)
      for (const target of links) this.#assertExists(target, documentId, before)
      return [{documentId, before, after, mutations, links}]
    })
  }

  #assertUnreferenced(id: string): void {
    const referrers = this.#store.referrers(id).filter((source) => {
      const touched = this.#touched.get(source)
      return touched ? touched.after !== null && strongLinks(touched.after).includes(id) : true
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
    if (this.#body(target) !== null || (before !== null && strongLinks(before).includes(target))) return
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

  #touch(id: string, after: string | null, mutation: object): void {
    const {before, mutations}: Pick<Touched, 'before' | 'mutations'> = this.#touched.get(id) ?? {
      before: this.#store.body(id),
      mutations: [],
    }
    mutations.push(mutation)
    this.#touched.set(id, {before, after, mutations, index: this.index})
  }
}

const strongLinks = (body: string): string[] => [
  ...new Set([...referencesIn(JSON.parse(body))].filter(({weak}) => !weak).map(({id}) => id)),
]
