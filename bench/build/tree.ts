import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'

/** The hash of each file a reader of the site can see, by its path in the folder. */
export type Tree = ReadonlyMap<string, string>

/** Whatever has a dot before its name is the builder's own. */
export function treeOf(folder: string): Tree {
  return new Map(
    filesIn(folder).map((path) => [
      relative(folder, path),
      createHash('sha1').update(readFileSync(path)).digest('hex'),
    ]),
  )
}

/** One hash for all files and their places. */
export const hashOf = (tree: Tree): string =>
  createHash('sha1')
    .update(JSON.stringify([...tree]))
    .digest('hex')

export const bytesIn = (folder: string): number => filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)

function filesIn(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path) : [path]
    })
}
