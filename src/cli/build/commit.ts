import {lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {FileError} from '../failures.ts'
import {writeWhole} from '../write-file.ts'
import type {BuildFolder} from './folder.ts'
import {refuseLink} from './folder.ts'
import {type Manifest, manifestText} from './manifest.ts'
import {roleFiles, type SiteRole} from './printed-role.ts'

/** A file of the site that belongs to no role. */
export interface SiteFile {
  name: string
  text: string
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
  const ours = [folder.earlier, folder.interrupted].filter((manifest) => manifest !== null)
  refuseForeign(folder, made, isForced ? null : ours)
  await writeWhole(folder.nextPath, manifestText(made.manifest))
  const parents = new Set(made.written.map(({entry}) => dirname(join(folder.out, entry.path))))
  for (const parent of parents) mkdirSync(parent, {recursive: true})
  for (const role of made.written) putRole(folder, role)
  for (const file of made.files) putFile(folder, file)
  for (const manifest of ours) takeAway(folder, manifest, made.manifest)
  renameSync(folder.nextPath, folder.manifestPath)
  rmSync(folder.staging, {recursive: true, force: true})
}

/** `ours` is `null` where files of others may be written over. Links are never followed. */
function refuseForeign({out}: BuildFolder, {written, files}: Made, ours: Manifest[] | null): void {
  const paths = new Set(ours?.flatMap(({roles}) => [...roles.values()].map(({entry}) => entry.path)))
  const names = new Set(ours?.flatMap((manifest) => Object.keys(manifest.files)))
  const isThere = (path: string) => lstatSync(join(out, path), {throwIfNoEntry: false}) !== undefined
  const parents = new Set([...written.map(({entry}) => dirname(entry.path)), ...files.map(({name}) => dirname(name))])
  for (const parent of parents) refuseLinksOn(out, parent)
  const inTheWay = [
    ...written.flatMap(({entry: {path}}) => {
      refuseLink(join(out, path))
      return paths.has(path) ? [] : roleFiles.map((name) => join(path, name)).filter(isThere)
    }),
    ...files.map(({name}) => name).filter((name) => !names.has(name) && isThere(name)),
  ]
  if (ours === null || inTheWay.length === 0) return
  const [first] = inTheWay
  throw new FileError(
    `${inTheWay.length} of the files to write are there already and were not written by "roleprint build", ${first} for one. Move them away, or add --force to write over them. Nothing was changed.`,
  )
}

function refuseLinksOn(out: string, path: string): void {
  let folder = out
  for (const part of path.split('/').filter((part) => part !== '' && part !== '.')) {
    folder = join(folder, part)
    refuseLink(folder)
  }
}

function putRole({out, staging}: BuildFolder, {entry: {path, slug}}: SiteRole): void {
  const [from, to] = [join(staging, slug), join(out, path)]
  if (lstatSync(to, {throwIfNoEntry: false}) === undefined) {
    renameSync(from, to)
    return
  }
  for (const name of roleFiles) renameSync(join(from, name), join(to, name))
}

function putFile({out, staging}: BuildFolder, {name, text}: SiteFile): void {
  const path = join(out, name)
  if (isSame(path, text)) return
  const waiting = join(staging, '-file')
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(waiting, text)
  renameSync(waiting, path)
}

const isSame = (path: string, text: string): boolean =>
  lstatSync(path, {throwIfNoEntry: false})?.isFile() === true && readFileSync(path).equals(Buffer.from(text))

/** Removes the files of an earlier build that this one has not, and folders that are empty then. */
function takeAway({out}: BuildFolder, earlier: Manifest, now: Manifest): void {
  const kept = new Set([...now.roles.values()].map(({entry}) => entry.path))
  for (const {entry} of earlier.roles.values()) {
    if (!kept.has(entry.path))
      removeFiles(
        out,
        roleFiles.map((name) => join(entry.path, name)),
      )
  }
  removeFiles(
    out,
    Object.keys(earlier.files).filter((name) => !Object.hasOwn(now.files, name)),
  )
}

function removeFiles(out: string, names: readonly string[]): void {
  for (const name of names) {
    const path = join(out, name)
    if (isThroughLink(out, dirname(path))) continue
    if (lstatSync(path, {throwIfNoEntry: false})?.isDirectory() === false) unlinkSync(path)
    removeEmpty(out, dirname(path))
  }
}

/** Whether a folder on the way is a link, which leads to files that are not ours. */
function isThroughLink(out: string, folder: string): boolean {
  for (let path = folder; path !== out; path = dirname(path)) {
    if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink()) return true
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
