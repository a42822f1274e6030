import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

/** The style sheets and scripts stand beside the built program; in the sources each has a folder of its own. */
const folders = ['./', './site/', '../theme/']

/** The text of a style sheet or script that comes with the package. */
export function shippedFile(name: 'roleprint.css' | 'roleprint.js' | 'site.css'): Promise<string> {
  const places = folders.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url)))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`${name} is missing from the package; install it again.`)
  return readFile(found, 'utf8')
}
