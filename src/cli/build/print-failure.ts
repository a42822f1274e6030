import {FileError} from '../failures.ts'

/** An error on its way from one thread to another, which loses what kind it is of and what it tells about a file. */
export interface Failure {
  error: unknown
  isFileError: boolean
  code: unknown
  path: unknown
}

export function failureOf(error: unknown): Failure {
  const {code, path} = Object(error)
  return {error, isFileError: error instanceof FileError, code, path}
}

export const errorOf = ({error, isFileError, code, path}: Failure): unknown =>
  isFileError ? new FileError(Object(error).message) : Object.assign(Object(error), {code, path})
