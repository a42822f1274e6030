import {isUtf8} from 'node:buffer'
import {hash} from 'node:crypto'
import {closeSync, openSync, readSync, statSync} from 'node:fs'
import {parseNdjsonFiles} from '../../local.ts'
import {FileError} from '../failures.ts'
import {pathsOf, readErrorOf, readFiles} from '../files.ts'
import {type Catalog, catalogOf, isRole, type Listed, languageOf, slugOf} from './catalog.ts'
import {linesOf, type Span} from './lines.ts'

/**
 * The published documents of NDJSON files, by where they stand. The files stay open, for printers in all threads, which
 * read what they are about to print: of a dataset of any size, little is held.
 */
export interface LocalDocuments {
  places: ReadonlyMap<string, Place>
  /** Those whose documents are wanted one at a time. */
  roleIds: ReadonlySet<string>
  /**
   * Of roles, as JSON: as much as another role prints of them. Those of lines that an earlier build has seen are missing,
   * as are those that lack any of it.
   */
  heads: ReadonlyMap<string, string>
}

/** An open file, where in it the JSON of a document stands, and the hash of that. */
export interface Place {
  file: OpenFile
  span: Span
  rev: string
}

interface OpenFile {
  path: string
  descriptor: number
}

export interface ReadDocuments extends LocalDocuments {
  catalog: Catalog
  close(): void
}

/** Reads files, or all NDJSON files of a folder. `known` spares the reading of lines that an earlier build has seen. */
export async function readLocalDocuments(path: string, known: Known): Promise<ReadDocuments> {
  const files: OpenFile[] = []
  const close = () => {
    for (const {descriptor} of files.splice(0)) closeSync(descriptor)
  }
  try {
    for (const file of await pathsOf(path)) files.push(open(file))
    const found = documentsIn(files, known)
    // Read once more by the parser that can say what is wrong, and where.
    if (found === null) {
      parseNdjsonFiles(await readFiles(path))
      throw changed(path)
    }
    const catalog = catalogOf(found.listed)
    const roleIds = new Set([...catalog.values()].filter(isRole).map(({id}) => id))
    return {places: found.places, roleIds, heads: found.heads, catalog, close}
  } catch (error) {
    close()
    throw error
  }
}

/** The JSON of a document. Throws `FileError` where it is no longer what was read at first. */
export function jsonAt({file, span: [start, end], rev}: Place): string {
  const bytes = Buffer.allocUnsafe(end - start)
  const length = reading(file.path, () => readSync(file.descriptor, bytes, 0, bytes.length, start))
  if (length < bytes.length || revOf(bytes) !== rev) throw changed(file.path)
  return bytes.toString()
}

const revOf = (line: Buffer): string => hash('sha1', line, 'base64url')

const changed = (path: string): FileError => new FileError(`${path} changed while it was read. Run this again.`)

function open(path: string): OpenFile {
  return reading(path, () => {
    if (!statSync(path).isFile()) throw noFile(path)
    return {path, descriptor: openSync(path, 'r')}
  })
}

/** A pipe, for one, which is read once, and which may have nobody who writes to it. */
const noFile = (path: string): FileError =>
  new FileError(`${path} is not a file. A build reads its files more than once: put the content into one first.`)

function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read()
  } catch (cause) {
    throw readErrorOf(path, cause)
  }
}

/** Documents by the hash of their line. */
export type Known = ReadonlyMap<string, Listed>

interface Found {
  places: Map<string, Place>
  heads: Map<string, string>
  listed: Listed[]
}

/** `null` where a line is no document, or an id is used twice. */
function documentsIn(files: readonly OpenFile[], known: Known): Found | null {
  const found: Found = {places: new Map(), heads: new Map(), listed: []}
  const areWhole = files.every((file) => reading(file.path, () => addDocuments(file, known, found)))
  return areWhole ? found : null
}

function addDocuments(file: OpenFile, known: Known, {places, heads, listed}: Found): boolean {
  for (const {span, bytes} of linesOf(file.descriptor)) {
    if (!isUtf8(bytes)) return false
    const rev = revOf(bytes)
    const document = known.get(rev) ?? read(bytes.toString(), rev, heads)
    if (document === null && bytes.toString().trim() === '') continue
    if (document === null || places.has(document.id)) return false
    places.set(document.id, {file, span, rev})
    if (!/^(?:drafts|versions)\./.test(document.id)) listed.push(document)
  }
  return true
}

function read(json: string, rev: string, heads: Map<string, string>): Listed | null {
  let document: Record<'_id' | '_type' | '_updatedAt' | 'title' | 'language', unknown> & {
    slug?: {current?: unknown} | null
  }
  try {
    document = JSON.parse(json)
  } catch {
    return null
  }
  const {_id: id, _type: type, _updatedAt, title, language, slug: given} = document ?? {}
  if (typeof id !== 'string' || id === '' || typeof type !== 'string' || type === '') return null
  if (type !== 'role') return {id, rev}
  const slug = slugOf(given?.current)
  // Anything else may be of any size.
  if (typeof title === 'string' && typeof _updatedAt === 'string' && slug && isTextIfAny(language))
    heads.set(id, JSON.stringify({_id: id, _type: type, _updatedAt, title, language, slug: {current: slug}}))
  return {id, rev, slug, language: languageOf(language)}
}

const isTextIfAny = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string'
