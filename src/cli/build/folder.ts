import {existsSync, mkdirSync, readdirSync, realpathSync} from 'node:fs'
import {homedir} from 'node:os'
import {basename, dirname, join, parse, resolve, sep} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {hindranceOf, keptDespite, systemCode} from '../../disk/hindrance.ts'
import {FileError} from '../failures.ts'
import {type EarlierManifest, readManifest} from './manifest.ts'
import {standingAt} from './standing-at.ts'

/** The folder a site is built into, for this process alone until it is closed. */
export interface BuildFolder {
  out: string
  /** Where files wait until all are there. */
  staging: string
  /** What the last whole build wrote. */
  earlier: EarlierManifest | null
  /** What a build was about to write when it was interrupted. */
  interrupted: EarlierManifest | null
  manifestPath: string
  /** The manifest of a build that is writing. */
  nextPath: string
  /** What interrupted builds were about to write, of which no manifest knows any more. */
  leftoversPath: string
  close(): void
}

const ownFolder = '.roleprint-build'

/**
 * Makes the folder ready, or refuses it: one that is not ours is only taken with `isForced`, and some never are. Throws
 * `FileError`.
 */
export function openFolder(path: string, isForced: boolean): BuildFolder {
  const out = resolve(path)
  return asFileError(path, () => {
    refuseDangerous(out, path)
    mkdirSync(out, {recursive: true})
    const own = join(out, ownFolder)
    const names = readdirSync(out)
    if (names.length > 0 && !names.includes(ownFolder) && !isForced) {
      throw new FileError(
        `${path} is not empty and was not made by "roleprint build" (it holds ${names[0]}). Name a new folder, or add --force: files with the names of the site's own are then written over.`,
      )
    }
    refuseLink(own)
    mkdirSync(own, {recursive: true})
    const close = lock(join(own, 'lock'), path)
    try {
      const paths = {
        staging: join(own, 'staging'),
        manifestPath: join(own, 'manifest.ndjson'),
        nextPath: join(own, 'next.ndjson'),
        leftoversPath: join(own, 'leftovers.json'),
      }
      refuseLink(paths.staging)
      const [earlier, interrupted] = [readManifest(paths.manifestPath), readManifest(paths.nextPath)]
      return {out, earlier, interrupted, ...paths, close}
    } catch (error) {
      close()
      throw error
    }
  })
}

function refuseDangerous(out: string, path: string): void {
  const real = realOf(out)
  const holds = (folder: string) => `${realOf(folder)}${sep}`.startsWith(real.endsWith(sep) ? real : `${real}${sep}`)
  const name = holds(homedir()) ? 'your home folder' : holds(process.cwd()) ? 'the folder you are in' : null
  if (real === parse(real).root || name !== null || existsSync(join(out, '.git'))) {
    const what = name === null ? 'a whole disk or a repository' : name
    throw new FileError(`${path} is ${what} or holds it. Name a folder for the site alone, such as --out site.`)
  }
  refuseLink(out)
}

/** The path without links, as far as it is there. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(realOf(parent), basename(path))
}

/** A link would lead out of the folder. */
export function refuseLink(path: string): void {
  const found = standingAt(path)
  if (found?.isSymbolicLink()) throw new FileError(`${path} is a link. Name the folder itself, or remove the link.`)
  if (found && !found.isDirectory()) throw new FileError(`${path} is a file where a folder belongs. Move it away.`)
}

/** The system gives the lock back when the process ends, however that may be. */
function lock(file: string, path: string): () => void {
  const found = standingAt(file)
  if (found && !found.isFile()) throw new FileError(`${file} is a link or no file. Remove it.`)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    database.exec('BEGIN IMMEDIATE')
  } catch (cause) {
    database?.close()
    throw cause instanceof Error && /database is locked/.test(cause.message)
      ? new FileError(`Another build is writing to ${path}. Wait until it is done, or name another folder.`, {cause})
      : new FileError(`${file} cannot be used as a lock. ${hindranceOf(cause) ?? 'Remove it, then run this again.'}`, {
          cause,
        })
  }
  const held = database
  return () => held.close()
}

/** Runs work on files; what goes wrong is told as such. */
export function asFileError<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw fileErrorOf(path, cause)
  }
}

export function fileErrorOf(path: string, cause: unknown): unknown {
  const {path: from, dest = from} = cause as NodeJS.ErrnoException & {dest?: string}
  const code = systemCode(cause)
  if (cause instanceof FileError || code === null) return cause
  const advice = keptDespite(
    cause,
    'What stands there is whole, and the next build goes on from it.',
    'Check the folder, then run this again.',
  )
  return new FileError(`${dest ?? path} cannot be written (${code}). ${advice}`, {cause})
}
