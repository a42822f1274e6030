/**
 * Writes the files of a folder anew, from memory: what no build of the same files can be faster than in one thread.
 * `--from FOLDER --out FOLDER`. Prints how many seconds the writing alone took.
 */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {from: {type: 'string', default: ''}, out: {type: 'string', default: ''}}})
const {from, out} = values

const files = readdirSync(from, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return {path: relative(from, path), bytes: readFileSync(path)}
  })

const start = performance.now()
for (const {path, bytes} of files) {
  const target = join(out, path)
  mkdirSync(dirname(target), {recursive: true})
  writeFileSync(target, bytes)
}
console.log(JSON.stringify({writing: (performance.now() - start) / 1000}))
