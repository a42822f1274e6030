import {existsSync, statSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {SourceError} from '../../index.ts'
import {parseNdjson, type StoredDocument} from '../../local.ts'
import {refuseLink} from '../build/folder.ts'
import type {ExportCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {exitCodes} from '../failures.ts'
import {writeWhole} from '../write-file.ts'
import {assetsIn, withFiles} from './assets.ts'
import type {Connection} from './connect.ts'

/** Prints a whole dataset, drafts included, one document a line: to a file, a folder with its pictures, or as text. */
export async function exportDataset({client, lake}: Connection, {out}: ExportCommand) {
  const documents = await allDocuments({client, lake})
  const count = counted(documents.length, 'document')
  if (out !== null && isFolder(out)) {
    refuseLink(resolve(out))
    await mkdir(out, {recursive: true})
    const origin = lake.host.endsWith('sanity.io') ? 'https://cdn.sanity.io' : new URL(client.getUrl('/')).origin
    const {documents: named, left} = await withFiles(documents, out, origin)
    await writeWhole(join(out, 'data.ndjson'), asLines(named))
    const written = counted(assetsIn(documents).length - left.length, 'file')
    return {
      stdout: '',
      stderr: `${left.map((sentence) => `${sentence}\n`).join('')}Wrote ${count} and ${written} to ${out}.\n`,
      exitCode: left.length > 0 ? exitCodes.content : exitCodes.ok,
    }
  }
  const files = assetsIn(documents).length
  const left =
    files > 0
      ? `${counted(files, 'picture or file')} not taken along; name a folder, as in --out backup/, for that.\n`
      : ''
  if (out === null) return {stdout: asLines(documents), stderr: left}
  await writeWhole(out, asLines(documents))
  return {stdout: '', stderr: `${left}Wrote ${count} to ${out}.\n`}
}

const isFolder = (path: string): boolean => path.endsWith('/') || (existsSync(path) && statSync(path).isDirectory())

const asLines = (documents: readonly object[]): string => documents.map((one) => `${JSON.stringify(one)}\n`).join('')

/** A redirect, for one, ends with nothing too, and must not pass for a backup. */
async function assertEmpty(client: SanityClient): Promise<void> {
  const count: unknown = await client.fetch('count(*)', {}, {perspective: 'raw'})
  if (count !== 0) throw new Error('The answer holds no documents.')
}

// What lets somebody in, for an hour or for good, is no content and belongs in no file.
const secrets = ['sanity.previewUrlSecret', 'sanity.previewUrlShareAccess', 'sanity.vercelProtectionBypass']

async function allDocuments({client, lake}: Pick<Connection, 'client' | 'lake'>): Promise<StoredDocument[]> {
  try {
    const text: unknown = await client.request({url: `/data/export/${lake.dataset}`})
    const documents = parseNdjson(String(text), 'the export')
    if (documents.length === 0) await assertEmpty(client)
    return documents.filter(({_type}) => !secrets.includes(_type))
  } catch (cause) {
    throw new SourceError('The dataset cannot be exported.', {cause})
  }
}
