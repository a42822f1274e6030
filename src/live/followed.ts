/** What is needed of a `@sanity/client`. */
export interface Followed {
  listen(query: string, params: Record<string, unknown>, options: ListenerOptions): EventSource
  live: {events(options: {includeDrafts: boolean}): EventSource}
  config?(): {projectId?: string | undefined; dataset?: string | undefined; token?: string | undefined}
}

interface ListenerOptions {
  includeResult: boolean
  includeMutations: boolean
  includeAllVersions: boolean
  visibility: 'query'
  events: ('welcome' | 'welcomeback' | 'reset' | 'mutation' | 'reconnect')[]
  enableResume: true
}

/** A stream that opens when it is subscribed to. */
export interface EventSource {
  subscribe(observer: Observer): Subscription
}

export interface Observer {
  next(event: StreamEvent): void
  error(error: unknown): void
  complete(): void
}

export interface Subscription {
  unsubscribe(): void
}

/** What a stream says. Nothing it carries is taken for granted. */
export interface StreamEvent {
  type: string
  id?: unknown
  documentId?: unknown
  transactionId?: unknown
  tags?: unknown
  reason?: unknown
}
