import {createHash} from 'node:crypto'

/** Renders what somebody looks at; `null` while it cannot be read. Never throws. */
export type Render = () => Promise<string | null>

/** Whether what viewers see follows edits, and if not, why. */
export interface LiveStatus {
  isLive: boolean
  message: string
}

interface Watched {
  render: Render
  viewers: Set<Viewer>
  /** How often rendering has begun, and which beginning is shown: one that began earlier may know less. */
  begun: number
  shown: number
}

export interface ViewersOptions {
  /** Viewers at once; more are refused with 503. */
  most?: number
  /** Milliseconds between signs of life, and before a page that cannot be read is tried again. */
  heartbeat?: number
  retry?: number
}

/**
 * The open previews. A page that several look at is rendered once for each change, and each viewer holds one page at most
 * that it has not taken yet: whoever reads slowly skips what is old.
 */
export class Viewers {
  readonly #options: Required<ViewersOptions>
  readonly #watched = new Map<string, Watched>()
  #status: LiveStatus = {isLive: false, message: 'Not live: connecting'}
  #isRendering = false
  #isOld = false
  #retry: NodeJS.Timeout | undefined

  constructor(options: ViewersOptions = {}) {
    this.#options = {most: 100, heartbeat: 15_000, retry: 1000, ...options}
  }

  get size(): number {
    return [...this.#watched.values()].reduce((sum, {viewers}) => sum + viewers.size, 0)
  }

  /**
   * A stream of events for one viewer: `page` with the whole page when it is another one than `has`, `status` with
   * `{isLive, message}`. Viewers with the same key share what `render` gives.
   */
  open(key: string, render: Render, has: string | null): Response {
    if (this.size >= this.#options.most) return full()
    const watched = this.#watched.get(key) ?? {render, viewers: new Set(), begun: 0, shown: 0}
    this.#watched.set(key, watched)
    const viewer = new Viewer(has, this.#options.heartbeat, () => {
      watched.viewers.delete(viewer)
      if (watched.viewers.size === 0 && this.#watched.get(key) === watched) this.#watched.delete(key)
    })
    watched.viewers.add(viewer)
    viewer.status(this.#status)
    void this.#renderFor(watched)
    return new Response(viewer.stream, {headers: {'Content-Type': 'text/event-stream'}})
  }

  /** Something was written: every page that is another one now is sent. */
  async changed(): Promise<void> {
    this.#isOld = true
    if (this.#isRendering) return
    this.#isRendering = true
    try {
      while (this.#isOld) {
        this.#isOld = false
        for (const watched of [...this.#watched.values()]) await this.#renderFor(watched)
      }
    } finally {
      this.#isRendering = false
    }
  }

  status(status: LiveStatus): void {
    this.#status = status
    for (const {viewers} of this.#watched.values()) for (const viewer of viewers) viewer.status(status)
  }

  close(): void {
    clearTimeout(this.#retry)
    for (const {viewers} of this.#watched.values()) for (const viewer of [...viewers]) viewer.end()
  }

  async #renderFor(watched: Watched): Promise<void> {
    const turn = ++watched.begun
    const html = await watched.render().catch(() => null)
    if (html === null) return this.#tryAgain()
    if (turn < watched.shown) return
    watched.shown = turn
    const id = createHash('sha256').update(html).digest('base64url')
    for (const viewer of watched.viewers) viewer.page(id, html)
  }

  #tryAgain(): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.size > 0 && this.changed(), this.#options.retry)
    this.#retry.unref()
  }
}

const full = (): Response =>
  new Response('Too many previews are open. Close some of them.\n', {
    status: 503,
    headers: {'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '30'},
  })

type EventName = 'page' | 'status'

/** One open page. Of each kind of event it holds the latest alone. */
class Viewer {
  readonly stream: ReadableStream<Uint8Array>
  readonly #waiting = new Map<EventName | 'beat', string>()
  readonly #beat: NodeJS.Timeout
  #wake: () => void = () => {}
  #has: string | null
  #isOpen = true
  readonly #left: () => void

  constructor(has: string | null, heartbeat: number, left: () => void) {
    this.#has = has
    this.#left = left
    this.#beat = setInterval(() => this.#hold('beat', ': \n\n'), heartbeat)
    this.#beat.unref()
    const encoder = new TextEncoder()
    this.stream = new ReadableStream(
      {
        pull: async (controller) => {
          while (this.#isOpen && this.#waiting.size === 0) await new Promise<void>((wake) => (this.#wake = wake))
          if (!this.#isOpen) return controller.close()
          controller.enqueue(encoder.encode([...this.#waiting.values()].join('')))
          this.#waiting.clear()
        },
        cancel: () => this.end(),
      },
      {highWaterMark: 0},
    )
  }

  page(id: string, html: string): void {
    if (id === this.#has) return
    this.#has = id
    this.#hold('page', `id: ${id}\nevent: page\ndata: ${JSON.stringify(html)}\n\n`)
  }

  status(status: LiveStatus): void {
    this.#hold('status', `event: status\ndata: ${JSON.stringify(status)}\n\n`)
  }

  end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    clearInterval(this.#beat)
    this.#left()
    this.#wake()
  }

  #hold(name: EventName | 'beat', frame: string): void {
    this.#waiting.delete(name)
    this.#waiting.set(name, frame)
    this.#wake()
  }
}
