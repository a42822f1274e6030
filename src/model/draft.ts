import * as z from 'zod/mini'

/** The same value while it is being written: any part may be `null`. A complete value is a draft too. */
export type Draft<Value> = Value extends readonly (infer Item)[]
  ? Draft<Item>[]
  : Value extends object
    ? {[Key in keyof Value]: Draft<Value[Key]> | null}
    : Value

/**
 * Reads a draft by the shape of the published value: what is missing or of the wrong kind is `null`, and an item of a
 * list that cannot be used is left out. It accepts anything and never throws.
 */
export const readDraft = <Value>(shape: z.ZodMiniType<Value>, value: unknown): Draft<Value> | null =>
  read(shape, value) as Draft<Value> | null

function read(shape: z.core.$ZodType, value: unknown): unknown {
  const {def} = (shape as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'nullable':
      return read(def.innerType, value)
    case 'array':
      return Array.isArray(value) ? value.map((item) => read(def.element, item)).filter((item) => item !== null) : null
    case 'object':
      return def.catchall ? readLeaf(shape, value) : readFields(def.shape, value)
    default:
      return readLeaf(shape, value)
  }
}

function readFields(fields: Readonly<Record<string, z.core.$ZodType>>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const stored = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(fields).map(([key, part]) => [key, Object.hasOwn(stored, key) ? read(part, stored[key]) : null]),
  )
}

function readLeaf(shape: z.core.$ZodType, value: unknown): unknown {
  const result = z.safeParse(shape, value, {jitless: true})
  return result.success ? result.data : null
}
