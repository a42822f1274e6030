import type {StoredDocument} from '../../../src/local.ts'
import {cadences, skillCategories} from '../../../src/model/vocabulary.ts'
import {combination, combinations, type Dice, diceFor, scattered} from './dice.ts'
import {history} from './history.ts'
import * as words from './vocabulary.ts'

/** How many documents of each type the roles share. */
export const sharedCounts = {responsibility: 1200, skill: 800, tool: 400, kpi: 240, person: 60} as const
export type SharedType = keyof typeof sharedCounts

export const sharedId = (type: SharedType, index: number): string => `${type}-${String(index).padStart(4, '0')}`

type Content = Record<string, unknown>

const responsibility = (index: number): Content => {
  const lists = [words.verbs, words.objects, words.endings]
  const [verb, object, ending] = combination(scattered(index, combinations(...lists)), ...lists)
  return {statement: `${verb} ${object} ${ending}.`, area: object?.replace(/^the /, '')}
}

const skill = (index: number, dice: Dice): Content => {
  const [ability, setting] = combination(scattered(index, sharedCounts.skill), words.abilities, words.settings)
  const name = `${ability} ${setting}`
  return {
    name,
    ...(dice.roll(8) > 0 && {statement: `${name}, ${dice.one(words.proofs)}.`}),
    category: dice.one(Object.keys(skillCategories)),
    ...(dice.roll(3) === 0 && {aliases: [`${ability} (${index})`]}),
  }
}

const tool = (index: number): Content => {
  const [maker, kind] = combination(scattered(index, sharedCounts.tool), words.toolMakers, words.toolKinds)
  return {name: `${maker} ${kind}`, url: `https://example.com/tools/${index}`}
}

const kpi = (index: number, dice: Dice): Content => {
  const [name, what] = combination(
    scattered(index, combinations(words.measures, words.measured)),
    words.measures,
    words.measured,
  )
  const share = 60 + dice.roll(40)
  return {
    ...(dice.roll(10) > 0 && {name}),
    statement: `at least ${share}% of ${what}.`.replace(/at least (\d+%) of (open|hours|cases)/, 'below $1 of all $2'),
    targets: [
      {
        ...{_key: 'g1', _type: 'kpiTarget', metric: what, comparator: 'atLeast', value: share + dice.roll(20) / 20},
        ...{unit: '%', cadence: dice.one(Object.keys(cadences))},
      },
      ...(dice.roll(3) === 0
        ? [{_key: 'g2', _type: 'kpiTarget', comparator: 'atMost', value: 1 + dice.roll(40), unit: 'days'}]
        : []),
    ],
  }
}

const person = (index: number, dice: Dice): Content => {
  const [given, family] = combination(
    scattered(index, combinations(words.givenNames, words.familyNames)),
    words.givenNames,
    words.familyNames,
  )
  const name = `${given} ${family}`
  const field = dice.one(words.fields)
  return {
    name,
    jobTitle: `Editor, ${field} Roles`,
    bio: `${name} has hired for ${field.toLowerCase()} teams and now writes about the work. ${dice.one(words.weeks)}`,
    highlights: dice.some(words.lessons, 2).map((lesson) => `Likes to say that ${lesson}`),
    url: `https://example.com/people/${index}`,
  }
}

const contents: Record<SharedType, (index: number, dice: Dice) => Content> = {responsibility, skill, tool, kpi, person}

const settings: StoredDocument = {
  ...{_id: 'siteSettings', _type: 'siteSettings', ...history(diceFor(4))},
  ...{organizationName: 'Example Works', siteUrl: 'https://example.com', rolesPath: '/roles'},
}

/** The settings of the site, and everything that roles refer to. */
export function* sharedDocuments(): Generator<StoredDocument> {
  yield settings
  for (const [place, type] of (Object.keys(contents) as SharedType[]).entries()) {
    for (let index = 0; index < sharedCounts[type]; index += 1) {
      const dice = diceFor(place * 10_000 + index)
      yield {_id: sharedId(type, index), _type: type, ...history(dice), ...contents[type](index, dice)}
    }
  }
}
