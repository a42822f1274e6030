/**
 * Which version of a document answers: what is published, what is being written (drafts over published),
 * every stored version as it is, or a stack of releases.
 */
export type Perspective = 'published' | 'drafts' | 'raw' | readonly string[]

/** Where a stored document belongs: its published id, and the layer that holds this version of it. */
export interface Place {
  id: string
  layer: string
}

/**
 * The layers a perspective lays over each other, the upper one first, or `raw`. A layer is `published`, `drafts` or
 * `versions.<release>`. Throws `RangeError` for a name that is no perspective.
 */
export function layersOf(perspective: Perspective): readonly string[] | 'raw' {
  if (perspective === 'published' || perspective === 'drafts') return layersOf([perspective])
  if (typeof perspective === 'string' || perspective.includes('raw')) {
    if (String(perspective) === 'raw') return 'raw'
    throw new RangeError(
      `There is no perspective "${perspective}". Use published, drafts, raw, or a list of release names.`,
    )
  }
  const layers = perspective.map((name) => (name === 'drafts' || name === 'published' ? name : `versions.${name}`))
  return [...new Set([...layers, 'published'])]
}

/** `null` for an id of no use, such as `drafts.`. */
export function placeOf(storedId: string): Place | null {
  const [, layer, id] = /^(drafts|versions\.[^.]+)\.(.+)$/.exec(storedId) ?? []
  if (layer !== undefined && id !== undefined) return {id, layer}
  return /^(drafts|versions)\./.test(storedId) ? null : {id: storedId, layer: 'published'}
}

/** The id under which a layer stores its version of a document. */
export const storedIdIn = (layer: string, id: string): string => (layer === 'published' ? id : `${layer}.${id}`)
