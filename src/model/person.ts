import * as z from 'zod/mini'
import {machineText} from './machine-text.ts'

export const imageShape = z.object({
  url: machineText,
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
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
  "image": image.asset->{url, "width": metadata.dimensions.width, "height": metadata.dimensions.height}
}`

/** A picture as Sanity serves it. `width` and `height` in pixels. */
export type Image = z.output<typeof imageShape>

/** Who wrote the page. */
export type Person = z.output<typeof personShape>
