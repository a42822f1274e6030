import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {item, list, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export const responsibilities = (role: RoleDraft, words: Words): Section | null =>
  section('responsibilities', words.headings.responsibilities, [
    list((role.responsibilities ?? []).map(({statement}) => item(statement, role.language))),
  ])
