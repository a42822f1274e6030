import * as z from 'zod/mini'
import {machineText} from './machine-text.ts'

export const imageShape = z.object({
  url: machineText,
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  crop: z.nullable(z.object({top: z.number(), bottom: z.number(), left: z.number(), right: z.number()})),
  hotspot: z.nullable(z.object({x: z.number(), y: z.number(), width: z.number(), height: z.number()})),
})

export const personShape = z.object({
  _id: z.string(),
  name: z.string(),
  jobTitle: z.nullable(z.string()),
  bio: z.nullable(z.string()),
  highlights: z.nullable(z.array(z.string())),
  image: z.nullable(imageShape),
  url: z.nullable(machineText),
})

export const personProjection = `{
  _id, name, jobTitle, bio, highlights, url,
  "image": image.asset->{
    url, "width": metadata.dimensions.width, "height": metadata.dimensions.height,
    "crop": ^.image.crop{top, bottom, left, right}, "hotspot": ^.image.hotspot{x, y, width, height}
  }
}`

/**
 * A picture as Sanity keeps it, whole: `width` and `height` in pixels. `crop` is what an editor has cut off each side,
 * `hotspot` the oval that must stay in sight, both in parts of the whole picture, from 0 to 1. `imageUrl` heeds them.
 */
export type Image = z.output<typeof imageShape>

/** Who wrote the page. */
export type Person = z.output<typeof personShape>
