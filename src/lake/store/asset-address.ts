const isOfAsset = (body: string): boolean =>
  body.includes('"_type":"sanity.imageAsset"') || body.includes('"_type":"sanity.fileAsset"')

const ownAddress = /^http:\/\/(?:127\.0\.0\.1|(?:[\w.-]+\.)?localhost)(?::\d+)?(?:\/|$)/
const ownPath = /^(?:images|files)\//

interface Asset {
  _type: string
  path?: unknown
  url?: unknown
}

/**
 * The JSON of a document that describes a file of this lake, with the address at which it is served: the port may be
 * another one than on the day of its upload. Every other document is as it was.
 */
export function withAddress(body: string, address: string): string {
  if (!isOfAsset(body)) return body
  const asset: Asset = JSON.parse(body)
  const path = pathOf(asset)
  if (path === null || (typeof asset.url === 'string' && !ownAddress.test(asset.url))) return body
  return JSON.stringify({...asset, url: `${address}/${path}`})
}

/** Under which name the file that a document describes is kept, or `null` where it describes none. */
export const assetPathOf = (body: string): string | null => (isOfAsset(body) ? pathOf(JSON.parse(body)) : null)

const pathOf = ({_type, path}: Asset): string | null =>
  /^sanity\.(?:image|file)Asset$/.test(_type) && typeof path === 'string' && ownPath.test(path) ? path : null

/** Lets go of a file, unless another document, which somebody has made of the one that is gone, describes it too. */
export const dropFile = `DELETE FROM files WHERE name = ?1
  AND NOT EXISTS (SELECT 1 FROM documents JOIN changes USING (change) WHERE instr(body, ?1) > 0)`
