import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {line} from '../text/line.ts'

/** The role's title, or a stand-in while it has none. */
export const titleOf = (role: RoleDraft, words: Words): string => line(role.title) || words.untitledRole
