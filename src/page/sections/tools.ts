import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {point} from '../../text/line.ts'
import {present, section} from '../blocks.ts'
import type {Section} from '../section.ts'

const alternative = ' / '

export function tools(role: RoleDraft, words: Words): Section | null {
  const tags = (role.tools ?? [])
    .map(({anyOf}) =>
      (anyOf ?? [])
        .map(({name}) => point(name))
        .filter(Boolean)
        .join(alternative),
    )
    .filter(Boolean)
  return section('tools', words.headings.tools, [present(tags) && {kind: 'tags', tags}])
}
