import type {Answers} from '../query/answers.ts'
import type {Fault, Filter} from '../query/messages.ts'
import {isPublicId} from '../rules.ts'
import type {Store} from '../store/store.ts'
import type {Change, Transaction} from '../store/transaction.ts'
import {type EventStream, frame} from './event-stream.ts'
import {type EventOptions, mutationEvents, transitionOf} from './mutation-event.ts'

const mostReplayed = 1000
/** Different filters of those who have not shown the token. A site has a few. */
const mostStrange = 30
const pageSize = 50

/** Whom a listener wants to hear about, and what. */
export interface Subscription {
  filter: Filter
  options: EventOptions
  /** Drafts and versions too. */
  includeAllVersions: boolean
}

/** Listeners that ask for the same get the same text, made once. */
interface Group extends Subscription {
  /** Each with the number of the transaction it has heard of last when it came. */
  streams: Map<EventStream, number>
}

/** The last event a listener has heard of. */
interface Heard {
  seq: number
  index: number
}

/**
 * Tells each listener, in order and without a gap, of every change that concerns it. Those who have shown the token and the
 * others are told apart: filters of strangers keep no Studio waiting.
 */
export class Listeners {
  readonly #of: 'trusted' | 'others'
  readonly #answers: Answers
  readonly #store: Store
  readonly #groups = new Map<string, Group>()
  /** How many streams are open for each subscription, also for those that have not been welcomed yet. */
  readonly #open = new Map<string, number>()
  /** What is told is told in turn; the number of the transaction that was told last. */
  #turn: Promise<void> = Promise.resolve()
  #told: number

  constructor(answers: Answers, store: Store, of: 'trusted' | 'others') {
    this.#of = of
    this.#answers = answers
    this.#store = store
    this.#told = store.seq
  }

  /** Whether there is room for one more, which it always is for those who ask for the same as others. */
  hasRoom(subscription: Subscription): boolean {
    return this.#of === 'trusted' || this.#open.size < mostStrange || this.#open.has(JSON.stringify(subscription))
  }

  /** Adds a listener. `since` is the id of the last event it has heard of, where it comes back. */
  async add(stream: EventStream, subscription: Subscription, since: string | null): Promise<void> {
    this.#count(stream, JSON.stringify(subscription))
    const [fault] = await this.#answers.match([subscription.filter], [], this.#of)
    if (fault && !Array.isArray(fault)) return refuse(stream, fault)
    const name = JSON.stringify({listenerName: crypto.randomUUID()})
    const heard = since === null ? null : readId(since)
    const isKnown = heard !== null && heard.seq <= this.#store.seq && this.#store.seq - heard.seq < mostReplayed
    if (isKnown) {
      stream.write(frame('welcomeback', name))
      const seq = await this.#catchUp(stream, subscription, heard)
      return this.#next(async () => {
        // It may be ahead of the others, for it reads what is kept and not only what has been told.
        const missed = this.#store.transactionsAfter(seq, Math.max(0, this.#told - seq))
        await this.#tellMissed(stream, subscription, missed)
        this.#enter(stream, subscription, Math.max(seq, this.#told))
      })
    }
    this.#next(async () => {
      stream.write(frame(since === null ? 'welcome' : 'reset', name, `${this.#told}.`))
      this.#enter(stream, subscription, this.#told)
    })
  }

  #count(stream: EventStream, key: string): void {
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1)
    stream.onClose(() => {
      const left = (this.#open.get(key) ?? 1) - 1
      if (left > 0) this.#open.set(key, left)
      else this.#open.delete(key)
    })
  }

  publish(transaction: Transaction): void {
    this.#next(async () => {
      try {
        await this.#tell(transaction, [...this.#groups.values()])
      } finally {
        this.#told = transaction.seq
      }
    })
  }

  async #tell(transaction: Transaction, groups: readonly Group[]): Promise<void> {
    const passed = await this.#passing(groups, transaction.changes)
    for (const [index, group] of groups.entries()) {
      const answer = passed[index]
      const frames = Array.isArray(answer) ? framesOf(transaction, group, answer) : ''
      for (const [stream, from] of group.streams) {
        if (!Array.isArray(answer)) refuse(stream, answer)
        else if (transaction.seq > from) stream.write(frames)
      }
    }
  }

  /** Tells a listener what it has missed, at its own pace, until there is little left. Gives how far it has come. */
  async #catchUp(stream: EventStream, subscription: Subscription, heard: Heard): Promise<number> {
    let seq = heard.seq - 1
    for (;;) {
      const page = this.#store.transactionsAfter(seq, pageSize)
      await this.#tellMissed(stream, subscription, page, heard)
      seq = page.at(-1)?.seq ?? seq
      if (page.length < pageSize || !stream.isOpen) return Math.max(seq, heard.seq)
    }
  }

  async #tellMissed(
    stream: EventStream,
    subscription: Subscription,
    missed: Transaction[],
    heard?: Heard,
  ): Promise<void> {
    for (const transaction of missed) {
      const [passed] = await this.#passing([subscription], transaction.changes)
      if (!Array.isArray(passed)) return refuse(stream, passed)
      if (heard) await stream.drained()
      const from = transaction.seq === heard?.seq ? heard.index : -1
      stream.write(framesOf(transaction, subscription, passed, from))
    }
  }

  /** From here on it hears what everybody hears. */
  #enter(stream: EventStream, subscription: Subscription, from: number): void {
    if (!stream.isOpen) return
    const key = JSON.stringify(subscription)
    const group = this.#groups.get(key) ?? {...subscription, streams: new Map()}
    this.#groups.set(key, group)
    group.streams.set(stream, from)
    stream.onClose(() => {
      group.streams.delete(stream)
      if (group.streams.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key)
    })
  }

  #next(tell: () => Promise<void>): void {
    this.#turn = this.#turn.then(tell).catch((error: unknown) => {
      // A listener that may have missed something is told to start again.
      for (const {streams} of this.#groups.values()) for (const stream of streams.keys()) stream.end()
      if (!(error instanceof Error)) throw error
    })
  }

  #passing(subscriptions: readonly Subscription[], changes: readonly Change[]): Promise<(boolean[] | Fault)[]> {
    if (subscriptions.length === 0) return Promise.resolve([])
    const documents = changes.flatMap(({before, after}) => [before, after])
    return this.#answers.match(
      subscriptions.map(({filter}) => filter),
      documents,
      this.#of,
    )
  }
}

/** `5.2`: the third event of the fifth transaction; `5.`: all of them. */
function readId(id: string): Heard | null {
  const [, seq, index] = /^(\d{1,15})\.(\d{0,15})$/.exec(id) ?? []
  if (seq === undefined) return null
  return {seq: Number(seq), index: index === '' ? Number.POSITIVE_INFINITY : Number(index)}
}

/** A listener whose filter cannot be answered is told so: it would miss changes without knowing. */
function refuse(
  stream: EventStream,
  {message}: Fault = {message: 'The filter cannot be answered.', position: null},
): void {
  stream.write(frame('channelError', JSON.stringify({error: {description: message}, message})))
  stream.end()
}

/** The events of a transaction for a group, but for those it has heard. Each id says where to go on from. */
function framesOf(transaction: Transaction, subscription: Subscription, passed: boolean[], heard = -1): string {
  const concerns = transaction.changes.flatMap((change, index) => {
    const transition = transitionOf(passed[2 * index] ?? false, passed[2 * index + 1] ?? false)
    const isSeen = subscription.includeAllVersions || isPublicId(change.documentId)
    return transition && isSeen ? [{change, transition}] : []
  })
  return mutationEvents(transaction, concerns, subscription.options)
    .map((json, index) => (index > heard ? frame('mutation', json, `${transaction.seq}.${index}`) : ''))
    .join('')
}
