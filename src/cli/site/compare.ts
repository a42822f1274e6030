import {compareRole, comparisonToHTML, type Source} from '../../index.ts'
import {type Versions, versionsOf} from '../compare/versions.ts'
import {askedIn, type View} from './address.ts'
import {comparePath, named, roleBar, titleOf} from './bar.ts'
import {markup} from './markup.ts'
import {document} from './pages.ts'

/** Both versions of the role that has this slug in one of them. Throws as `fetchRole` does. */
export const bothVersions = (source: Source, slug: string, view: View, language?: string): Promise<Versions> =>
  versionsOf(
    slug,
    {
      from: {source, perspective: ['published']},
      to: {source, perspective: view.perspective === 'published' ? 'drafts' : askedIn(view)},
    },
    language,
  )

/** Both versions, line by line, with what has changed marked. */
export function comparisonPage({before, after}: Versions, view: View): string {
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
