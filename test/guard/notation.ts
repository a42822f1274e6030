import type {SchemaType, TypeNode} from 'groq-js'
import type * as z from 'zod/mini'

/** One spelling for both sides: `{a: string | null, b: [number], c: "x" | "y"}`. */
export type Notation = string

type Nulls = 'kept' | 'ignored'

/** What GROQ's type evaluation says an answer is. */
export function notationOfType(node: TypeNode, schema: SchemaType, nulls: Nulls): Notation {
  const of = (inner: TypeNode): Notation => notationOfType(inner, schema, nulls)
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return node.value === undefined ? node.type : JSON.stringify(node.value)
    case 'null':
    case 'unknown':
      return node.type
    case 'array':
      return isPortableText(node.of, schema) ? 'PortableText' : `[${of(node.of)}]`
    case 'inline':
      return of(resolve(node.name, schema))
    case 'object':
      return printObject(Object.entries(node.attributes).map(([key, {value}]) => [key, of(value)]))
    case 'union':
      return printUnion(node.of.map(of), nulls)
  }
}

/** What a shape promises of it. */
export function notationOfShape(shape: z.core.$ZodType, nulls: Nulls): Notation {
  const of = (inner: z.core.$ZodType): Notation => notationOfShape(inner, nulls)
  const {def} = (shape as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
    case 'number':
      return def.type
    case 'enum':
      return printUnion(
        Object.values(def.entries).map((value) => JSON.stringify(value)),
        nulls,
      )
    case 'nullable':
      return printUnion([of(def.innerType), 'null'], nulls)
    case 'array':
      return of(def.element) === 'block' ? 'PortableText' : `[${of(def.element)}]`
    case 'object':
      // Only a block of rich text may hold more than is promised.
      if (def.catchall) return 'block'
      return printObject(Object.entries(def.shape).map(([key, part]) => [key, of(part)]))
    case 'pipe':
      return of(def.out)
    default:
      throw new Error(`The guard does not know the shape "${def.type}" yet`)
  }
}

const printObject = (entries: [string, Notation][]): Notation =>
  `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`

function printUnion(members: Notation[], nulls: Nulls): Notation {
  const isComposed = (member: Notation): boolean => member.startsWith('{') || member.startsWith('[')
  const all = new Set(members.flatMap((member) => (isComposed(member) ? [member] : member.split(' | '))))
  if (nulls === 'ignored') all.delete('null')
  const isAnyString = all.has('string')
  return [...all]
    .filter((member) => !(isAnyString && member.startsWith('"')))
    .sort()
    .join(' | ')
}

function resolve(name: string, schema: SchemaType): TypeNode {
  const found = schema.find((type) => type.name === name)
  if (found?.type !== 'type') throw new Error(`The schema has no type "${name}"`)
  return found.value
}

// Rich text is an editor's business: a named leaf on both sides.
function isPortableText(node: TypeNode, schema: SchemaType): boolean {
  if (node.type === 'inline') return node.name === 'block' || isPortableText(resolve(node.name, schema), schema)
  if (node.type === 'union') return node.of.some((member) => isPortableText(member, schema))
  const type = node.type === 'object' ? node.attributes._type?.value : undefined
  return type?.type === 'string' && type.value === 'block'
}
