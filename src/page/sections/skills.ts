import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {item, list, section} from '../blocks.ts'
import type {ListItem, Section} from '../section.ts'

export const mustHaveSkills = (role: RoleDraft, words: Words): Section | null =>
  section('must-have-skills', words.headings.mustHaveSkills, [list(skillItems(role.mustHaveSkills))])

export const niceToHaveSkills = (role: RoleDraft, words: Words): Section | null =>
  section('nice-to-have-skills', words.headings.niceToHaveSkills, [list(skillItems(role.niceToHaveSkills))])

/** The role's own wording, else the skill's, else the skill's name. */
export const skillItems = (requirements: RoleDraft['mustHaveSkills']): ListItem[] =>
  (requirements ?? []).flatMap(
    ({statement, skill}) => item(statement) ?? item(skill?.statement) ?? item(skill?.name) ?? [],
  )
