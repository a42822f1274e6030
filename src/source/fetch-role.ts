import {RoleNotFoundError} from '../errors.ts'
import type {Role, RoleDraft} from '../model/role.ts'
import {roleBySlug, roleSlugs} from '../queries.ts'
import {type AskOptions, ask, type PublishedOptions} from './ask.ts'
import {likeness} from './likeness.ts'
import type {Source} from './source.ts'

const suggestions = 3
const longestSlug = 96

export interface FetchRoleOptions extends AskOptions {
  /** The language to have the role in, as a tag, where one slug is that of roles in several. */
  language?: string | undefined
}

/**
 * The role with this slug, with everything its page prints, in one request.
 *
 * Throws `RoleNotFoundError` (with the nearest slugs), `InvalidAnswerError` (published content that is not complete)
 * or `SourceError` (could not be asked). Any perspective but `published` gives a draft, in which every part may be `null`.
 */
export async function fetchRole(
  source: Source,
  slug: string,
  options?: PublishedOptions & FetchRoleOptions,
): Promise<Role>
export async function fetchRole(source: Source, slug: string, options?: FetchRoleOptions): Promise<RoleDraft>
export async function fetchRole(source: Source, slug: string, options: FetchRoleOptions = {}): Promise<RoleDraft> {
  const {language} = options
  const role = await ask(source, roleBySlug(slug, language), options)
  if (role) return role
  throw new RoleNotFoundError(slug, await nearestSlugs(source, slug, options), language)
}

async function nearestSlugs(source: Source, slug: string, options: AskOptions): Promise<string[]> {
  const slugs = (await ask(source, roleSlugs(), options)) ?? []
  return slugs
    .map((known) => ({known, like: likeness(String(slug).slice(0, longestSlug), known)}))
    .sort((one, other) => other.like - one.like)
    .slice(0, suggestions)
    .map(({known}) => known)
}
