import type {ServerResponse} from 'node:http'

/** Answers that wait for their readers. All of them together take no more memory than this: the oldest are let go first. */
export class Unread {
  readonly #most: number
  readonly #waiting = new Map<ServerResponse, number>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Counts an answer until its reader has taken it or is gone. `false` where it alone is too large. */
  admit(response: ServerResponse, size: number): boolean {
    if (size > this.#most) return false
    for (const [oldest] of this.#waiting) {
      if (this.#bytes + size <= this.#most) break
      this.#forget(oldest)
      oldest.destroy()
    }
    this.#bytes += size
    this.#waiting.set(response, size)
    response.once('close', () => this.#forget(response))
    return true
  }

  #forget(response: ServerResponse): void {
    this.#bytes -= this.#waiting.get(response) ?? 0
    this.#waiting.delete(response)
  }
}
