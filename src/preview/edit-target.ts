/** A step to a field as Sanity has it: a field's name, a place in a list, or the key of an item. */
export type EditStep = string | number | {readonly _key: string}

/** A field of a document. */
export interface EditTarget {
  /** Of any version: `skill-sql` and `drafts.skill-sql` open the same. */
  id: string
  type: string
  path: readonly EditStep[]
}

/** The Studio a click leads to. It edits the dataset that is shown: naming one would say that it is another. */
export interface EditOptions {
  /** Its address with its base path: `http://studio.local.localhost:3333`, `https://example.com/studio`. */
  studioUrl: string
  /** Where the Studio has several. */
  workspace?: string | undefined
  /** The tool to open where the page is not in Presentation. */
  tool?: string | undefined
}

// What an address and an attribute carry as it is. Ids and keys that Sanity makes are of this kind.
const plainId = /^[\w.-]+$/
const plainKey = /^[\w-]+$/

const isPlain = (step: EditStep): boolean =>
  typeof step === 'number' || plainKey.test(typeof step === 'string' ? step : step._key)

/** Whether a link can lead there. */
export const canOpen = ({id, type, path}: EditTarget): boolean =>
  plainId.test(id) && plainId.test(type) && path.length > 0 && path.every(isPlain)

/** The Studio's address without a slash at its end. */
export const baseOf = ({studioUrl}: EditOptions): string => (studioUrl === '/' ? '/' : studioUrl.replace(/\/+$/, ''))
