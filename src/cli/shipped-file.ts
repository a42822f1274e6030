import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

export type ShippedName =
  | 'roleprint.css'
  | 'roleprint-compare.css'
  | 'site.css'
  | 'roles.css'
  | 'roleprint.js'
  | 'roles.js'
  | 'follow.js'
  | 'overlays.js'

/**
 * The style sheets and scripts stand beside the built program. In the sources each has a folder of its own, and what is
 * bundled is there after a build.
 */
const folders = ['./', './site/', './build/', '../theme/', '../../dist/']

/** The text of a style sheet or script that comes with the package. */
export function shippedFile(name: ShippedName): Promise<string> {
  const places = folders.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url)))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`${name} is missing from the package; install it again.`)
  return readFile(found, 'utf8')
}
