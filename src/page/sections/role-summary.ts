import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {richText, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export const roleSummary = (role: RoleDraft, words: Words): Section | null =>
  section('role-summary', words.headings.roleSummary, [richText(role.summary)])
