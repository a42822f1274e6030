import {createHash} from 'node:crypto'
import {placeOf} from '../../dataset/perspective.ts'
import {isPublicId} from '../rules.ts'
import type {Change, Transaction} from '../store/transaction.ts'
import {type EventStream, frame} from './event-stream.ts'

/** Tells live sites which answers are old: by tags, of which each answer carries those it depends on. */
export class Live {
  readonly #streams = new Map<EventStream, {includeDrafts: boolean}>()

  get size(): number {
    return this.#streams.size
  }

  /** Adds a reader. One that comes back after something was written is told to ask again for everything. */
  add(stream: EventStream, options: {includeDrafts: boolean}, {since, seq}: {since: string | null; seq: number}): void {
    this.#streams.set(stream, options)
    stream.onClose(() => this.#streams.delete(stream))
    stream.write(frame('welcome', '{}', String(seq)))
    if (since !== null && since !== String(seq)) stream.write(frame('restart', '{}', String(seq)))
  }

  publish({seq, changes}: Transaction): void {
    if (this.#streams.size === 0) return
    const published = changes.filter(({documentId}) => isPublicId(documentId))
    const [all, visible] = [changes, published].map((some) =>
      some.length > 0 ? frame('message', JSON.stringify({tags: tagsOf(some)}), String(seq)) : '',
    )
    for (const [stream, {includeDrafts}] of this.#streams) {
      const frames = includeDrafts ? all : visible
      if (frames) stream.write(frames)
    }
  }
}

/** The ids and types by which an answer may depend on these documents: as they are stored, and as others refer to them. */
function tagsOf(changes: readonly Change[]): string[] {
  const names = changes.flatMap(({documentId, before, after}) => [
    ...[before, after].flatMap((body) => (body === null ? [] : [`type:${JSON.parse(body)._type}`])),
    ...[`id:${documentId}`, `id:${placeOf(documentId)?.id}`],
  ])
  return syncTags(['*', ...names])
}

/** Content Lake's tags say nothing about content. */
export const syncTags = (names: readonly string[]): string[] =>
  [...new Set(names)].map((name) => `s1:${createHash('sha256').update(name).digest('base64url').slice(0, 8)}`)
