import {readdirSync, readFileSync} from 'node:fs'
import {localSource, parseNdjson} from '../src/local.ts'

const folder = new URL('../content/', import.meta.url)

/** The sample documents, as they are bundled. */
export const sampleDocuments = readdirSync(folder)
  .filter((name) => name.endsWith('.ndjson'))
  .flatMap((name) => parseNdjson(readFileSync(new URL(name, folder), 'utf8'), name))

export const sampleSource = localSource(sampleDocuments)
