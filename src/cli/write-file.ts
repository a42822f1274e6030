import {randomUUID} from 'node:crypto'
import {lstat, open, rename, stat, unlink} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {keptDespite, systemCode} from '../disk/hindrance.ts'
import {FileError} from './failures.ts'

/**
 * Refuses, before anything is written, a place that is not a file in an existing folder. Gives the mode of the file that
 * is there, if one is. Throws `FileError`.
 */
export async function checkPlace(path: string): Promise<number | undefined> {
  const folder = dirname(resolve(path))
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new FileError(`There is no folder ${folder}. Make it first, then run this again.`)
  const found = await lstat(path).catch(() => null)
  if (found?.isSymbolicLink()) throw new FileError(`${path} is a link. Name the file it leads to, or remove the link.`)
  if (found && !found.isFile()) throw new FileError(`${path} is not a file. Name a file to write.`)
  return found?.mode
}

/** Writes the whole file or nothing: readers see the old text or the new one. Throws `FileError`. */
export async function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const mode = await checkPlace(path)
  const temporary = join(dirname(resolve(path)), `.${basename(path).slice(0, 40)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await unlink(temporary).catch(() => {})
    const code = systemCode(cause)
    if (code === null) throw cause
    const advice = keptDespite(cause, 'What was there before is as it was.', '')
    throw new FileError(`${path} cannot be written (${code}). ${advice}`.trimEnd(), {cause})
  }
}
