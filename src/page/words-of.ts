import {en} from '../locale/en.ts'
import type {Words} from '../locale/words.ts'
import {wordsFor} from '../locale/words-for.ts'
import type {RoleDraft} from '../model/role.ts'

/** The words of the role's language; English where nobody has written that language's words yet. */
export const wordsOf = (role: RoleDraft): Words => wordsFor(role.language ?? en.language) ?? en
