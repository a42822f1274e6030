import {readFileSync} from 'node:fs'
import {systemCode} from '../../disk/hindrance.ts'
import {FileError} from '../failures.ts'
import {readErrorOf} from '../files.ts'
import {type Catalog, type Listed, languageOf, type Slug} from './catalog.ts'
import type {PrintedRole, SiteRole} from './printed-role.ts'

/** What a build has written, and what of: enough to tell which roles must be printed anew. */
export interface Manifest {
  /** Which program, on which Node: another one may print otherwise. */
  program: string
  /** Every file but those of the roles, relative to the folder. */
  files: string[]
  documents: Catalog
  roles: ReadonlyMap<string, SiteRole>
}

/** The manifest of an earlier build, with all it knows of each role. */
export interface EarlierManifest extends Manifest {
  roles: ReadonlyMap<string, PrintedRole & SiteRole>
}

const version = 1
const partLength = 100_000

/** Whether the name of a file stays in the folder. No part of it begins with a dot. */
export const isInside = (name: string): boolean => /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name)

/** A document's id, its revision and, of a role, what stands as its slug and its language. */
type Listing = [string, string, ...Slug[]]

type Head = Pick<Manifest, 'program' | 'files'> & {roleprint: number}

/** As NDJSON: a head, the documents, and a line for each role. In parts, since in one it may be larger than all the rest. */
export function* manifestParts({program, files, documents, roles}: Manifest): Generator<string> {
  const head = {roleprint: version, program, files}
  const listed = [...documents.values()].map(({id, rev, ...role}) =>
    'slug' in role ? [id, rev, role.slug, role.language ?? null] : [id, rev],
  )
  yield `${JSON.stringify(head)}\n${JSON.stringify(listed)}\n`
  let part = ''
  for (const {line} of roles.values()) {
    part += `${line}\n`
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield part
}

/** `null` where there is none. Throws `FileError` for a file that is no manifest. */
export function readManifest(path: string): EarlierManifest | null {
  try {
    return manifestOf(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null
    // The list is whole where the system keeps it from being read.
    if (systemCode(cause) !== null) throw readErrorOf(path, cause)
    throw new FileError(`${path} cannot be read as the list of what was built. Remove it, and add --force.`, {cause})
  }
}

/** Throws for a text that is none, or that leads out of the folder. */
export function manifestOf(text: string): EarlierManifest {
  const lines = text.split('\n').filter(Boolean)
  const [head, listed, ...roles] = lines.map((line) => JSON.parse(line)) as [Head, Listing[], ...PrintedRole[]]
  if (head.roleprint !== version) throw new Error(`This is version ${head.roleprint}.`)
  const names = [...head.files, ...roles.map(({entry}) => entry.path.replace(/^\//, ''))]
  if (!names.every(isInside)) throw new Error('It names a file outside of the folder.')
  if (!roles.every(isWhole)) throw new Error('A role in it is not whole.')
  return {
    program: head.program,
    files: head.files,
    documents: new Map(listed.map(([id, rev, ...slug]) => [id, listedAs(id, rev, slug)])),
    roles: new Map(roles.map((role, index) => [role.entry.id, {...role, line: lines[index + 2] ?? ''}])),
  }
}

const isWhole = ({entry, sizes, uses, hash}: PrintedRole): boolean =>
  [sizes, uses, entry.levels, entry.skills].every(Array.isArray) &&
  typeof hash === 'string' &&
  typeof entry.title === 'string'

const listedAs = (id: string, rev: string, [slug, language]: Slug[]): Listed =>
  slug === undefined ? {id, rev} : {id, rev, slug, language: languageOf(language)}
