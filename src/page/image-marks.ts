import type {SanityImageObject} from '@sanity/image-url'
import type {Draft} from '../model/draft.ts'
import type {Image} from '../model/person.ts'

/** What the editor has cut off, for the builder: nothing unless all four sides say so and a part of the picture is left. */
export function cropOf({crop}: Draft<Image>): Pick<SanityImageObject, 'crop'> {
  const {top, bottom, left, right} = crop ?? {}
  if (!isPart(top) || !isPart(bottom) || !isPart(left) || !isPart(right)) return {}
  return top + bottom < 1 && left + right < 1 ? {crop: {top, bottom, left, right}} : {}
}

/** What must stay in sight, for the builder: the middle unless all four numbers are there. */
export function hotspotOf({hotspot}: Draft<Image>): Pick<SanityImageObject, 'hotspot'> {
  const {x, y, width, height} = hotspot ?? {}
  return isPart(x) && isPart(y) && isPart(width) && isPart(height) ? {hotspot: {x, y, width, height}} : {}
}

const isPart = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1
