import {en} from '../locale/en.ts'
import type {Words} from '../locale/words.ts'
import {canonicalTag, wordsFor} from '../locale/words-for.ts'
import type {RoleDraft} from '../model/role.ts'
import type {Languages} from './page-type.ts'

/** The words of the role's language; English where nobody has written that language's words yet. */
export const wordsOf = (role: RoleDraft): Words => wordsFor(role.language ?? en.language) ?? en

/** The role's language, and that of the words around what is written in it where that is another one. */
export function languagesOf(role: RoleDraft, {language: wordsLanguage}: Words): Languages {
  const language = canonicalTag(role.language ?? wordsLanguage) ?? wordsLanguage
  return language === wordsLanguage ? {language} : {language, wordsLanguage}
}
