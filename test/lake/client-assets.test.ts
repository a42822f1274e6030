import {createHash} from 'node:crypto'
import {crc32, deflateSync} from 'node:zlib'
import {describe, expect, onTestFinished, test} from 'vitest'
import {startLake} from '../../src/lake/index.ts'
import {newFolder} from './support/folder.ts'
import {clientOf, failure, kindOf, lakeWith} from './support/lake.ts'

/** A picture of one colour. */
function png(width: number, height: number, red = 200): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.from([...[0, 0, 0, width, 0, 0, 0, height], ...[8, 2, 0, 0, 0]])
  const row = [0, ...Array.from({length: width}, () => [red, 0, 0]).flat()]
  const pixels = deflateSync(Buffer.from(Array.from({length: height}, () => row).flat()))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
const download = async (url: string) => {
  const response = await fetch(url)
  return {
    response,
    bytes: Buffer.from(await response.arrayBuffer()),
    header: (name: string) => response.headers.get(name),
  }
}

describe('an image', () => {
  test('becomes a document that says what it is', async () => {
    const {lake, client} = await lakeWith()
    const bytes = png(30, 20)
    const options = {filename: 'portrait.png', title: 'A portrait', label: 'front', description: 'In red'}
    const asset = await client.assets.upload('image', bytes, {...options, creditLine: 'Ana'})
    const name = `${sha1(bytes)}-30x20.png`
    expect(asset).toEqual({
      ...{_id: `image-${sha1(bytes)}-30x20-png`, _type: 'sanity.imageAsset', _rev: expect.any(String)},
      ...{_createdAt: expect.any(String), _updatedAt: expect.any(String), uploadId: expect.any(String)},
      ...{assetId: sha1(bytes), sha1hash: sha1(bytes), size: bytes.length, extension: 'png', mimeType: 'image/png'},
      ...{originalFilename: 'portrait.png', title: 'A portrait', label: 'front', description: 'In red'},
      ...{
        creditLine: 'Ana',
        path: `images/local/production/${name}`,
        url: `${lake.url}/images/local/production/${name}`,
      },
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width: 30, height: 20, aspectRatio: 1.5},
      },
    })
    expect(await client.getDocument(asset._id)).toEqual(asset)
    expect(await client.fetch('*[_type == "sanity.imageAsset"][0].metadata.dimensions.width')).toBe(30)
  })

  test('is found where the lake is now, not where it was on the day of the upload', async () => {
    const dataDir = newFolder()
    const first = await startLake({dataDir, port: 0})
    const asset = await clientOf(first).assets.upload('image', png(3, 2))
    await first.close()
    const other = await startLake({dataDir, port: first.port + 7})
    onTestFinished(() => other.close())
    const client = clientOf(other)
    expect(other.port).not.toBe(first.port)
    const url = `${other.url}/${asset.path}`
    expect(await client.fetch('*[_type == "sanity.imageAsset"][0].url')).toBe(url)
    expect((await client.getDocument(asset._id))?.url).toBe(url)
    expect(await client.fetch('*[url == $url][0]._id', {url})).toBe(asset._id)
    expect((await download(url)).bytes).toEqual(png(3, 2))
    // One that came with a backup of another lake, and one that is elsewhere for good.
    await client.createOrReplace({...asset, _type: 'sanity.imageAsset', url: first.url})
    expect(await client.fetch('*[_type == "sanity.imageAsset"][0].url')).toBe(url)
    const hosted = 'https://cdn.sanity.io/images/p/d/a-1x1.png'
    await client.createOrReplace({...asset, _id: 'image-far', _type: 'sanity.imageAsset', url: hosted})
    expect(await client.fetch('*[_id == "image-far"][0].url')).toBe(hosted)
  })

  test('uploaded twice is one document, the first', async () => {
    const {client} = await lakeWith()
    const first = await client.assets.upload('image', png(3, 2), {filename: 'first.png'})
    const second = await client.assets.upload('image', png(3, 2), {filename: 'second.png'})
    expect(second).toEqual(first)
    const other = await client.assets.upload('image', png(3, 2, 100))
    expect(other._id).not.toBe(first._id)
    expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(2)
  })

  test('comes back as the bytes it was, to anybody', async () => {
    const {client} = await lakeWith()
    const asset = await client.assets.upload('image', png(5, 5))
    const {response, bytes, header} = await download(asset.url)
    expect([response.status, header('content-type'), bytes]).toEqual([200, 'image/png', png(5, 5)])
    expect(header('cache-control')).toMatch(/immutable/)
    expect(header('lake-image-transform')).toBeNull()
    expect(header('x-content-type-options')).toBe('nosniff')
  })

  test('asked for smaller is the original, and says so', async () => {
    const {client} = await lakeWith()
    const asset = await client.assets.upload('image', png(20, 20))
    const {bytes, header} = await download(`${asset.url}?w=10`)
    expect([bytes, header('lake-image-transform')]).toEqual([png(20, 20), 'none; this is the original'])
  })

  test('that is hostile SVG is served so that nothing in it runs', async () => {
    const {client} = await lakeWith()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><script>alert(1)</script></svg>'
    const asset = await client.assets.upload('image', Buffer.from(svg), {filename: 'logo.svg'})
    expect(asset).toMatchObject({mimeType: 'image/svg+xml', metadata: {dimensions: {width: 4, height: 2}}})
    const {bytes, header} = await download(asset.url)
    expect([bytes.toString(), header('content-type')]).toEqual([svg, 'image/svg+xml'])
    expect(header('content-security-policy')?.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", 'sandbox']),
    )
    expect(header('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['a text', Buffer.from('This is a text, not an image.')],
    ['half a picture', png(30, 20).subarray(0, 15)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('cannot be %s', async (_, bytes) => {
    const {client} = await lakeWith()
    const error = await failure(client.assets.upload('image', bytes, {contentType: 'image/png', filename: 'a.png'}))
    expect(error.statusCode).toBe(415)
    expect(error.message).toContain('This is no image the lake knows. Use png, jpg')
    expect(await client.fetch('count(*)', {}, {perspective: 'raw'})).toBe(0)
  })

  test('cannot be empty, and needs the token', async () => {
    const {lake, client} = await lakeWith()
    expect(await failure(client.assets.upload('image', Buffer.alloc(0)))).toMatchObject({statusCode: 400})
    const anybody = clientOf(lake, {token: undefined})
    expect(await failure(anybody.assets.upload('image', png(1, 1)))).toMatchObject({statusCode: 401})
  })

  test('that a document refers to stays', async () => {
    const {client} = await lakeWith()
    const {_id, url} = await client.assets.upload('image', png(2, 2))
    const photo = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
    await client.create({_id: 'ana', _type: 'person', photo})
    expect(kindOf(await failure(client.delete(_id)))).toMatch(/References?Error$/)
    expect(await client.fetch('*[_id == "ana"][0].photo.asset->url')).toBe(url)
  })
})

describe('a file', () => {
  test('keeps its name and kind, and is handed over for saving', async () => {
    const {lake, client} = await lakeWith()
    const bytes = Buffer.from('<script>alert(1)</script>')
    const asset = await client.assets.upload('file', bytes, {filename: 'Page One.HTML', contentType: 'text/html'})
    expect(asset).toMatchObject({
      ...{_id: `file-${sha1(bytes)}-html`, _type: 'sanity.fileAsset', extension: 'html', mimeType: 'text/html'},
      ...{originalFilename: 'Page One.HTML', size: bytes.length, sha1hash: sha1(bytes)},
      url: `${lake.url}/files/local/production/${sha1(bytes)}.html`,
    })
    const {bytes: back, header} = await download(asset.url)
    expect([back, header('content-disposition')]).toEqual([bytes, 'attachment'])
    expect(header('content-security-policy')).toContain('sandbox')
  })

  test('without a name is binary', async () => {
    const {client} = await lakeWith()
    const asset = await client.assets.upload('file', Buffer.from([0, 1, 2]))
    expect(asset).toMatchObject({extension: 'bin', mimeType: 'application/octet-stream'})
  })

  test('that is not there is not found', async () => {
    const {lake} = await lakeWith()
    for (const path of ['files/local/production/x.bin', 'images/local/production/..%2f..%2fetc%2fpasswd']) {
      expect((await download(`${lake.url}/${path}`)).response.status).toBe(404)
    }
  })
})
