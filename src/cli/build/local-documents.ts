import {isUtf8} from 'node:buffer'
import {hash} from 'node:crypto'
import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {parseNdjsonFiles} from '../../local.ts'
import {FileError} from '../failures.ts'
import {pathsOf, readFiles} from '../files.ts'
import {type Catalog, catalogOf, isRole, type Listed, slugOf} from './catalog.ts'

/**
 * The published documents of NDJSON files, kept as the bytes they came in: printers in other threads look at the same
 * bytes, and take out of them what they are about to print.
 */
export interface LocalDocuments {
  bytes: SharedArrayBuffer
  /** Where the JSON of each document begins and ends. */
  places: ReadonlyMap<string, Place>
  /** Those whose documents are wanted one at a time. */
  roleIds: ReadonlySet<string>
  /** Of roles, as JSON: as much as another role prints of them. Those of lines that an earlier build has seen are missing. */
  heads: ReadonlyMap<string, string>
}

export type Place = readonly [start: number, end: number]

/** Reads files, or all NDJSON files of a folder. `known` spares the reading of lines that an earlier build has seen. */
export async function readLocalDocuments(path: string, known: Known): Promise<LocalDocuments & {catalog: Catalog}> {
  const files = await pathsOf(path)
  const {bytes, ends} = readBytes(files)
  const found = documentsIn(Buffer.from(bytes), ends, known)
  // Read once more by the parser that can say what is wrong, and where.
  if (found === null) {
    parseNdjsonFiles(await readFiles(path))
    throw new FileError(`${path} changed while it was read. Run this again.`)
  }
  const catalog = catalogOf(found.listed)
  const roleIds = new Set([...catalog.values()].filter(isRole).map(({id}) => id))
  return {bytes, places: found.places, roleIds, heads: found.heads, catalog}
}

/** The JSON of a document. */
export const jsonOf = (bytes: Buffer, [start, end]: Place): string => bytes.toString('utf8', start, end)

function readBytes(files: readonly string[]): {bytes: SharedArrayBuffer; ends: number[]} {
  const opened: {file: string; descriptor: number; size: number}[] = []
  try {
    for (const file of files) {
      const descriptor = openSync(file, 'r')
      opened.push({file, descriptor, size: fstatSync(descriptor).size})
    }
    const bytes = new SharedArrayBuffer(opened.reduce((sum, {size}) => sum + size, 0))
    const ends: number[] = []
    let end = 0
    for (const {descriptor, size} of opened) {
      const part = new Uint8Array(bytes, end, size)
      for (let read = 0; read < size; ) {
        const more = readSync(descriptor, part, read, size - read, null)
        if (more === 0) break
        read += more
      }
      end += size
      ends.push(end)
    }
    return {bytes, ends}
  } catch (cause) {
    throw new FileError(`The content cannot be read (${(cause as NodeJS.ErrnoException).code}).`, {cause})
  } finally {
    for (const {descriptor} of opened) closeSync(descriptor)
  }
}

/** Documents by the hash of their line. */
export type Known = ReadonlyMap<string, Listed>

/** `null` where a line is no document, or an id is used twice. */
function documentsIn(bytes: Buffer, ends: readonly number[], known: Known) {
  if (!isUtf8(bytes)) return null
  const places = new Map<string, Place>()
  const heads = new Map<string, string>()
  const listed: Listed[] = []
  for (const [start, end] of linesIn(bytes, ends)) {
    const rev = hash('sha1', bytes.subarray(start, end), 'base64url')
    const document = known.get(rev) ?? read(jsonOf(bytes, [start, end]), rev, heads)
    if (document === null && jsonOf(bytes, [start, end]).trim() === '') continue
    if (document === null || places.has(document.id)) return null
    places.set(document.id, [start, end])
    if (!/^(?:drafts|versions)\./.test(document.id)) listed.push(document)
  }
  return {places, heads, listed}
}

function* linesIn(bytes: Buffer, ends: readonly number[]): Generator<Place> {
  let start = 0
  for (const end of ends) {
    if (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3
    while (start < end) {
      const newline = bytes.indexOf(0x0a, start)
      const last = newline === -1 || newline > end ? end : newline
      if (!isBlank(bytes, start, last)) yield [start, last]
      start = last + 1
    }
    start = end
  }
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return false
  }
  return true
}

function read(json: string, rev: string, heads: Map<string, string>): Listed | null {
  let document: {_id?: unknown; _type?: unknown; title?: unknown; slug?: {current?: unknown} | null}
  try {
    document = JSON.parse(json)
  } catch {
    return null
  }
  const {_id: id, _type: type, title, slug} = document ?? {}
  if (typeof id !== 'string' || id === '' || typeof type !== 'string' || type === '') return null
  if (type !== 'role') return {id, rev}
  heads.set(id, JSON.stringify({_id: id, _type: type, title, slug}))
  return {id, rev, slug: slugOf(slug?.current)}
}
