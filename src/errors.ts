/** One thing that is wrong with an answer or a role: where it is, and what to do about it. */
export interface Issue {
  code: 'missing' | 'invalid' | 'dangling-reference' | 'unknown-block' | 'unsafe-link' | 'unknown-language'
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

  constructor(slug: string, nearest: readonly string[]) {
    const hint = nearest.length > 0 ? ` Did you mean ${nearest.map((name) => `"${name}"`).join(', ')}?` : ''
    super(`There is no role with the slug "${slug}".${hint}`)
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
