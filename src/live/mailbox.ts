const mostNames = 1000

/** Why to ask for everything again. */
export type RefreshReason =
  /** A stream is open (again): what was written before is not told. */
  | 'connected'
  /** The server could not go on where the stream was cut. */
  | 'reset'
  | 'restart'
  /** No stream is open, so what is new is not known. */
  | 'poll'
  /** More has changed than is worth naming. */
  | 'many'
  /** Something changed, and it was not said what. */
  | 'unnamed'

export interface StatusEvent {
  type: 'status'
  /**
   * `waiting` to connect again, `polling` since the server wants no reader now, `refused` until somebody changes what the
   * message names: each tries again in `retryIn` milliseconds.
   */
  status: 'connecting' | 'live' | 'waiting' | 'polling' | 'refused'
  message: string | null
  retryIn: number | null
}

export interface RefreshEvent {
  type: 'refresh'
  reason: RefreshReason
}

interface NamesEvent {
  type: 'names'
  names: string[]
  /** The id of the latest event about them. */
  lastId: string | null
}

/** Keeps what the reader has not taken yet, in a bounded place: it is told what is true now, not how that came about. */
export class Mailbox {
  #status: StatusEvent | null = null
  #refresh: RefreshReason | null = null
  #names = new Set<string>()
  #lastId: string | null = null
  #isClosed = false
  #wake: (() => void) | null = null

  status(status: StatusEvent['status'], message: string | null = null, retryIn: number | null = null): void {
    this.#status = {type: 'status', status, message, retryIn}
    this.#wake?.()
  }

  /** Whoever asks for everything need not be told what has changed until then. */
  refresh(reason: RefreshReason): void {
    this.#refresh = reason
    this.#names.clear()
    this.#wake?.()
  }

  changed(names: readonly string[], id: string | null): void {
    if (this.#refresh !== null) return
    for (const name of names) this.#names.add(name)
    this.#lastId = id
    if (this.#names.size > mostNames) this.refresh('many')
    this.#wake?.()
  }

  close(): void {
    this.#isClosed = true
    this.#wake?.()
  }

  /** The next there is to tell, when there is; `null` at the end. */
  async take(): Promise<StatusEvent | RefreshEvent | NamesEvent | null> {
    for (;;) {
      if (this.#isClosed) return null
      const next = this.#next()
      if (next !== null) return next
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#wake = null
    }
  }

  #next(): StatusEvent | RefreshEvent | NamesEvent | null {
    const [status, reason] = [this.#status, this.#refresh]
    if (status !== null) {
      this.#status = null
      return status
    }
    if (reason !== null) {
      this.#refresh = null
      return {type: 'refresh', reason}
    }
    if (this.#names.size === 0) return null
    const names = [...this.#names]
    this.#names.clear()
    return {type: 'names', names, lastId: this.#lastId}
  }
}
