import {date} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {fact, facts, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export function lastUpdated(role: RoleDraft, words: Words): Section | null {
  const day = dateOf(role, words)
  return section('last-updated', null, [facts([day && fact(words.facts.lastUpdated, day.text, day.datetime)])])
}

/** The day the role was last reviewed, else the day anything it is made of was last changed. */
export const dateOf = (role: RoleDraft, words: Words) => date(words, role.reviewedOn) ?? date(words, modifiedAt(role))

/** When the newest of the documents was changed that the role is made of; of a role made by hand, when it was itself. */
export const modifiedAt = (role: RoleDraft): string | null => role.modifiedAt ?? role._updatedAt
