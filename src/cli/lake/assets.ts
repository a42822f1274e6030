import {lstat, mkdir} from 'node:fs/promises'
import {basename, dirname, join, resolve, sep} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {SourceError} from '../../index.ts'
import type {NdjsonLine, StoredDocument} from '../../local.ts'
import {FileError} from '../failures.ts'
import {readOwnFile} from '../files.ts'
import {writeWhole} from '../write-file.ts'

/** How a dataset's export names a picture or file that lies beside it: `image@file://./images/<name>`. */
const spelled = /^(image|file)@file:\/\/\.\/((?:images|files)\/[\w.-]+)$/

/** Every object in a value that names a file to be uploaded. */
export function* filesNamedIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if ('_sanityAsset' in value) yield value as Record<string, unknown>
  for (const child of Object.values(value)) yield* filesNamedIn(child)
}

/** What keeps a document's files from being uploaded, or `null`. */
export function fileFault({document}: NdjsonLine): string | null {
  const bad = [...filesNamedIn(document)].find(({_sanityAsset}) => !spelled.test(String(_sanityAsset)))
  if (!bad) return null
  return `"${bad._sanityAsset}" is no file beside this one. Use the form image@file://./images/name.png.`
}

/** What an export tells of a picture or file beside its bytes, by kind and hash, as "sanity dataset export" does too. */
const assetsFile = 'assets.json'
const toldFields = ['title', 'description', 'creditLine', 'label'] as const

interface Told extends Partial<Record<(typeof toldFields)[number], string>> {
  filename?: string
}

async function toldOf(folder: string, key: string): Promise<Told> {
  const path = join(folder, assetsFile)
  if ((await lstat(path).catch(() => null)) === null) return {}
  const text = (await readOwnFile(path)).toString()
  try {
    const {[key]: asset} = JSON.parse(text)
    const told = [['filename', asset?.originalFilename], ...toldFields.map((field) => [field, asset?.[field]])]
    return Object.fromEntries(told.filter(([, text]) => typeof text === 'string' && text !== ''))
  } catch (cause) {
    throw new FileError(
      `${path} cannot be read as JSON. Without it, names of pictures are lost: remove it, or mend it.`,
      {
        cause,
      },
    )
  }
}

const told = ({originalFilename, title, description, creditLine, label}: StoredDocument): object => ({
  ...{originalFilename, title, description, creditLine, label},
})

/** Refuses a folder that is a link, which could lead anywhere. One that is not there has no files either. */
async function assertOwnFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null)
  if (found && !found.isDirectory()) throw new FileError(`${path} is a link or no folder. Put the folder itself there.`)
}

/** Uploads the files a document names, and refers to them instead. Throws `FileError`. */
export async function withUploads({document, file}: NdjsonLine, client: SanityClient): Promise<StoredDocument> {
  const copy = structuredClone(document)
  for (const place of [...filesNamedIn(copy)]) {
    const [, kind, path = ''] = spelled.exec(String(place._sanityAsset)) ?? []
    const folder = dirname(resolve(file))
    const found = join(folder, path)
    if (!found.startsWith(folder + sep)) throw new FileError(`${found} is not beside ${file}.`)
    await assertOwnFolder(dirname(found))
    const bytes = await readOwnFile(found)
    const options = {
      timeout: 120_000,
      filename: basename(path),
      ...(await toldOf(folder, `${kind}-${basename(path).split(/[-.]/)[0]}`)),
    }
    const {_id} = await (kind === 'image'
      ? client.assets.upload('image', bytes, options)
      : client.assets.upload('file', bytes, options))
    delete place._sanityAsset
    place._type ??= kind
    place.asset = {_type: 'reference', _ref: _id}
  }
  return copy
}

const isAsset = ({_type}: StoredDocument): boolean => _type === 'sanity.imageAsset' || _type === 'sanity.fileAsset'

export const assetsIn = (documents: readonly StoredDocument[]): StoredDocument[] => documents.filter(isAsset)

export interface WithFiles {
  /** Without the assets whose files are beside them. */
  documents: StoredDocument[]
  /** What is left out, and why, one sentence each. */
  left: string[]
}

/**
 * Writes the files of a dataset into a folder, and names them in the documents that refer to them. An asset whose file
 * cannot be had stays a document, so that no reference to it is lost. Throws `FileError`, and `SourceError` where nobody answers.
 */
export async function withFiles(
  documents: readonly StoredDocument[],
  folder: string,
  origin: string,
): Promise<WithFiles> {
  const names = new Map<string, string>()
  const tellings: Record<string, object> = {}
  const left: string[] = []
  for (const asset of assetsIn(documents)) {
    const kind = asset._type === 'sanity.imageAsset' ? 'image' : 'file'
    const name = basename(String(asset.path))
    if (!/^(?!\.+$)[\w.-]+$/.test(name)) {
      left.push(`The file of "${asset._id}" is left out: "${asset.path}" is no path of a file.`)
      continue
    }
    const response = await fetch(`${origin}/${asset.path}`).catch((cause: unknown) => {
      throw new SourceError(`The file of "${asset._id}" cannot be fetched.`, {cause})
    })
    if (!response.ok) {
      left.push(`The file of "${asset._id}" is left out: it cannot be fetched (HTTP ${response.status}).`)
      continue
    }
    const path = `${kind}s/${name}`
    await mkdir(join(folder, `${kind}s`), {recursive: true}).catch((cause: unknown) => {
      throw new FileError(`${join(folder, `${kind}s`)} cannot be made a folder. Take away what is there.`, {cause})
    })
    await assertOwnFolder(join(folder, `${kind}s`))
    await writeWhole(join(folder, path), new Uint8Array(await response.arrayBuffer()))
    names.set(asset._id, `${kind}@file://./${path}`)
    tellings[`${kind}-${asset.sha1hash}`] = told(asset)
  }
  if (names.size > 0) await writeWhole(join(folder, assetsFile), `${JSON.stringify(tellings, null, 2)}\n`)
  const kept = documents.filter((document) => !names.has(document._id))
  return {documents: kept.map((document) => named(document, names) as StoredDocument), left}
}

function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => named(item, names))
  const {asset, ...rest} = value as {asset?: {_ref?: string}}
  const name = names.get(asset?._ref ?? '')
  const kept = name === undefined ? value : {...rest, _sanityAsset: name}
  return Object.fromEntries(Object.entries(kept).map(([key, child]) => [key, named(child, names)]))
}
