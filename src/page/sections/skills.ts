import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {item, list, section} from '../blocks.ts'
import type {Block, Section} from '../section.ts'

export const mustHaveSkills = (role: RoleDraft, words: Words): Section | null =>
  section('must-have-skills', words.headings.mustHaveSkills, [skills(role, role.mustHaveSkills)])

export const niceToHaveSkills = (role: RoleDraft, words: Words): Section | null =>
  section('nice-to-have-skills', words.headings.niceToHaveSkills, [skills(role, role.niceToHaveSkills)])

// The role's own wording, else the skill's, else the skill's name.
const skills = ({language}: RoleDraft, requirements: RoleDraft['mustHaveSkills']): Block | null =>
  list(
    (requirements ?? []).map(
      ({statement, skill}) =>
        item(statement, language) ?? item(skill?.statement, language) ?? item(skill?.name, language),
    ),
  )
