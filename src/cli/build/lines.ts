import {readSync} from 'node:fs'

/** Where something stands in a file, in bytes. */
export type Span = readonly [start: number, end: number]

export interface Line {
  span: Span
  /** They hold until the next line is asked for. */
  bytes: Buffer
}

const atOnce = 1 << 20
const newline = 0x0a
const byteOrderMark = Buffer.from('\ufeff')

/** The lines of an open file that are not blank. Of the file, no more is held than is looked at. */
export function* linesOf(descriptor: number): Generator<Line> {
  let buffer = Buffer.allocUnsafe(atOnce)
  let held = 0
  for (let offset = 0; ; ) {
    const more = readSync(descriptor, buffer, held, buffer.length - held, offset + held)
    held += more
    const bytes = buffer.subarray(0, held)
    let start = offset === 0 && bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0
    while (start < held) {
      const end = bytes.indexOf(newline, start)
      if (end === -1 && more > 0) break
      const line = bytes.subarray(start, end === -1 ? held : end)
      if (!isBlank(line)) yield {span: [offset + start, offset + start + line.length], bytes: line}
      start += line.length + 1
    }
    if (more === 0) return
    if (start === 0 && held === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length)
    buffer.copyWithin(0, start, held)
    offset += start
    held -= start
  }
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)
