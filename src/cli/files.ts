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
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (cause) {
    throw new FileError(`The file ${file} cannot be read: it is not UTF-8 text.`, {cause})
  }
}

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    throw new FileError(
      code === 'ENOENT'
        ? `There is no file or folder ${path}. Check how it is written.`
        : `${path} cannot be read (${code}). Check the path and who may read it.`,
      {cause},
    )
  }
}
