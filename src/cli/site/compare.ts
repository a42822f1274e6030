import {
  compareRole,
  comparisonToHTML,
  fetchRole,
  fetchRoleById,
  type RoleDraft,
  RoleNotFoundError,
  type Source,
} from '../../index.ts'
import {askedIn, type View} from './address.ts'
import {comparePath, named, roleBar, titleOf} from './bar.ts'
import {markup} from './markup.ts'
import {document} from './pages.ts'

/** A role as it is published and as it would be; one of them is missing for a role that is new, or is to go. */
export interface BothVersions {
  before: RoleDraft | null
  after: RoleDraft | null
}

/** Both versions of the role that has this slug in one of them. Throws as `fetchRole` does. */
export async function bothVersions(source: Source, slug: string, view: View): Promise<BothVersions> {
  const perspective = view.perspective === 'published' ? 'drafts' : askedIn(view)
  // As a stack of one, what is published may lack something.
  const published = {perspective: ['published']}
  const after = await fetchRole(source, slug, {perspective}).catch(unlessFound)
  if (after instanceof RoleNotFoundError) {
    const before = await fetchRole(source, slug, published)
    return {before, after: before._id ? await fetchRoleById(source, before._id, {perspective}) : null}
  }
  return {before: after._id ? await fetchRoleById(source, after._id, published) : null, after}
}

function unlessFound(error: unknown): RoleNotFoundError {
  if (error instanceof RoleNotFoundError) return error
  throw error
}

/** Both versions, line by line, with what has changed marked. */
export function comparisonPage({before, after}: BothVersions, view: View): string {
  const role = after ?? before
  const comparison = compareRole(before, after)
  const changed = comparison.sections.filter(({hasChanged}) => hasChanged)
  const lead =
    changed.length === 0
      ? markup`Nothing printed changes.`
      : markup`Changes in ${changed.length === 1 ? 'one section' : `${changed.length} sections`}: ${changed.map(
          ({name, heading}, index) => markup`${index > 0 ? ', ' : ''}<a href="#compare-${name}">${heading}</a>`,
        )}.`
  const columns = comparisonToHTML(comparison, {
    ...{before: 'Published', after: view.perspective === 'published' ? 'Drafts' : named(view.perspective)},
    ...{roleLanguage: role?.language ?? null, self: role?._id ?? null},
  })
  const title = `${role ? titleOf(role) : 'Role'}: side by side`
  return document(
    title,
    role ? roleBar(role, comparePath, view) : markup``,
    markup`<h1>${title}</h1><p class="site-lead">${lead}</p>${{html: columns}}`,
    view,
    ['/roleprint-compare.css'],
  )
}
