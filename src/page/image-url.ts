import {createImageUrlBuilder} from '@sanity/image-url'
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
const served = /^(https:\/\/cdn\.sanity\.io)\/images\/([\w-]+)\/([\w~-]+)\/[a-z\d]+-\d{1,6}x\d{1,6}\.(?!svg$)[a-z]+$/i
const emptyCut = /[?&]rect=\d+,\d+,(?:0,|\d+,0&)/

/**
 * The picture's address in the size it is printed in: in the best format a browser takes (`auto=format`), never larger
 * than it is, and without what the editor has cropped. What Sanity's image service does not scale keeps its address: a
 * picture of another site or of an embedded lake, and an SVG. `null` where there is no picture, or none that may be shown.
 */
export function imageUrl(image: Draft<Image> | null, {width, height}: ImageUrlOptions): string | null {
  const address = safeHref(image?.url)
  if (!image || !address || !shown.test(address)) return null
  const [, baseUrl, projectId, dataset] = served.exec(address) ?? []
  if (!baseUrl || !projectId || !dataset) return address
  const size = sizeOf(width, height)
  const url = createImageUrlBuilder({baseUrl, projectId, dataset})
    .image({asset: {url: address}, ...cropOf(image), ...hotspotOf(image)})
    .withOptions(size)
    // Neither enlarges a small picture.
    .fit(size.height ? 'min' : 'max')
    .auto('format')
    .url()
  // A shape so thin that no row of pixels is left.
  return emptyCut.test(url) ? imageUrl(image, {width}) : url
}

/**
 * The same for `srcset`, for screens with one and with two pixels where CSS counts one: `… 1x, … 2x`. `null` where the
 * picture comes in one size only.
 */
export function imageSrcSet(image: Draft<Image> | null, {width, height}: ImageUrlOptions): string | null {
  const usual = imageUrl(image, {width, height})
  const double = imageUrl(image, {width: width * 2, height: height && height * 2})
  return usual === null || double === null || usual === double ? null : `${usual} 1x, ${double} 2x`
}

function sizeOf(width: unknown, height: unknown): {width?: number; height?: number} {
  const [wide, high] = [side(width), side(height)]
  return wide === null ? {} : {width: wide, ...(high !== null && {height: high})}
}

function side(length: unknown): number | null {
  const pixels = typeof length === 'number' ? Math.round(length) : 0
  return pixels >= 1 && pixels <= longestSide ? pixels : null
}
