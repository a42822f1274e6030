import {LevelNotFoundError} from '../errors.ts'
import {years} from '../locale/format.ts'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import type {LevelName} from '../model/vocabulary.ts'
import {titleOf} from './title.ts'

/**
 * The role as it is at one level: a role like any other, with the level in its title, the level's points before the
 * shared responsibilities, and its years before the skills. Throws `LevelNotFoundError`.
 */
export function roleAtLevel(role: RoleDraft, name: LevelName, words: Words): RoleDraft {
  const level = role.levels?.find(({level}) => level === name)
  if (!level)
    throw new LevelNotFoundError(
      name,
      (role.levels ?? []).flatMap(({level}) => level ?? []),
    )
  const experience = years(words, level)
  return {
    ...role,
    title: words.roleAtLevel(titleOf(role, words), name),
    responsibilities: [
      ...(level.focus ?? []).map((statement) => ({_id: role._id, statement, area: null})),
      ...(role.responsibilities ?? []),
    ],
    mustHaveSkills: [
      ...(experience ? [{_key: level._key, statement: words.yearsOfExperience(experience), skill: null}] : []),
      ...(role.mustHaveSkills ?? []),
    ],
  }
}
