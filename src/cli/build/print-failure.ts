import {SourceError} from '../../index.ts'
import {FileError} from '../failures.ts'

const kinds = {file: FileError, source: SourceError} as const

/** An error on its way from one thread to another, which loses what kind it is of and what it tells about a file. */
export interface Failure {
  error: unknown
  kind: keyof typeof kinds | null
  code: unknown
  path: unknown
  dest: unknown
}

export function failureOf(error: unknown): Failure {
  const {code, path, dest} = Object(error)
  const kind = error instanceof FileError ? 'file' : error instanceof SourceError ? 'source' : null
  return {error, kind, code, path, dest}
}

export const errorOf = ({error, kind, code, path, dest}: Failure): unknown =>
  kind ? new kinds[kind](Object(error).message) : Object.assign(Object(error), {code, path, dest})
