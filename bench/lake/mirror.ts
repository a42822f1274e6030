import type {MutationEvent, SanityClient, SanityDocument} from '@sanity/client'

interface Place {
  document: SanityDocument | null
  /** It was read, and events that were sent before may still come. */
  isFresh: boolean
}

/** Keeps a copy of some documents by listening, as an editor does: what is there at first, then each event. */
export class Mirror {
  /** Events that do not go on from what is known. */
  gaps = 0
  events = 0
  /** How often it had to read everything, and how often it was told just what it had missed. */
  reads = 0
  resumes = 0
  errors: string[] = []
  readonly #client: SanityClient
  readonly #query: string
  readonly #places = new Map<string, Place>()
  #reading: Promise<void> = Promise.resolve()
  readonly #subscription: {unsubscribe(): void}

  constructor(client: SanityClient, query: string, {enableResume}: {enableResume: boolean}) {
    this.#client = client
    this.#query = query
    const names = ['welcome', 'mutation', 'reconnect', ...(enableResume ? ['welcomeback', 'reset'] : [])]
    const options = {events: names as 'mutation'[], includeResult: true, includeAllVersions: true, enableResume}
    this.#subscription = client.listen(query, {}, options).subscribe({
      next: (event) => this.#hear(event),
      error: (error) => void this.errors.push(String(error)),
    })
  }

  /** What it believes to be there, as text. */
  async state(): Promise<string> {
    await this.#reading
    return stateOf([...this.#places.values()].flatMap(({document}) => (document ? [document] : [])))
  }

  close(): void {
    this.#subscription.unsubscribe()
  }

  #hear(event: {type: string}): void {
    if (event.type === 'welcomeback') this.resumes += 1
    // Events wait until everything is read: some of them are in it already.
    if (event.type === 'welcome' || event.type === 'reset') this.#reading = this.#reading.then(() => this.#readAll())
    if (event.type === 'mutation') this.#reading = this.#reading.then(() => this.#apply(event as MutationEvent))
  }

  async #readAll(): Promise<void> {
    this.reads += 1
    try {
      const documents = await this.#client.fetch<SanityDocument[]>(this.#query, {}, {perspective: 'raw'})
      for (const place of this.#places.values()) Object.assign(place, {document: null, isFresh: true})
      for (const document of documents) this.#places.set(document._id, {document, isFresh: true})
    } catch (error) {
      this.errors.push(String(error))
    }
  }

  #apply({documentId, previousRev, result}: MutationEvent): void {
    this.events += 1
    const place = this.#places.get(documentId) ?? {document: null, isFresh: true}
    this.#places.set(documentId, place)
    const follows = (place.document?._rev ?? undefined) === (previousRev ?? undefined)
    if (!follows && place.isFresh) return
    if (!follows) this.gaps += 1
    Object.assign(place, {document: result ?? null, isFresh: false})
  }
}

export const stateOf = (documents: readonly object[]): string =>
  documents
    .map((document) => JSON.stringify(document))
    .sort()
    .join('\n')
