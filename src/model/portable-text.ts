import * as z from 'zod/mini'

/**
 * Portable Text as it is stored. What may be inside is an editor's business and may change any day,
 * so only the frame is promised; `prose` makes it printable.
 */
export const portableTextShape = z.array(z.looseObject({_type: z.string()}))

export type PortableText = z.output<typeof portableTextShape>
