import {fstatSync, writeSync} from 'node:fs'
import {hindranceOf, systemCode} from '../disk/hindrance.ts'
import {exitCodes} from './failures.ts'

/**
 * Writes the whole text to the standard output. Into a file Node writes once, and takes what a full disk took for all of
 * it: half a backup would pass for a whole one.
 */
export function writeOut(text: string): void {
  try {
    if (!fstatSync(1).isFile()) return void process.stdout.write(text)
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
  } catch (error) {
    tellUnwritten(error)
  }
}

/** A reader that has seen enough, such as `head`, is no error. */
export function tellUnwritten(error: unknown): void {
  const code = systemCode(error)
  if (code === 'EPIPE') return
  process.exitCode = exitCodes.file
  process.stderr.write(`The output cannot be written whole (${code ?? error}). ${hindranceOf(error) ?? ''}`.trimEnd())
  process.stderr.write('\n')
}
