/** One thing that is wrong with an answer or a role: where it is, and what to do about it. */
export interface Issue {
  code:
    | 'missing'
    | 'invalid'
    | 'dangling-reference'
    | 'unknown-block'
    | 'unknown-annotation'
    | 'unsafe-link'
    | 'unshown-picture'
    | 'unknown-language'
  /** Where, in the answer: `levels[2].minYears`. */
  path: string
  /** The document to open: the one the path leads into, which may be a shared one. `null` when it has no id. */
  documentId: string | null
  message: string
}

/** The source could not be asked, or gave no answer. `cause` holds what it threw. */
export class SourceError extends Error {
  override name = 'SourceError'
}

/** What is known of a call that came to nothing. */
export interface Failed {
  /** How many requests were made: 0 where the time was over before one could begin. */
  readonly attempts: number
  /** Of HTTP, for the last request. `null` where there was none. */
  readonly status: number | null
  /** What the system calls it where the source cannot be reached: `ECONNREFUSED`. `null` where that is not known. */
  readonly code: string | null
  /** Seconds the server asks to wait before the next request. `null` where it says nothing. */
  readonly retryAfter: number | null
  /** Of a body that is no answer, as the server named it: `text/html`. `null` where that is not known. */
  readonly contentType: string | null
  /** The first 200 characters of such a body, or of what was thrown. */
  readonly excerpt: string
}

/** A call came to nothing, for a reason that may be known. */
export class FailedError extends SourceError implements Failed {
  declare readonly attempts: number
  declare readonly status: number | null
  declare readonly code: string | null
  declare readonly retryAfter: number | null
  declare readonly contentType: string | null
  declare readonly excerpt: string

  constructor(message: string, {cause, ...failed}: Failed & ErrorOptions) {
    super(message, {cause})
    Object.assign(this, failed)
  }
}

/** There was no answer in time. */
export class ContentTimeoutError extends FailedError {
  override name = 'ContentTimeoutError'
}

/** The source has no answer now: it was asked too often (429), has a problem of its own (408, 5xx), or cannot be reached. */
export class ContentUnavailableError extends FailedError {
  override name = 'ContentUnavailableError'
}

/** What answered is not Content Lake, or its answer was damaged on the way: there is no result in it. */
export class ContentResponseError extends FailedError {
  override name = 'ContentResponseError'
}

/** This dataset is not shown to who asks, or there is none of this name (401, 403, 404). It was asked for once. */
export class ContentAccessError extends FailedError {
  override name = 'ContentAccessError'
  declare readonly status: number
}

/** A published answer is not what was promised. `issues` lists every place, not only the first. */
export class InvalidAnswerError extends Error {
  override name = 'InvalidAnswerError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    const lines = issues.map(
      ({path, documentId, message}) => `  ${path}${documentId ? ` (document ${documentId})` : ''}: ${message}`,
    )
    super(`The published content is not complete:\n${lines.join('\n')}`)
    this.issues = issues
  }
}

/** No role answers to this slug. `nearest` holds up to three slugs that look like it. */
export class RoleNotFoundError extends Error {
  override name = 'RoleNotFoundError'
  readonly slug: string
  readonly nearest: readonly string[]

  constructor(slug: string, nearest: readonly string[], language?: string) {
    const others = nearest.filter((name) => name !== slug)
    const hint = others.length > 0 ? ` Did you mean ${others.map((name) => `"${name}"`).join(', ')}?` : ''
    super(
      `There is no role with the slug "${slug}"${language === undefined ? '' : ` in the language "${language}"`}.${hint}`,
    )
    this.slug = slug
    this.nearest = nearest
  }
}

/** A job description was asked for at a level the role does not describe. */
export class LevelNotFoundError extends Error {
  override name = 'LevelNotFoundError'
  readonly level: string
  readonly available: readonly string[]

  constructor(level: string, available: readonly string[]) {
    const hint = available.length > 0 ? `It has: ${available.join(', ')}.` : 'It has no levels.'
    super(`The role does not describe the level "${level}". ${hint}`)
    this.level = level
    this.available = available
  }
}
