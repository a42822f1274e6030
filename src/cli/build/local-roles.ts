import {roleById, type SiteSettings, siteSettings} from '../../index.ts'
import {type LocalStore, localStore, type Referred} from '../../local.ts'
import {settingsFrom} from './content.ts'
import {jsonAt, type LocalDocuments} from './local-documents.ts'

/** The answers for roles whose documents are at hand. Holds those that many roles share, and roles only while they are asked for. */
export class LocalRoles {
  readonly #documents: LocalDocuments
  readonly #store: LocalStore = localStore()
  readonly #shared = new Set<string>()
  /** Roles that are in the store, whole or as their heads, until the page they are read for is done. */
  readonly #whole = new Set<string>()
  readonly #heads = new Set<string>()

  constructor(documents: LocalDocuments) {
    this.#documents = documents
  }

  async settings(): Promise<SiteSettings | null> {
    this.#share('siteSettings')
    const {query, params, parseDraft} = siteSettings()
    return settingsFrom(parseDraft(await this.#store.answer(query, params)))
  }

  /** What the published dataset answers for these roles, by id. Throws `SourceError`. */
  async read(ids: readonly string[]): Promise<unknown[]> {
    this.#share('siteSettings')
    for (const id of ids) this.#takeWhole(id)
    try {
      return (await Promise.all(ids.map((id) => this.#answer(id)))).filter((answer) => answer !== null)
    } finally {
      for (const id of [...this.#whole, ...this.#heads]) this.#store.delete(id)
      this.#whole.clear()
      this.#heads.clear()
    }
  }

  /** One at a time, since an id is looked up, while a list of ids is compared with all roles there are. */
  #answer(id: string): Promise<unknown> {
    const {query, params} = roleById(id)
    return this.#store.answer(query, params)
  }

  /** Takes a role in, with what it refers to. */
  #takeWhole(id: string): void {
    this.#whole.add(id)
    for (const {id: referred, field} of this.#put(id)) {
      if (!this.#documents.roleIds.has(referred)) this.#share(referred)
      else if (!this.#whole.has(referred)) this.#takeReferred(referred, field)
    }
  }

  /** Of related roles, only what they are called is printed. Where a role stands in place of something else, it may be anything. */
  #takeReferred(id: string, field: string): void {
    const head = field === 'relatedRoles' ? this.#documents.heads.get(id) : undefined
    if (head === undefined) {
      this.#whole.add(id)
      this.#put(id)
    } else if (!this.#heads.has(id)) {
      this.#heads.add(id)
      this.#store.put(head)
    }
  }

  /** Takes a document in for good, with all it refers to. */
  #share(id: string): void {
    if (this.#shared.has(id)) return
    this.#shared.add(id)
    for (const {id: referred} of this.#put(id)) if (!this.#documents.roleIds.has(referred)) this.#share(referred)
  }

  #put(id: string): readonly Referred[] {
    const place = this.#documents.places.get(id)
    return place ? this.#store.put(jsonAt(place)) : []
  }
}
