import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The Studio of this checkout. The published package brings the plugin for a Studio, but no Studio. */
export function studioFolder(): string | null {
  const places = ['../studio', '../../../studio'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(join(place, 'sanity.config.ts'))) ?? null
}

// Not the whole folder: among its packages is a link to this one, which holds the folder.
const sources = ['.', 'plugin', 'waiting']

/** A name for what the Studio is built from, its own sources and the library: a build of the same is not made again. */
export function fingerprint(studio: string): string {
  const library = join(studio, '..', 'dist')
  const files = [
    ...sources.flatMap((folder) => filesIn(join(studio, folder), folder !== '.')),
    ...filesIn(library, false).filter((file) => file.endsWith('.js')),
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${relative(studio, file)}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

const filesIn = (folder: string, recursive: boolean): string[] =>
  readdirSync(folder, {recursive, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
