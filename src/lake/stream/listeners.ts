import type {Answers} from '../query/answers.ts'
import type {Fault, Filter} from '../query/messages.ts'
import {isPublicId} from '../rules.ts'
import type {Change, Store, Transaction} from '../store/store.ts'
import {type EventStream, frame} from './event-stream.ts'
import {type EventOptions, mutationEvents, transitionOf} from './mutation-event.ts'

const mostReplayed = 1000

/** Whom a listener wants to hear about, and what. */
export interface Subscription {
  filter: Filter
  options: EventOptions
  /** Drafts and versions too. */
  includeAllVersions: boolean
}

/** Listeners that ask for the same get the same text, made once. */
interface Group extends Subscription {
  streams: Map<EventStream, {from: number}>
}

/** Tells each listener, in order and without a gap, of every change that concerns it. */
export class Listeners {
  readonly #answers: Answers
  readonly #store: Store
  readonly #groups = new Map<string, Group>()
  #told: Promise<void> = Promise.resolve()

  constructor(answers: Answers, store: Store) {
    this.#answers = answers
    this.#store = store
  }

  get size(): number {
    return [...this.#groups.values()].reduce((sum, {streams}) => sum + streams.size, 0)
  }

  /** Adds a listener. `since` is the last event it has heard of, where it comes back. */
  add(stream: EventStream, subscription: Subscription, since: string | null): void {
    const key = JSON.stringify(subscription)
    const group = this.#groups.get(key) ?? {...subscription, streams: new Map()}
    this.#groups.set(key, group)
    const from = this.#store.seq
    group.streams.set(stream, {from})
    stream.onClose(() => {
      group.streams.delete(stream)
      if (group.streams.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key)
    })
    this.#next(() => this.#welcome(stream, group, since, from))
  }

  publish(transaction: Transaction): void {
    const groups = [...this.#groups.values()]
    this.#next(async () => {
      const passed = await this.#passing(groups, transaction.changes)
      for (const [index, group] of groups.entries()) {
        const answer = passed[index]
        if (!Array.isArray(answer)) {
          for (const stream of group.streams.keys()) refuse(stream, answer)
          continue
        }
        const frames = framesOf(transaction, group, answer)
        if (frames === '') continue
        for (const [stream, {from}] of group.streams) if (transaction.seq > from) stream.write(frames)
      }
    })
  }

  #next(tell: () => Promise<void>): void {
    this.#told = this.#told.then(tell).catch((error: unknown) => {
      // A listener that may have missed something is told to start again.
      for (const {streams} of this.#groups.values()) for (const stream of streams.keys()) stream.end()
      if (!(error instanceof Error)) throw error
    })
  }

  async #welcome(stream: EventStream, group: Group, since: string | null, from: number): Promise<void> {
    const [fault] = await this.#answers.match([group.filter], [])
    if (fault && !Array.isArray(fault)) return refuse(stream, fault)
    const name = JSON.stringify({listenerName: crypto.randomUUID()})
    const [seq, index] = (since ?? '').split('.').map(Number)
    if (since === null) return stream.write(frame('welcome', name, `${from}.`))
    const isKnown = Number.isInteger(seq) && Number(seq) <= from && from - Number(seq) < mostReplayed
    if (!isKnown) return stream.write(frame('reset', name, `${from}.`))
    stream.write(frame('welcomeback', name))
    for (const transaction of this.#store.transactionsAfter(Number(seq) - 1, mostReplayed + 1)) {
      if (transaction.seq > from) break
      const [passed] = await this.#passing([group], transaction.changes)
      const heard = transaction.seq === seq ? (since?.endsWith('.') ? Number.POSITIVE_INFINITY : Number(index)) : -1
      if (!Array.isArray(passed)) return refuse(stream, passed)
      await stream.drained()
      stream.write(framesOf(transaction, group, passed, heard))
    }
  }

  #passing(groups: readonly Group[], changes: readonly Change[]): Promise<(boolean[] | Fault)[]> {
    if (groups.length === 0) return Promise.resolve([])
    const documents = changes.flatMap(({before, after}) => [before, after])
    return this.#answers.match(
      groups.map(({filter}) => filter),
      documents,
    )
  }
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
function framesOf(transaction: Transaction, group: Group, passed: boolean[], heard = -1): string {
  const concerns = transaction.changes.flatMap((change, index) => {
    const transition = transitionOf(passed[2 * index] ?? false, passed[2 * index + 1] ?? false)
    const isSeen = group.includeAllVersions || isPublicId(change.documentId)
    return transition && isSeen ? [{change, transition}] : []
  })
  return mutationEvents(transaction, concerns, group.options)
    .map((json, index) => (index > heard ? frame('mutation', json, `${transaction.seq}.${index}`) : ''))
    .join('')
}
