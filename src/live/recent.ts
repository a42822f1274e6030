const mostKept = 1000

/** Knows the latest names it was asked about. */
export class Recent {
  readonly #names = new Set<string>()

  /** Whether it was asked about this one before, lately. */
  has(name: string): boolean {
    if (this.#names.has(name)) return true
    this.#names.add(name)
    const [oldest] = this.#names
    if (this.#names.size > mostKept && oldest !== undefined) this.#names.delete(oldest)
    return false
  }
}
