import {Recent as RecentEntries} from '../dataset/recent.ts'

const mostKept = 1000

/** Knows the latest names it was asked about. */
export class Recent {
  readonly #names = new RecentEntries<string, true>(mostKept)

  /** Whether it was asked about this one before, lately. */
  has(name: string): boolean {
    if (this.#names.has(name)) return true
    this.#names.set(name, true)
    return false
  }
}
