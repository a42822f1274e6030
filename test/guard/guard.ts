import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import type {SchemaTypeDefinition} from '@sanity/types'
import {parse, type SchemaType, type TypeNode, typeEvaluate} from 'groq-js'
import type * as z from 'zod/mini'
import {notationOfShape, notationOfType} from './notation.ts'

export interface Sides {
  asked: string
  promised: string
}

export interface Guarded {
  types: SchemaTypeDefinition[]
  query: string
  shape: z.ZodMiniType
}

/** What a published answer is, and what its shape promises. */
export function publishedSides({types, query, shape}: Guarded): Sides {
  const schema = storedTypes(types, true)
  return {
    asked: withoutDangling(notationOfType(answerType(query, schema), schema, 'kept')),
    promised: withoutDangling(notationOfShape(shape, 'kept')),
  }
}

/** The same for drafts, where any part may be missing: the kinds must agree, and `null` fits everywhere. */
export function draftSides({types, query, shape}: Guarded): Sides {
  const schema = storedTypes(types, false)
  return {
    asked: withoutDangling(notationOfType(answerType(query, schema), schema, 'ignored')),
    promised: withoutDangling(notationOfShape(shape, 'ignored')),
  }
}

// This list is put together by the query itself, and groq-js tells the type of its last part only. Tested by what it does.
const withoutDangling = (notation: string): string => notation.replace(/danglingReferences: \[\{[^}]*\}\], /, '')

const sanityTypes = Schema.compile({name: 'sanity', types: builtinTypes})

const storedTypes = (types: SchemaTypeDefinition[], enforceRequiredFields: boolean): SchemaType =>
  extractSchema(Schema.compile({name: 'guard', types, parent: sanityTypes}), {enforceRequiredFields})

const answerType = (query: string, schema: SchemaType): TypeNode => typeEvaluate(parse(query), schema)
