import {LevelNotFoundError} from '../errors.ts'
import {years} from '../locale/format.ts'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import type {LevelName} from '../model/vocabulary.ts'
import {cleanStega} from '../text/stega.ts'
import {titleOf} from './title.ts'

/** How people shorten a level in a title. */
const shortForms: Partial<Record<LevelName, string>> = {senior: 'sr', junior: 'jr'}

/** Whether a title says a level already, as a whole word in any case: "Team Lead", "Sr. Data Engineer". */
function saysLevel(title: string, name: LevelName, words: Words): boolean {
  const padded = (text: string) =>
    ` ${text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ')} `
  const said = padded(cleanStega(title))
  return [words.levels[name], shortForms[name] ?? name].some((word) => said.includes(padded(word)))
}

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
  const title = titleOf(role, words)
  return {
    ...role,
    title: saysLevel(title, name, words) ? title : words.roleAtLevel(title, name),
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
