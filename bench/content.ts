import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {localSource, parseNdjsonFiles} from '../src/local.ts'

const folder = new URL('../content/', import.meta.url)

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => ({file: name, text: readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')}))

/** The sample content. */
export const content = localSource(parseNdjsonFiles(files))
