import {hash} from 'node:crypto'

// UTF-8 takes up to three bytes for a unit of UTF-16.
const mostBytes = 3

/** Bytes that are written over again and again, so that thousands of files leave nothing behind to be cleared away. */
export class Scratch {
  #bytes = Buffer.alloc(256 * 1024)

  /** The texts as bytes, good until the next call, and the hash of all of them. */
  encode(texts: readonly string[]): {parts: Buffer[]; hash: string} {
    const room = texts.reduce((sum, {length}) => sum + length, 0) * mostBytes
    if (this.#bytes.length < room) this.#bytes = Buffer.alloc(room)
    let end = 0
    const parts = texts.map((text) => {
      const start = end
      end += this.#bytes.write(text, start, 'utf8')
      return this.#bytes.subarray(start, end)
    })
    return {parts, hash: hash('sha1', this.#bytes.subarray(0, end), 'base64url')}
  }
}
