import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fetchRole, type Image, type ImageUrlOptions, imageSrcSet, imageUrl} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {hostileText} from '../arbitrary/text.ts'

const runs = Number(process.env.RUNS ?? 1000)
const address = 'https://cdn.sanity.io/images/abc123/production/0a1b2c-4000x3000.jpg'
const picture = (changed: Partial<Image> = {}): Image => ({
  ...{url: address, width: 4000, height: 3000, crop: null, hotspot: null},
  ...changed,
})

/** What an address asks Sanity's image service for. */
const asked = (url: string | null) => Object.fromEntries(new URL(url ?? 'x:').searchParams)

describe('the address of a picture', () => {
  it('asks for the width it is printed in, and never for more than there is', () => {
    expect(imageUrl(picture(), {width: 96})).toBe(`${address}?w=96&fit=max&auto=format`)
  })

  it('cuts to a shape around what the editor marked', () => {
    const square = {width: 96, height: 96}
    const rect = (hotspot: Image['hotspot']) => asked(imageUrl(picture({hotspot}), square)).rect
    expect(asked(imageUrl(picture(), square))).toEqual({
      ...{rect: '500,0,3000,3000', w: '96', h: '96', fit: 'min', auto: 'format'},
    })
    expect(rect({x: 0.1, y: 0.5, width: 0.2, height: 0.2})).toBe('0,0,3000,3000')
    expect(rect({x: 0.9, y: 0.5, width: 0.2, height: 0.2})).toBe('1000,0,3000,3000')
  })

  it('leaves out what the editor has cropped, in any size', () => {
    const cropped = picture({crop: {top: 0, bottom: 0.5, left: 0.25, right: 0}})
    expect(asked(imageUrl(cropped, {width: 96}))).toMatchObject({rect: '1000,0,3000,1500', w: '96'})
    expect(asked(imageUrl(cropped, {width: 96, height: 96}))).toMatchObject({rect: '1250,0,1500,1500'})
  })

  it.each([
    ['a lake on this computer', 'http://127.0.0.1:3333/images/abc123/production/0a1b2c-4000x3000.jpg'],
    ['another site', 'https://example.com/images/abc123/production/0a1b2c-4000x3000.jpg'],
    ['a name that only begins like it', 'https://cdn.sanity.io.example.com/images/abc123/production/0a1b2c-40x30.jpg'],
    ['this site', '/portraits/ada.jpg'],
    ['a drawing', 'https://cdn.sanity.io/images/abc123/production/0a1b2c-40x30.svg'],
    ['a file', 'https://cdn.sanity.io/files/abc123/production/0a1b2c.pdf'],
    ['another name', 'https://cdn.sanity.io/images/abc123/production/portrait.jpg'],
    ['no pixels', 'https://cdn.sanity.io/images/abc123/production/0a1b2c-0x0.jpg'],
    ['a size already', `${address}?w=20`],
  ])('stays as it is for %s', (_, url) => {
    expect(imageUrl(picture({url}), {width: 96, height: 96})).toBe(url)
    expect(imageSrcSet(picture({url}), {width: 96, height: 96})).toBeNull()
  })

  it.each([
    ...['javascript:alert(1)', 'data:image/png;base64,AA==', '//example.com/a.jpg', 'mailto:a@example.com', 'tel:1'],
    ...['', '#a', '?a', 'a.jpg', 'http://', '/a\nb', `${address}"`, 7, null, undefined, {}, ['/a']],
  ])('is none for %j', (url) => {
    expect(imageUrl(picture({url: url as string}), {width: 96})).toBeNull()
    expect(imageSrcSet(picture({url: url as string}), {width: 96})).toBeNull()
  })

  it('is none where there is no picture', () => {
    for (const none of [null, undefined]) {
      expect([imageUrl(none, {width: 96}), imageSrcSet(none, {width: 96})]).toEqual([null, null])
    }
  })

  it('does not carry the edit markers of a draft', () => {
    const marked = `${address}${'\u200b\u200c\u200d\ufeff'.repeat(4)}`
    expect(imageUrl(picture({url: marked}), {width: 96})).toBe(`${address}?w=96&fit=max&auto=format`)
  })

  it.each([0, -1, 0.2, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '96', null, {}])(
    'does not believe the length %j',
    (length) => {
      const own = `${address}?fit=max&auto=format`
      expect(imageUrl(picture(), {width: length as number})).toBe(own)
      expect(imageUrl(picture(), {width: length as number, height: 96})).toBe(own)
      expect(imageSrcSet(picture(), {width: length as number})).toBeNull()
      expect(imageUrl(picture(), {width: 96, height: length as number})).toBe(imageUrl(picture(), {width: 96}))
    },
  )

  it('does not believe a crop that leaves nothing, or half a mark', () => {
    const nothing = {top: 0.5, bottom: 0.5, left: 0, right: 0}
    const half = {top: 0.5, bottom: null, left: 0, right: 0} as unknown as Image['crop']
    for (const crop of [nothing, half, {...nothing, top: Number.NaN}, {...nothing, top: -1}]) {
      expect(asked(imageUrl(picture({crop}), {width: 96})).rect).toBeUndefined()
    }
    expect(asked(imageUrl(picture({crop: {...nothing, bottom: 0.49999}}), {width: 96})).rect).toBeUndefined()
    const hotspot = {x: 9, y: 0.5, width: 0.1, height: 0.1}
    expect(imageUrl(picture({hotspot}), {width: 96, height: 96})).toBe(imageUrl(picture(), {width: 96, height: 96}))
  })

  it('comes in two sizes for srcset', () => {
    expect(imageSrcSet(picture(), {width: 96})).toBe(
      `${address}?w=96&fit=max&auto=format 1x, ${address}?w=192&fit=max&auto=format 2x`,
    )
    expect(imageSrcSet(picture(), {width: 20, height: 10})).toMatch(/w=20&h=10\S* 1x, \S*w=40&h=20\S* 2x$/)
    expect(imageSrcSet(picture(), {width: 6000})).toBeNull()
    expect(imageSrcSet(picture(), {width: 10, height: 6000})).toBeNull()
  })

  it('is of the marks that an editor sets in the Studio', async () => {
    const source = localSource([
      {_id: 'image-0a1b2c-4000x3000-jpg', _type: 'sanity.imageAsset', url: address},
      {
        ...{_id: 'ada', _type: 'person', name: 'Ada'},
        image: {
          asset: {_ref: 'image-0a1b2c-4000x3000-jpg'},
          crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0.5, left: 0.25, right: 0},
          hotspot: {_type: 'sanity.imageHotspot', x: 0.9, y: 0.2, width: 0.1, height: 0.1},
        },
      },
      {_id: 'r', _type: 'role', title: 'R', slug: {current: 'r'}, author: {_ref: 'ada'}},
    ])
    const {author} = await fetchRole(source, 'r', {perspective: 'drafts'})
    expect(author?.image).toEqual({
      ...{url: address, width: null, height: null},
      crop: {top: 0, bottom: 0.5, left: 0.25, right: 0},
      hotspot: {x: 0.9, y: 0.2, width: 0.1, height: 0.1},
    })
    expect(asked(imageUrl(author?.image, {width: 96, height: 96})).rect).toBe('2500,0,1500,1500')
  })
})

describe('any picture in any size', () => {
  const share = fc.double({min: 0, max: 1, noNaN: true})
  const part = fc.oneof({weight: 9, arbitrary: share}, {weight: 1, arbitrary: fc.double()}, fc.constant(null))
  const side = fc.oneof(fc.integer({min: 1, max: 10_000}), fc.double(), fc.constantFrom(0, -1, 1e9, Number.NaN))
  const files = fc
    .tuple(fc.integer({min: 1, max: 9999}), fc.integer({min: 1, max: 9999}))
    .map(([width, height]) => `https://cdn.sanity.io/images/abc123/production/0a1b2c-${width}x${height}.png`)
  const images = fc.record({
    url: fc.oneof({weight: 4, arbitrary: files}, {weight: 1, arbitrary: hostileText}),
    width: fc.constant(null),
    height: fc.constant(null),
    crop: fc.option(fc.record({top: part, bottom: part, left: part, right: part})),
    hotspot: fc.option(fc.record({x: part, y: part, width: part, height: part})),
  }) as fc.Arbitrary<Image>
  const sizes: fc.Arbitrary<ImageUrlOptions> = fc.record({width: side, height: fc.option(side, {nil: undefined})})

  it('is asked for with numbers that the image service takes, inside the picture', () => {
    fc.assert(
      fc.property(images, sizes, (image, size) => {
        const url = imageUrl(image, size)
        const [, wide = '', high = ''] = /-(\d+)x(\d+)\.png/.exec(image.url) ?? []
        if (!wide) return void expect(url ?? '/').toMatch(/^(https?:\/)?\//i)
        const {rect, w, h, fit, auto, ...others} = asked(url)
        const [left = 0, top = 0, width = Number(wide), height = Number(high)] = rect?.split(',').map(Number) ?? []
        expect([others, auto, fit]).toEqual([{}, 'format', h === undefined ? 'max' : 'min'])
        for (const length of [w, h]) if (length !== undefined) expect(length).toMatch(/^[1-9]\d{0,4}$/)
        if (rect !== undefined) expect(rect).toMatch(/^\d+,\d+,[1-9]\d*,[1-9]\d*$/)
        expect(left + width).toBeLessThanOrEqual(Number(wide))
        expect(top + height).toBeLessThanOrEqual(Number(high))
      }),
      {numRuns: runs},
    )
  })

  it('has a srcset of two addresses, or none', () => {
    fc.assert(
      fc.property(images, sizes, (image, size) => {
        const set = imageSrcSet(image, size)
        if (set === null) return
        const [usual, one, double, two, ...rest] = set.split(' ')
        expect([usual, one, two, rest]).toEqual([imageUrl(image, size), '1x,', '2x', []])
        expect(Number(asked(double ?? '').w)).toBe(Math.round(size.width * 2))
      }),
      {numRuns: runs},
    )
  })
})
