/** What a preview is handed: what it asked for, as far as the draft has it. */
export type Selected<Name extends string> = {[Key in Name]?: unknown}

/** A value as preview text. Blank text and anything else are nothing. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** The parts that are there, joined; nothing if none is. */
export const joined = (separator: string, parts: readonly (string | undefined)[]): string | undefined =>
  text(parts.filter((part) => part !== undefined).join(separator))

/** A list of texts, as one. */
export const listed = (value: unknown): string | undefined =>
  Array.isArray(value) ? joined(', ', value.map(text)) : undefined
