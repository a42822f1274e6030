const mostLayers = 20
const longest = 1000
const layerName = /^[a-z0-9][\w-]{0,127}$/i
const neverAsked = /^(?:raw|previewdrafts)$/i

/** What a draft session may look at: one of two, or a stack of releases, the upper one first. Never `raw`. */
export type DraftPerspective = 'published' | 'drafts' | readonly string[]

/** Reads it as Presentation sends it: `drafts`, `rSpring`, `rSpring,rSummer,drafts`. `null` for anything else. */
export function readPerspective(text: unknown): DraftPerspective | null {
  if (typeof text !== 'string' || text.length > longest) return null
  const layers = text.split(',')
  const isStack = layers.length <= mostLayers && new Set(layers).size === layers.length
  if (!isStack || !layers.every((name) => layerName.test(name) && !neverAsked.test(name))) return null
  return text === 'published' || text === 'drafts' ? text : layers
}

/** The same as text. */
export const perspectiveText = (perspective: DraftPerspective): string =>
  typeof perspective === 'string' ? perspective : perspective.join(',')
