import {years} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {item, list, present, section} from '../blocks.ts'
import type {Group, Section} from '../section.ts'

export function seniorityLevels(role: RoleDraft, words: Words): Section | null {
  const groups = (role.levels ?? []).flatMap((level): Group[] => {
    if (level.level === null) return []
    const blocks = present([list((level.focus ?? []).map((point) => item(point, role.language)))]) ?? []
    return [{heading: words.levels[level.level], note: years(words, level), blocks}]
  })
  return section('seniority-levels', words.headings.levels, [present(groups) && {kind: 'groups', groups}])
}
