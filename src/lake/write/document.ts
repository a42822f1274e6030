import {badRequest, MutationError} from '../failure.ts'
import {isDocumentId} from '../rules.ts'

/** A document as JSON has it. The lake knows nothing of its fields but the ones it writes itself. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev?: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

const deepest = 100
/** Small values take many times their length in memory. */
const mostValues = 200_000
/** Names that mean something else to JavaScript, or that the evaluator of queries calls. */
export const reservedNames = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

/** Throws unless a value from outside can be stored and asked for: not too deep or wide, no reserved names, finite numbers. */
export function assertPlain(value: unknown): void {
  let level: unknown[] = [value]
  let count = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length
    if (count > mostValues) throw badRequest(`The JSON holds more than ${mostValues.toLocaleString('en')} values.`)
    if (depth > deepest) throw badRequest(`The JSON is nested more than ${deepest} levels deep.`)
    const below: unknown[] = []
    for (const item of level) {
      if (typeof item === 'number' && !Number.isFinite(item)) throw badRequest('A number is too large.')
      if (typeof item !== 'object' || item === null) continue
      if (Array.isArray(item)) {
        for (const child of item) below.push(child)
        continue
      }
      for (const name of Object.keys(item)) {
        if (reservedNames.has(name)) throw badRequest(`A field cannot be named "${name}".`)
        below.push((item as Record<string, unknown>)[name])
      }
    }
    level = below
  }
}

/** Takes what a mutation wants to create. Throws `MutationError` for what is no document. */
export function asDocument(value: unknown): Omit<LakeDocument, '_id'> & {_id?: string} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MutationError(400, 'invalidDocumentError', 'A document must be a JSON object.')
  }
  const {_id, _type} = value as Record<string, unknown>
  if (typeof _type !== 'string' || _type === '') {
    throw new MutationError(
      400,
      'invalidDocumentError',
      `The document ${JSON.stringify(_id ?? 'without an _id')} has no _type, which must be a string.`,
    )
  }
  for (const name of ['_createdAt', '_updatedAt']) {
    const date = (value as Record<string, unknown>)[name]
    if (date !== undefined && (typeof date !== 'string' || Number.isNaN(Date.parse(date)))) {
      throw new MutationError(400, 'invalidDocumentError', `The document's ${name} is no date.`)
    }
  }
  return value as LakeDocument
}

export function asId(value: unknown): string {
  if (typeof value === 'string' && isDocumentId(value)) return value
  const shown = JSON.stringify(value)?.slice(0, 140)
  throw new MutationError(400, 'invalidDocumentIdError', `Malformed document ID: ${shown}`, {id: value})
}
