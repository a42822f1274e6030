import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {ObjectSchemaType, SchemaType} from '@sanity/types'
import {schemaTypes} from '../../schemas/index.ts'

/** The schemas as a Studio compiles them, on top of Sanity's own types. */
export const compiled = Schema.compile({
  name: 'roleprint',
  types: schemaTypes,
  parent: Schema.compile({name: 'sanity', types: builtinTypes}),
})

export const typeNames = schemaTypes.map(({name}) => name)

export function compiledType(name: string): ObjectSchemaType {
  const type: SchemaType | undefined = compiled.get(name)
  if (type?.jsonType !== 'object') throw new Error(`${name} is no document or object type`)
  return type
}

export function field(path: string): SchemaType {
  const [typeName = '', fieldName] = path.split('.')
  const found = compiledType(typeName).fields.find(({name}) => name === fieldName)
  if (!found) throw new Error(`there is no field ${path}`)
  return found.type
}
