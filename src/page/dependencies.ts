import {absentFrom, documentsIn} from '../model/documents.ts'
import type {RoleDraft} from '../model/role.ts'
import {cleanStega} from '../text/stega.ts'
import {rolePath} from './role-path.ts'
import {documentTag, roleTag} from './tags.ts'

/** What the printed role stands on: when one of these documents changes, it may be another one. */
export interface Dependencies {
  /**
   * Published ids, each once: the role, every document in its answer, those it refers to that are not there yet, and the
   * site settings, whether there are any or not.
   */
  documentIds: string[]
  /** Names for a cache: `role:<slug>`, known before the role is asked for, and `document:<id>` for each document. */
  tags: string[]
  /** Where the role's page lives, `/roles/data-engineer`; empty while it has no address. */
  paths: string[]
}

/** What a page, a job description or data made of this role depends on. */
export function dependencies(role: RoleDraft): Dependencies {
  const ids = [role._id, ...documentsIn(role).keys(), ...absentFrom(role), 'siteSettings']
  const documentIds = [...new Set(ids.filter((id) => typeof id === 'string').map((id) => cleanStega(id)))]
  const path = rolePath(role.site, role.slug, role.language)
  return {
    documentIds,
    tags: [...(role.slug ? [roleTag(role.slug)] : []), ...documentIds.map(documentTag)],
    paths: path === null ? [] : [path],
  }
}
