import {Recent} from '../../dataset/recent.ts'
import type {ChangeHint} from './change-hint.ts'

const mostDocuments = 10_000

/** Up to which change of each document has been heard. Of more than 10,000 documents the oldest are forgotten. */
export class LatestChange {
  readonly #latest = new Recent<string, number>(mostDocuments)

  isBefore({storedId, updatedAt}: ChangeHint): boolean {
    return updatedAt !== null && updatedAt < (this.#latest.get(storedId) ?? Number.NEGATIVE_INFINITY)
  }

  /** `signedAt` in milliseconds: a change cannot be later than the word of it, and one that claims to be would hide all others. */
  note({storedId, updatedAt}: ChangeHint, signedAt: number): void {
    if (updatedAt === null || updatedAt > signedAt) return
    this.#latest.set(storedId, Math.max(updatedAt, this.#latest.get(storedId) ?? updatedAt))
  }
}
