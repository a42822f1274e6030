import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {line} from '../../text/line.ts'
import {present, section} from '../blocks.ts'
import {rolePath} from '../role-path.ts'
import type {Section} from '../section.ts'

export function relatedRoles(role: RoleDraft, words: Words): Section | null {
  const links = (role.relatedRoles ?? []).flatMap(({title, slug, language}) =>
    title ? [{text: line(title), href: rolePath(role.site, slug, language)}] : [],
  )
  return section('related-roles', words.headings.relatedRoles, [present(links) && {kind: 'links', links}])
}
