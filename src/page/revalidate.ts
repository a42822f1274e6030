import type {RoleDraft} from '../model/role.ts'
import {cleanStega} from '../text/stega.ts'
import {rolePath, rolesListPath} from './role-path.ts'
import {documentTag, rolesTag, roleTag} from './tags.ts'

/** What is to be made anew. */
export interface Revalidation {
  /** `role:<slug>`, `document:<id>` and `roles`, as far as the role has them. */
  tags: string[]
  /** The role's own page and the list of all roles: `/roles/data-engineer`, `/roles`. */
  paths: string[]
}

/**
 * What to make anew once this role itself has changed. `dependencies` is the other direction: it tells what a page is
 * made of, and its tags are put on a page when it is made, so that those told here find it.
 *
 * `document:<id>` also finds the pages of other roles that link to this one; `paths` alone does not. A role that got
 * another slug is two places: `revalidate` it as it was, and as it is.
 */
export function revalidate(role: RoleDraft): Revalidation {
  const {_id, slug, site, language} = role
  const paths = [rolePath(site, slug, language), rolesListPath(site)].filter((path) => path !== null)
  return {
    tags: [...(slug ? [roleTag(slug)] : []), ...(_id ? [documentTag(cleanStega(_id))] : []), rolesTag],
    paths: [...new Set(paths)],
  }
}
