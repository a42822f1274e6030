import * as z from 'zod/mini'
import {InvalidAnswerError, type Issue} from '../errors.ts'

// zod compiles its checks with `new Function` where it can; a page under a strict content policy forbids even the try.
const options = {jitless: true}

/** The value, if the answer is what the shape promises. Throws `InvalidAnswerError` with every place that is not. */
export function parsePublished<Value>(shape: z.ZodMiniType<Value>, answer: unknown): Value {
  const result = z.safeParse(shape, answer, options)
  if (result.success) return result.data
  throw new InvalidAnswerError(toIssues(result.error.issues, answer))
}

/** What keeps a value from being published, as the shape sees it. */
export function shapeIssues(shape: z.ZodMiniType, value: unknown): Issue[] {
  const result = z.safeParse(shape, value, options)
  return result.success ? [] : toIssues(result.error.issues, value)
}

const toIssues = (found: z.core.$ZodIssue[], answer: unknown): Issue[] =>
  found.map((issue) => {
    const {value, documentId} = follow(issue.path, answer)
    const missing = value === undefined || value === null
    return {
      code: missing ? 'missing' : 'invalid',
      path: printPath(issue.path),
      documentId,
      message: missing ? 'is missing; fill it in and publish' : expectation(issue),
    }
  })

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.map(String).join(', ')}`
  return issue.code === 'invalid_type' ? `is not of the kind expected here (${issue.expected})` : issue.message
}

function follow(path: PropertyKey[], answer: unknown): {value: unknown; documentId: string | null} {
  let value = answer
  let documentId: string | null = null
  for (const key of [undefined, ...path]) {
    if (key !== undefined) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
    const id = (value as {_id?: unknown} | null | undefined)?._id
    if (typeof id === 'string') documentId = id
  }
  return {value, documentId}
}

const printPath = (path: PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`)).join('')
