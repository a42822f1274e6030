import {mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {FileError} from '../failures.ts'
import {writeWhole} from '../write-file.ts'
import type {BuildFolder} from './folder.ts'
import {refuseLink} from './folder.ts'
import {type Manifest, manifestParts} from './manifest.ts'
import {waitingName} from './names.ts'
import {filesOf, filesOfRole, forgetLeftovers, noteLeftovers, ownFiles} from './own-files.ts'
import {roleFiles, type SiteRole} from './printed-role.ts'
import {standingAt} from './standing-at.ts'

/** A file of the site that belongs to no role. */
export interface SiteFile {
  name: string
  /** Made when it is written: no more than one of them is held. */
  text(): string
}

/** What a build has made, waiting in the staging folder or here. */
export interface Made {
  manifest: Manifest
  /** The roles whose files wait in the staging folder. */
  written: SiteRole[]
  files: SiteFile[]
}

/**
 * Puts everything in its place, each file by one renaming, and takes away what is no longer of the site. The manifest
 * comes last; the one of the next build stands beside it meanwhile, so that whatever was interrupted is known as ours.
 * Throws `FileError` before anything is touched where a file in the way is not ours.
 */
export async function commit(folder: BuildFolder, made: Made, isForced: boolean): Promise<void> {
  const {out, manifestPath, nextPath, staging} = folder
  const waiting = made.files.flatMap((file, index) => stageFile(folder, file, join(staging, `-${index}`)))
  const now = filesOf(made.manifest)
  const ours = ownFiles(folder)
  refuseForeign(out, filesToWrite(made), isForced ? null : ours)
  await noteLeftovers(folder)
  await writeWhole(nextPath, manifestParts(made.manifest))
  const parents = new Set(made.written.map(({entry}) => dirname(join(out, entry.path))))
  for (const parent of parents) mkdirSync(parent, {recursive: true})
  for (const role of made.written) putRole(folder, role)
  for (const file of waiting) putFile(folder, file)
  for (const name of ours) if (!now.has(name)) remove(out, name)
  renameSync(nextPath, manifestPath)
  rmSync(staging, {recursive: true, force: true})
  forgetLeftovers(folder)
}

const filesToWrite = ({written, files}: Made): string[] => [
  ...written.flatMap(({entry}) => filesOfRole(entry)),
  ...files.map(({name}) => name),
]

/** `ours` is `null` where files of others may be written over. Links are never followed. */
function refuseForeign(out: string, names: readonly string[], ours: ReadonlySet<string> | null): void {
  for (const parent of new Set(names.map((name) => dirname(name)))) refuseLinksOn(out, parent)
  const found = names.flatMap((name) => {
    const there = standingAt(join(out, name))
    return there ? {name, isFolder: there.isDirectory()} : []
  })
  const [folder] = found.filter(({isFolder}) => isFolder)
  if (folder) throw new FileError(`${folder.name} is a folder where a file belongs. Move it away. Nothing was changed.`)
  const foreign = found.filter(({name}) => ours && !ours.has(name))
  if (foreign.length === 0) return
  throw new FileError(
    `${foreign.length} of the files to write are there already and were not written by "roleprint build", ${foreign[0]?.name} for one. Move them away, or add --force to write over them. Nothing was changed.`,
  )
}

function refuseLinksOn(out: string, path: string): void {
  let folder = out
  for (const part of path.split('/').filter((part) => part !== '' && part !== '.')) {
    folder = join(folder, part)
    refuseLink(folder)
  }
}

function putRole({out, staging}: BuildFolder, {entry}: SiteRole): void {
  const [from, to] = [join(staging, waitingName(entry)), join(out, entry.path)]
  if (standingAt(to) === undefined) {
    renameSync(from, to)
    return
  }
  for (const name of roleFiles) renameSync(join(from, name), join(to, name))
}

interface WaitingFile {
  name: string
  at: string
}

/** Lets a file wait in the staging folder, unless it is there already. No slug begins with a hyphen. */
function stageFile({out}: BuildFolder, {name, text}: SiteFile, at: string): WaitingFile | [] {
  const made = text()
  if (isSame(join(out, name), made)) return []
  rmSync(at, {recursive: true, force: true})
  writeFileSync(at, made, {flag: 'wx'})
  return {name, at}
}

function putFile({out}: BuildFolder, {name, at}: WaitingFile): void {
  const path = join(out, name)
  mkdirSync(dirname(path), {recursive: true})
  renameSync(at, path)
}

const isSame = (path: string, text: string): boolean =>
  standingAt(path)?.isFile() === true && readFileSync(path).equals(Buffer.from(text))

/** Removes a file of an earlier build, and folders that are empty then. */
function remove(out: string, name: string): void {
  const path = join(out, name)
  if (isThroughLink(out, dirname(path))) return
  if (standingAt(path)?.isDirectory() === false) unlinkSync(path)
  removeEmpty(out, dirname(path))
}

/** Whether a folder on the way is a link, which leads to files that are not ours. */
function isThroughLink(out: string, folder: string): boolean {
  for (let path = folder; path !== out; path = dirname(path)) {
    if (standingAt(path)?.isSymbolicLink()) return true
  }
  return false
}

function removeEmpty(out: string, folder: string): void {
  for (let path = folder; path !== out; path = dirname(path)) {
    try {
      rmdirSync(path)
    } catch {
      return
    }
  }
}
