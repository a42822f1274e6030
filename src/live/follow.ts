import {placeOf} from '../dataset/perspective.ts'
import {documentTypes} from '../model/documents.ts'
import {connection} from './connection.ts'
import type {Ending} from './ending.ts'
import type {EventSource, Followed, StreamEvent} from './followed.ts'
import {Mailbox, type RefreshEvent, type StatusEvent} from './mailbox.ts'
import {Recent} from './recent.ts'
import {type FollowTiming, pause, timingWith} from './timing.ts'
import {Waits} from './waits.ts'

export interface FollowOptions {
  /** Ends it. */
  signal: AbortSignal
  /** Also drafts and versions; needs a token. Default `false`. */
  includeDrafts?: boolean
  /** Which stream: changes of documents (`listen`, the default) or of sync tags (`live`). */
  stream?: 'listen' | 'live'
  /** For tests and unusual networks. */
  timing?: Partial<FollowTiming>
}

export type FollowEvent =
  /** These may have changed: published ids, each once. Several writes may come as one event. */
  {type: 'changed'; documentIds: string[]} | RefreshEvent | StatusEvent

export type FollowTagsEvent =
  /** Answers with one of these sync tags are old. `lastLiveEventId` is for `fetch`, so that a cache gives the new ones. */
  {type: 'changed'; tags: string[]; lastLiveEventId: string | null} | RefreshEvent | StatusEvent

/**
 * Tells when something that is printed may have changed. Whoever asks again for what a `changed` names, and for everything at a
 * `refresh`, ends up right, whatever the network does. It connects when it is first read from and ends when the signal aborts;
 * it never throws. To one that reads slowly, events are told together.
 */
export function follow(
  client: Followed,
  options: FollowOptions & {stream: 'live'},
): AsyncGenerator<FollowTagsEvent, void, undefined>
export function follow(
  client: Followed,
  options: FollowOptions & {stream?: 'listen'},
): AsyncGenerator<FollowEvent, void, undefined>
export function follow(
  client: Followed,
  options: FollowOptions,
): AsyncGenerator<FollowEvent | FollowTagsEvent, void, undefined>
export async function* follow(
  client: Followed,
  options: FollowOptions,
): AsyncGenerator<FollowEvent | FollowTagsEvent, void, undefined> {
  const {signal, stream} = options
  if (signal.aborted) return
  const mailbox = new Mailbox()
  const stopping = new AbortController()
  const stop = () => {
    stopping.abort()
    mailbox.close()
  }
  signal.addEventListener('abort', stop)
  const following = keepConnected(client, options, mailbox, stopping.signal).finally(stop)
  try {
    for (;;) {
      const event = await mailbox.take()
      if (event === null) break
      if (event.type !== 'names') yield event
      else if (stream === 'live') yield {type: 'changed', tags: event.names, lastLiveEventId: event.lastId}
      else yield {type: 'changed', documentIds: event.names}
    }
  } finally {
    stop()
    signal.removeEventListener('abort', stop)
    await following
  }
}

async function keepConnected(
  client: Followed,
  {stream, includeDrafts = false, timing: unusual}: FollowOptions,
  mailbox: Mailbox,
  signal: AbortSignal,
): Promise<void> {
  const timing = timingWith(unusual)
  const waits = new Waits(timing)
  const told = new Recent()
  const poll = new Poll(() => mailbox.refresh('poll'), timing.poll)
  const open = () => (stream === 'live' ? client.live.events({includeDrafts}) : listen(client, includeDrafts))
  const changed = stream === 'live' ? tagsIn : documentsIn(includeDrafts)
  poll.start()
  while (!signal.aborted) {
    let since = Number.POSITIVE_INFINITY
    mailbox.status('connecting')
    const ending = await connection({
      ...{client, open, timing, signal},
      greeted(greeting) {
        poll.stop()
        since = Math.min(since, performance.now())
        mailbox.status('live')
        mailbox.refresh(greeting === 'reset' || greeting === 'restart' ? greeting : 'connected')
      },
      changed(event) {
        if (typeof event.transactionId === 'string' && told.has(`${event.transactionId}#${event.documentId}`)) return
        const names = changed(event)
        if (names === null) mailbox.refresh('unnamed')
        else if (names.length > 0) mailbox.changed(names, typeof event.id === 'string' ? event.id : null)
      },
    })
    if (ending.kind === 'aborted') break
    poll.start()
    if (ending.kind === 'goaway') mailbox.refresh('poll')
    const wait = waits.after(ending, performance.now() - since)
    if (wait > 0) mailbox.status(statusAfter[ending.kind], ending.message, wait)
    await pause(wait, signal)
  }
  poll.stop()
}

const statusAfter: Record<Ending['kind'], StatusEvent['status']> = {
  lost: 'waiting',
  unreadable: 'waiting',
  refused: 'refused',
  goaway: 'polling',
  quiet: 'connecting',
  aborted: 'waiting',
}

const listen = (client: Followed, includeDrafts: boolean): EventSource =>
  client.listen(
    '*[_type in $types]',
    {types: documentTypes},
    {
      includeResult: false,
      includeMutations: false,
      includeAllVersions: includeDrafts,
      // Whoever hears of a change can ask for it.
      visibility: 'query',
      events: ['welcome', 'welcomeback', 'reset', 'mutation', 'reconnect'],
      enableResume: true,
    },
  )

/** The published ids an event is about; `null` where it does not say. */
const documentsIn =
  (includeDrafts: boolean) =>
  ({documentId}: StreamEvent): string[] | null => {
    const place = typeof documentId === 'string' ? placeOf(documentId) : null
    if (place === null) return null
    return includeDrafts || place.layer === 'published' ? [place.id] : []
  }

const tagsIn = ({tags}: StreamEvent): string[] | null =>
  Array.isArray(tags) && tags.every((tag) => typeof tag === 'string') ? tags : null

/** Does something at intervals, while it is on. */
class Poll {
  readonly #ask: () => void
  readonly #interval: number
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(ask: () => void, interval: number) {
    this.#ask = ask
    this.#interval = interval
  }

  start(): void {
    this.#timer ??= setInterval(this.#ask, this.#interval)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }
}
