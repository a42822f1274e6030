import * as z from 'zod/mini'

/** The same value while it is being written: any part may be `null`. A complete value is a draft too. */
export type Draft<Value> = Value extends readonly (infer Item)[]
  ? Draft<Item>[]
  : Value extends object
    ? {[Key in keyof Value]: Draft<Value[Key]> | null}
    : Value

const made = new WeakMap<z.ZodMiniType, z.ZodMiniType>()

/**
 * The shape of a draft, made from the shape of the published value: what is missing or of the wrong kind is `null`, and
 * an item of a list that cannot be used is left out. It accepts anything.
 */
export function draftShape<Value>(shape: z.ZodMiniType<Value>): z.ZodMiniType<Draft<Value> | null> {
  const known = made.get(shape) ?? orNull(shape)
  made.set(shape, known)
  return known as z.ZodMiniType<Draft<Value> | null>
}

const orNull = (shape: z.core.$ZodType) => z.catch(z.nullable(loosen(shape)), null)

function loosen(shape: z.core.$ZodType): z.core.$ZodType {
  const {def} = (shape as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'nullable':
      return loosen(def.innerType)
    case 'array':
      return z.pipe(z.array(orNull(def.element)), z.transform(withoutNulls))
    case 'object':
      return z.extend(
        shape as z.ZodMiniObject,
        Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, orNull(part)])),
      )
    default:
      return shape
  }
}

const withoutNulls = (items: unknown[]): unknown[] => items.filter((item) => item !== null)
