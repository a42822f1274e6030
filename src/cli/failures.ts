/** What the program ends with. */
export const exitCodes = {ok: 0, content: 1, transport: 2, file: 3, usage: 64, bug: 70} as const

/** The program was called in a way it does not know. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A local file or folder cannot be read or written. */
export class FileError extends Error {
  override name = 'FileError'
}

/** The content is not such that what was asked can be done. */
export class ContentError extends Error {
  override name = 'ContentError'
}

/** The role is there, but only as a draft. */
export class DraftOnlyError extends Error {
  override name = 'DraftOnlyError'
}
