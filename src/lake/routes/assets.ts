import {createHash, randomUUID} from 'node:crypto'
import {imageSize} from 'image-size'
import {badRequest, failed, refused} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import {author, type Parts, write} from '../lake.ts'
import type {Workspace} from '../write/workspace.ts'

const largestFile = 100_000_000
const longestSide = 100_000
/** What a browser may show by itself. Anything else is only handed over for saving. */
const imageTypes: Record<string, string> = {
  ...{png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml'},
  ...{avif: 'image/avif', heif: 'image/heif', tiff: 'image/tiff', bmp: 'image/bmp', ico: 'image/x-icon'},
}

export const assetRoutes = (parts: Parts): Route[] => [
  ...(['images', 'files'] as const).flatMap((kind): Route[] => [
    api('POST', `/assets/${kind}/:dataset`, 'token', (exchange) => uploaded(parts, exchange, kind)),
    {
      ...{method: 'GET', path: `/${kind}/:project/:dataset/:name`, access: 'open'},
      handle: (exchange) => served(parts, exchange, kind),
    },
  ]),
]

async function uploaded(parts: Parts, exchange: Exchange, kind: 'images' | 'files'): Promise<Reply> {
  const bytes = await exchange.bytes(largestFile)
  if (bytes.length === 0) throw badRequest('The file is empty.')
  const asset = kind === 'images' ? imageFrom(bytes) : fileFrom(exchange)
  const {project, dataset, store, url} = parts
  const sha1hash = sha1(bytes)
  const name = `${sha1hash}${asset.size && `-${asset.size}`}.${asset.extension}`
  const path = `${kind}/${project}/${dataset}/${name}`
  const _id = [
    kind === 'images' ? 'image' : 'file',
    sha1hash,
    ...(asset.size ? [asset.size] : []),
    asset.extension,
  ].join('-')
  const told = (key: string) => exchange.search.get(key) ?? undefined
  const document = {
    ...{_id, _type: kind === 'images' ? 'sanity.imageAsset' : 'sanity.fileAsset', assetId: sha1hash, sha1hash, path},
    ...{url: `${url}/${path}`, size: bytes.length, extension: asset.extension, mimeType: asset.type},
    ...{originalFilename: told('filename'), uploadId: sha1hash, metadata: asset.metadata},
    ...{title: told('title'), description: told('description'), label: told('label'), creditLine: told('creditLine')},
  }
  store.keepFile(path, {type: asset.type, bytes})
  const create = (workspace: Workspace) => {
    if (!workspace.has(_id)) workspace.put(document, 'create')
    return null
  }
  write(parts, {transactionId: randomUUID(), author, dryRun: false, kind: 'mutationError', steps: [create]})
  return {body: `{"document":${store.body(_id)}}`}
}

function imageFrom(bytes: Buffer) {
  const {width, height, type = ''} = measured(bytes)
  const dimensions = {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height}
  const mediaType = imageTypes[type]
  if (!mediaType) throw notAnImage()
  return {
    extension: type,
    type: mediaType,
    size: `${width}x${height}`,
    metadata: {_type: 'sanity.imageMetadata', dimensions},
  }
}

function measured(bytes: Buffer) {
  try {
    const {type, width, height} = imageSize(bytes)
    const size = {type, width: Math.round(width), height: Math.round(height)}
    if ([size.width, size.height].every((side) => side >= 1 && side <= longestSide)) return size
  } catch {
    // Said below.
  }
  throw notAnImage()
}

const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

const notAnImage = () =>
  refused(415, 'Unsupported Media Type', `This is no image the lake knows. Use ${Object.keys(imageTypes).join(', ')}.`)

function fileFrom(exchange: Exchange) {
  const extension = /\.([a-z0-9]{1,16})$/i.exec(exchange.search.get('filename') ?? '')?.[1]?.toLowerCase() ?? 'bin'
  const type = exchange.header('content-type') ?? ''
  return {
    extension,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream',
    size: '',
    metadata: undefined,
  }
}

/** Always the original: `w`, `h` and `fit` are for a service that transforms, and the answer says that none did. */
function served({store}: Parts, {params, search}: Exchange, kind: 'images' | 'files'): Reply {
  const file = store.file(`${kind}/${params.project}/${params.dataset}/${params.name}`)
  if (!file) throw refused(404, 'Not Found', 'There is no such file.')
  // Its name is what it holds: a file that has changed on the disk is not served as the one that was kept.
  if (!params.name?.startsWith(sha1(file.bytes)))
    throw failed(500, 'damagedFileError', 'The file is not as it was kept.')
  const isShown = kind === 'images'
  return {
    body: file.bytes,
    headers: {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ...(!isShown && {'Content-Disposition': 'attachment'}),
      ...([...search.keys()].length > 0 && isShown && {'Lake-Image-Transform': 'none; this is the original'}),
    },
  }
}
