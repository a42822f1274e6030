import {constants, type Stats} from 'node:fs'
import {lstat, open, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {hindranceOf} from '../disk/hindrance.ts'
import type {NdjsonFile} from '../local.ts'
import {FileError} from './failures.ts'

/** The texts of a file, or of every NDJSON file in a folder. Throws `FileError`. */
export async function readFiles(path: string): Promise<NdjsonFile[]> {
  const files = await pathsOf(path)
  return Promise.all(files.map(async (file) => ({file, text: textOf(file, await bytesOf(file, file !== path))})))
}

/** A file, or every NDJSON file in a folder. Throws `FileError`. */
export async function pathsOf(path: string): Promise<string[]> {
  const found = await reading(path, () => stat(path))
  return found.isDirectory() ? filesIn(path) : [path]
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await reading(folder, () => readdir(folder))
  const files = names.filter((name) => name.endsWith('.ndjson')).sort()
  if (files.length === 0) throw new FileError(`The folder ${folder} holds no .ndjson file.`)
  const paths = files.map((name) => join(folder, name))
  for (const path of paths) await assertOwnFile(path)
  return paths
}

/** Refuses what lies in a folder and is no file of it: a link could lead to anything, and a pipe to no end. */
async function assertOwnFile(path: string): Promise<void> {
  const found = await reading(path, () => lstat(path))
  if (found.isSymbolicLink()) throw isLink(path)
  assertReadable(path, found)
}

/** What a file of a folder holds, and nothing else, whatever is put in its place meanwhile. Throws `FileError`. */
export const readOwnFile = (path: string): Promise<Buffer> => bytesOf(path, true)

/** A link that somebody has named is followed, one in a folder never. */
async function bytesOf(path: string, isOwn: boolean): Promise<Buffer> {
  // A pipe without a writer would be waited for.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (isOwn ? constants.O_NOFOLLOW : 0)
  const file = await open(path, flags).catch((cause: unknown) => {
    throw isOwn && Object(cause).code === 'ELOOP' ? isLink(path) : readErrorOf(path, cause)
  })
  return reading(path, async () => {
    assertReadable(path, await file.stat())
    return await file.readFile()
  }).finally(() => file.close())
}

const isLink = (path: string) => new FileError(`${path} is a link. Put the file itself there, or name it in the call.`)

// A pipe may have nobody who writes to it, and a device no end.
function assertReadable(path: string, found: Stats): void {
  if (found.isFile() || found.isDirectory()) return
  throw new FileError(`${path} is no file, but a pipe or a device. Put what it holds into a file first.`)
}

function textOf(file: string, bytes: Buffer): string {
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

/** An error of the system while a path was read, as a person is told of it. Any other is given back as it is. */
export function readErrorOf(path: string, cause: unknown): unknown {
  const {code} = Object(cause)
  if (typeof code !== 'string') return cause
  if (code === 'ENOENT') return new FileError(`There is no file or folder ${path}. Check how it is written.`, {cause})
  return new FileError(
    `${path} cannot be read (${code}). ${isRefusal(code) ? toRead : (hindranceOf(cause) ?? toRead)}`,
    {
      cause,
    },
  )
}

const toRead = 'Check the path and who may read it.'
const isRefusal = (code: string): boolean => code === 'EACCES' || code === 'EPERM'
