import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {NdjsonFile} from '../local.ts'
import {FileError} from './failures.ts'

/** The texts of a file, or of every NDJSON file in a folder. Throws `FileError`. */
export async function readFiles(path: string): Promise<NdjsonFile[]> {
  const files = await pathsOf(path)
  return Promise.all(files.map(async (file) => ({file, text: await readText(file)})))
}

/** A file, or every NDJSON file in a folder. Throws `FileError`. */
export async function pathsOf(path: string): Promise<string[]> {
  const isFolder = await reading(path, async () => (await stat(path)).isDirectory())
  return isFolder ? filesIn(path) : [path]
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await reading(folder, () => readdir(folder))
  const files = names.filter((name) => name.endsWith('.ndjson')).sort()
  if (files.length === 0) throw new FileError(`The folder ${folder} holds no .ndjson file.`)
  return files.map((name) => join(folder, name))
}

async function readText(file: string): Promise<string> {
  const bytes = await reading(file, () => readFile(file))
  try {
    // The mark at its beginning is left out where the lines are read.
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch (cause) {
    throw new FileError(`The file ${file} cannot be read: it is not UTF-8 text.`, {cause})
  }
}

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    throw readErrorOf(path, cause)
  }
}

const advice: Record<string, string> = {
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n), then run this again.',
  EISDIR: 'It is a folder where a file is expected.',
}

/** An error of the system while a path was read, as a person is told of it. Any other is given back as it is. */
export function readErrorOf(path: string, cause: unknown): unknown {
  const {code} = Object(cause)
  if (typeof code !== 'string') return cause
  if (code === 'ENOENT') return new FileError(`There is no file or folder ${path}. Check how it is written.`, {cause})
  return new FileError(`${path} cannot be read (${code}). ${advice[code] ?? 'Check the path and who may read it.'}`, {
    cause,
  })
}
