import {rolesById, type SiteSettings, siteSettings} from '../../index.ts'
import {type LocalStore, localStore} from '../../local.ts'
import {jsonOf, type LocalDocuments} from './local-documents.ts'

/** The answers for roles whose documents are at hand. Holds those that many roles share, and roles only while they are asked for. */
export class LocalRoles {
  readonly #documents: LocalDocuments
  readonly #bytes: Buffer
  readonly #store: LocalStore = localStore()
  readonly #shared = new Set<string>()

  constructor(documents: LocalDocuments) {
    this.#documents = documents
    this.#bytes = Buffer.from(documents.bytes)
  }

  async settings(): Promise<SiteSettings | null> {
    this.#share('siteSettings')
    const {query, params, parseDraft} = siteSettings()
    const found = parseDraft(await this.#store.answer(query, params))
    return found && {...found, rolesPath: found.rolesPath ?? '/roles'}
  }

  /** What the published dataset answers for these roles, by id. Throws `SourceError`. */
  async read(ids: readonly string[]): Promise<unknown[]> {
    const taken = new Set<string>()
    this.#share('siteSettings')
    for (const id of ids) this.#take(id, taken, true)
    try {
      const {query, params} = rolesById(ids)
      return (await this.#store.answer(query, params)) as unknown[]
    } finally {
      for (const id of taken) this.#store.delete(id)
    }
  }

  /** Takes a role in, with what it refers to. Related roles come without theirs: of them, only what they are called is printed. */
  #take(id: string, taken: Set<string>, isAsked: boolean): void {
    if (taken.has(id) && !isAsked) return
    taken.add(id)
    for (const referred of this.#put(id)) {
      if (!this.#documents.roleIds.has(referred)) this.#share(referred)
      else if (isAsked) this.#take(referred, taken, false)
    }
  }

  /** Takes a document in for good, with all it refers to. */
  #share(id: string): void {
    if (this.#shared.has(id)) return
    this.#shared.add(id)
    for (const referred of this.#put(id)) if (!this.#documents.roleIds.has(referred)) this.#share(referred)
  }

  #put(id: string): readonly string[] {
    const place = this.#documents.places.get(id)
    return place ? this.#store.put(jsonOf(this.#bytes, place)) : []
  }
}
