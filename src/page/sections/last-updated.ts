import {date} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {fact, facts, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export function lastUpdated(role: RoleDraft, words: Words): Section | null {
  const day = dateOf(role, words)
  return section('last-updated', null, [facts([day && fact(words.facts.lastUpdated, day.text, day.datetime)])])
}

/** The day the role was last reviewed, else the day it was last changed. */
export const dateOf = (role: RoleDraft, words: Words) => date(words, role.reviewedOn) ?? date(words, role._updatedAt)
