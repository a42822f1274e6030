import {createImageUrlBuilder, type ImageUrlBuilderOptions, type SanityImageObject} from '@sanity/image-url'
import type {Draft} from '../model/draft.ts'
import type {Image} from '../model/person.ts'
import {safeHref} from '../text/safe-href.ts'
import {cropOf, hotspotOf} from './image-marks.ts'

/** How large a picture is printed, in CSS pixels. What is not from 1 to 10,000 is as good as not said. */
export interface ImageUrlOptions {
  width: number
  /** With a height, the picture is cut to this shape, around what the editor marked. Without, it keeps its own. */
  height?: number | undefined
}

const longestSide = 10_000
const shown = /^(?:https?:\/)?\//i
const scaled =
  /^(https:\/\/cdn\.sanity\.io)\/images\/([\w-]+)\/([\w~-]+)\/[A-Za-z\d]+-[1-9]\d{0,5}x[1-9]\d{0,5}\.(?!svg$)[a-z]+$/
const nothingLeft = /[?&]rect=\d+,\d+,(?:0,|\d+,0&)/

/**
 * The picture's address in the size it is printed in: in the best format a browser takes (`auto=format`), never larger
 * than it is, and without what the editor has cropped. What Sanity's image service does not scale keeps its address: a
 * picture of another site or of an embedded lake, and an SVG. `null` where there is no picture, or none that may be shown.
 */
export function imageUrl(image: Draft<Image> | null | undefined, options: ImageUrlOptions): string | null {
  const address = safeHref(image?.url)
  if (!image || !address || !shown.test(address)) return null
  const [, baseUrl, projectId, dataset] = scaled.exec(address) ?? []
  if (!baseUrl || !projectId || !dataset) return address
  const [width, height] = [side(options.width), side(options.height)]
  // Neither fit enlarges a small picture.
  const free: ImageUrlBuilderOptions = {...(width !== null && {width}), fit: 'max'}
  const shaped: ImageUrlBuilderOptions = width !== null && height !== null ? {width, height, fit: 'min'} : free
  const url = (marks: Omit<SanityImageObject, 'asset'>, size: ImageUrlBuilderOptions): string =>
    createImageUrlBuilder({baseUrl, projectId, dataset})
      .image({asset: {url: address}, ...marks})
      .withOptions({...size, auto: 'format'})
      .url()
  const crop = cropOf(image)
  const urls = [url({...crop, ...hotspotOf(image)}, shaped), url(crop, free)]
  // A shape or a crop so thin that no row of pixels is left gives way.
  return urls.find((cut) => !nothingLeft.test(cut)) ?? url({}, free)
}

/**
 * The same for `srcset`, for screens with one and with two pixels where CSS counts one: `… 1x, … 2x`. `null` where the
 * picture comes in one size only.
 */
export function imageSrcSet(image: Draft<Image> | null | undefined, options: ImageUrlOptions): string | null {
  const {width, height} = options
  const doubled = {width: width * 2, height: height === undefined ? height : height * 2}
  const outgrows = side(height) !== null && side(doubled.height) === null
  if (side(width) === null || side(doubled.width) === null || outgrows) return null
  const [usual, double] = [imageUrl(image, options), imageUrl(image, doubled)]
  return usual === double ? null : `${usual} 1x, ${double} 2x`
}

function side(length: unknown): number | null {
  const pixels = typeof length === 'number' ? Math.round(length) : 0
  return pixels >= 1 && pixels <= longestSide ? pixels : null
}
