import type {ServerResponse} from 'node:http'

const mostBuffered = 1_000_000
const heartbeat = 15_000

/** One connection that is told events as they happen. A reader that does not keep up is let go; it can come back. */
export class EventStream {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    })
    const beat = setInterval(() => this.write(':\n\n'), heartbeat)
    response.once('close', () => clearInterval(beat))
  }

  get isOpen(): boolean {
    return !this.#response.destroyed && !this.#response.writableEnded
  }

  onClose(listener: () => void): void {
    this.#response.once('close', listener)
  }

  /** Writes what `frame` has made: the same text may go to many. */
  write(frames: string): void {
    if (!this.isOpen) return
    this.#response.write(frames)
    if (this.#response.writableLength > mostBuffered) this.#response.destroy()
  }

  end(): void {
    this.#response.end()
  }
}

/** An event as it is sent. `data` is JSON, which has no line breaks. */
export const frame = (event: string, data: string, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`
