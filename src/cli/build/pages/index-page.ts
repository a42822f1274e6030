import type {Entry} from './entry.ts'
import type {Site} from './site.ts'

/** The list of all roles, for the root of the tree or for `roles/index.html`. */
export function indexPage(entries: readonly Entry[], site: Site, _place: 'root' | 'roles'): string {
  return `${site.language} ${entries.length}`
}
