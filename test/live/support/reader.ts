import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished} from 'vitest'
import {type FollowEvent, type FollowTagsEvent, type FollowTiming, follow} from '../../../src/index.ts'

export type Stream = 'listen' | 'live'

/** Short enough for a test, and as different from each other as in life. */
export const quick: FollowTiming = {
  ...{firstWait: 100, longestWait: 400, welcome: 5000, steady: 400, poll: 250},
  ...{quiet: 60_000, refused: 300, goAway: 600, unreadable: 60_000},
}

const types = ['role', 'skill', 'tool']
const perspective = 'drafts'

interface Answer {
  result: unknown[]
  syncTags?: string[]
}

/** Asks for everything. */
export const everything = async (client: SanityClient): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(await Promise.all(types.map(async (type) => [type, (await ofType(client, type)).result] as const)))

const ofType = (client: SanityClient, type: string): Promise<Answer> =>
  client.fetch('*[_type == $type] | order(_id)', {type}, {perspective, filterResponse: false})

interface Reading {
  /** Whom to follow. */
  client: SanityClient
  /** Whom to ask: it answers, whatever becomes of the streams. */
  direct: SanityClient
  stream: Stream
  timing?: Partial<FollowTiming>
}

/** Asks again for what it hears of, and for no more: what it is not told, it does not know. */
export class Reader {
  readonly events: (FollowEvent | FollowTagsEvent)[] = []
  readonly #direct: SanityClient
  readonly #aborting = new AbortController()
  readonly #known = new Map<string, Map<string, unknown>>()
  #tags = new Map<string, string[]>()
  readonly ended: Promise<void>

  constructor({client, direct, stream, timing}: Reading) {
    this.#direct = direct
    const {signal} = this.#aborting
    const events = follow(client, {signal, includeDrafts: true, stream, timing: {...quick, ...timing}})
    this.ended = this.#read(events)
  }

  stop(): Promise<void> {
    this.#aborting.abort()
    return this.ended
  }

  get state(): Record<string, unknown[]> {
    const byId = (documents: Map<string, unknown> | undefined) =>
      [...(documents ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document)
    return Object.fromEntries(types.map((type) => [type, byId(this.#known.get(type))]))
  }

  get statuses(): string[] {
    return this.events.flatMap((event) => (event.type === 'status' ? [event.status] : []))
  }

  get messages(): string[] {
    return this.events.flatMap((event) => (event.type === 'status' && event.message ? [event.message] : []))
  }

  get reasons(): string[] {
    return this.events.flatMap((event) => (event.type === 'refresh' ? [event.reason] : []))
  }

  get changes(): string[][] {
    return this.events.flatMap((event) => ('documentIds' in event ? [event.documentIds] : []))
  }

  async #read(events: AsyncIterable<FollowEvent | FollowTagsEvent>): Promise<void> {
    for await (const event of events) {
      this.events.push(event)
      if (event.type === 'refresh') await this.#askForAll(types)
      if ('tags' in event) await this.#askForAll(types.filter((type) => this.#hasOneOf(type, event.tags)))
      if ('documentIds' in event) await this.#askFor(event.documentIds)
    }
  }

  #hasOneOf(type: string, tags: string[]): boolean {
    return this.#tags.get(type)?.some((tag) => tags.includes(tag)) ?? true
  }

  async #askForAll(wanted: string[]): Promise<void> {
    for (const type of wanted) {
      const {result, syncTags = []} = await ofType(this.#direct, type)
      this.#known.set(type, new Map(result.map((document) => [idOf(document), document])))
      this.#tags.set(type, syncTags)
    }
  }

  async #askFor(ids: string[]): Promise<void> {
    const found: unknown[] = await this.#direct.fetch('*[_id in $ids]', {ids}, {perspective})
    for (const documents of this.#known.values()) for (const id of ids) documents.delete(id)
    for (const document of found) this.#known.get((document as {_type: string})._type)?.set(idOf(document), document)
  }
}

const idOf = (document: unknown): string => (document as {_id: string})._id

/** One that reads until the test is over, and is live. */
export async function liveReader(reading: Reading): Promise<Reader> {
  const reader = new Reader(reading)
  onTestFinished(() => reader.stop())
  await expect.poll(() => reader.reasons, waiting).toContain('connected')
  return reader
}

/** The reader knows what anybody who asks now is told. */
export async function comesRight(reader: Reader, direct: SanityClient): Promise<void> {
  const truth = await everything(direct)
  await expect.poll(() => reader.state, waiting).toEqual(truth)
}

export const waiting = {timeout: 20_000, interval: 5}
export const during = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
