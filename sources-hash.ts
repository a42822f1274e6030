import {createHash} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'

const root = import.meta.dirname
const files = globSync(['src/**/*.ts', 'schemas/**/*.ts', 'package-lock.json'], {cwd: root}).sort()
const hash = files.reduce((sum, file) => sum.update(file).update(readFileSync(`${root}/${file}`)), createHash('sha1'))

/** What `src/cli/build/program.ts` knows the sources by, as code: the build writes it in. */
export const sourcesHash = {sourcesHash: JSON.stringify(hash.digest('base64url').slice(0, 12))}
