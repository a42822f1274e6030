import type {ServerResponse} from 'node:http'

const mostBuffered = 1_000_000
/** What waits for all readers together, in characters. */
const mostUnread = 200_000_000
const heartbeat = 15_000

/** The streams of a server, and how much waits for their readers. */
export interface OpenStreams {
  count: number
  unread: number
}

/** One connection that is told events as they happen. A reader that does not keep up is let go; it can come back. */
export class EventStream {
  readonly #response: ServerResponse
  readonly #streams: OpenStreams

  constructor(response: ServerResponse, streams: OpenStreams) {
    this.#response = response
    this.#streams = streams
    streams.count += 1
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    })
    const beat = setInterval(() => this.write(':\n\n'), heartbeat)
    response.once('close', () => {
      clearInterval(beat)
      streams.count -= 1
    })
  }

  get isOpen(): boolean {
    return !this.#response.destroyed && !this.#response.writableEnded
  }

  onClose(listener: () => void): void {
    this.#response.once('close', listener)
  }

  /** Writes what `frame` has made: the same text may go to many. However large it is, it is written to one who keeps up. */
  write(frames: string): void {
    if (!this.isOpen || frames === '') return
    const isBehind = this.#response.writableLength > mostBuffered || this.#streams.unread + frames.length > mostUnread
    if (isBehind) {
      this.#response.destroy()
      return
    }
    this.#streams.unread += frames.length
    this.#response.write(frames, () => {
      this.#streams.unread -= frames.length
    })
  }

  /** When the reader has taken nearly all, or is gone. */
  async drained(): Promise<void> {
    while (this.isOpen && this.#response.writableNeedDrain) {
      await new Promise<void>((resolve) => {
        const done = () => {
          this.#response.off('drain', done).off('close', done)
          resolve()
        }
        this.#response.once('drain', done).once('close', done)
      })
    }
  }

  end(): void {
    this.#response.end()
  }
}

/** An event as it is sent. `data` is JSON, which has no line breaks. */
export const frame = (event: string, data: string, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`
