import type {StoredDocument} from '../../../src/local.ts'
import {faqAudiences, levels, priceUnits} from '../../../src/model/vocabulary.ts'
import {combination, combinations, type Dice, diceFor, scattered} from './dice.ts'
import {history} from './history.ts'
import {paragraph} from './rich-text.ts'
import {type SharedType, sharedCounts, sharedId} from './shared.ts'
import * as words from './vocabulary.ts'

const titleParts = [words.fields, words.subjects, words.crafts] as const

/** More roles than this would have titles in common. */
export const mostRoles = combinations(...titleParts)

export const roleId = (index: number): string => `role-${String(index).padStart(6, '0')}`

const titleOf = (index: number): string => combination(scattered(index, mostRoles), ...titleParts).join(' ')

const slugOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-')

/** The role with this number. `relatives` gives the numbers of those it may link to. */
export function roleDocument(index: number, relatives: (dice: Dice) => number[]): StoredDocument {
  const dice = diceFor(1_000_000 + index)
  const title = titleOf(index)
  return {
    ...{_id: roleId(index), _type: 'role', ...history(dice)},
    ...{title, slug: {_type: 'slug', current: slugOf(title)}, language: 'en'},
    summary: summary(title, dice),
    responsibilities: references('responsibility', 4, dice),
    ...skills(title, dice),
    tools: tools(dice),
    reportsTo: dice.some(words.managers, 1 + dice.roll(3)),
    workingWith: `Works ${dice.one(words.companions)}.`,
    levels: levelsOf(dice),
    kpis: references('kpi', 1 + dice.roll(2), dice),
    faqs: faqs(title, dice),
    ...(dice.roll(3) > 0 && {startingPrice: price(dice)}),
    author: reference(sharedId('person', dice.roll(sharedCounts.person))),
    relatedRoles: relatives(dice).map((other, place) => ({...reference(roleId(other)), _key: `o${place}`})),
    reviewedOn: `2026-0${1 + dice.roll(4)}-${10 + dice.roll(19)}`,
    ...(dice.roll(4) === 0 && {seoTitle: `${title}: what the job asks for`}),
    ...(dice.roll(4) === 0 && {seoDescription: `Duties, skills and measures of the ${title}, ready to copy.`}),
  }
}

const reference = (id: string) => ({_type: 'reference', _ref: id})

const references = (type: SharedType, count: number, dice: Dice) =>
  dice
    .rolls(sharedCounts[type], count)
    .map((index, place) => ({...reference(sharedId(type, index)), _key: `${type[0]}${place}`}))

const summary = (title: string, dice: Dice) => [
  paragraph('b1', [
    `The ${title} ${dice.one(words.openings)}. `,
    {text: dice.one(words.weeks), mark: dice.one(['em', 'strong', ''])},
  ]),
  paragraph('b2', [
    'What counts is to learn that ',
    {text: dice.one(words.lessons), link: `https://example.com/notes/${dice.roll(5000)}`},
    '.',
  ]),
]

function skills(title: string, dice: Dice) {
  const [must, nice] = [2 + dice.roll(3), 1]
  const drawn = dice.rolls(sharedCounts.skill, must + nice)
  const all = drawn.map((index, place) => ({
    ...{_key: `s${place}`, _type: 'skillRequirement', skill: reference(sharedId('skill', index))},
    // Words of its own for the first one, and for some others.
    ...((place === 0 || dice.roll(4) === 0) && {
      statement: `${dice.one(words.abilities)} as a ${title} needs it: ${dice.one(words.proofs)}.`,
    }),
  }))
  return {mustHaveSkills: all.slice(0, must), niceToHaveSkills: all.slice(must)}
}

const tools = (dice: Dice) =>
  Array.from({length: 2 + dice.roll(2)}, (_, place) => ({
    ...{_key: `t${place}`, _type: 'toolChoice'},
    anyOf: references('tool', 1 + dice.roll(2), dice),
  })).filter(({anyOf}, place, all) => place === all.findIndex((other) => other.anyOf[0]?._ref === anyOf[0]?._ref))

function levelsOf(dice: Dice) {
  const names = Object.keys(levels).slice(dice.roll(2), 2 + dice.roll(2))
  let years = dice.roll(3)
  return names.map((level, place) => {
    const minYears = years
    years += 1 + dice.roll(4)
    return {
      ...{_key: level, _type: 'level', level, minYears, ...(place < names.length - 1 && {maxYears: years})},
      focus: dice.some(words.growth, 2).map((step) => `${step} ${dice.one(words.growthWays)}.`),
    }
  })
}

const faqs = (title: string, dice: Dice) =>
  dice.some(words.questions, dice.roll(3) === 0 ? 2 : 1).map((question, place) => ({
    ...{_key: `q${place}`, _type: 'faq', question},
    answer: [
      paragraph('a1', [`${dice.one(words.answers)} For the ${title}, ${dice.one(words.lessons)}.`]),
      ...(dice.roll(3) === 0
        ? dice.some(words.answers, 2).map((answer, item) => ({...paragraph(`i${item}`, [answer]), ...bullet}))
        : []),
    ],
    audience: dice.roll(4) === 0 ? dice.one(Object.keys(faqAudiences)) : 'page',
  }))

const bullet = {listItem: 'bullet', level: 1}

const price = (dice: Dice) => ({
  ...{_type: 'price', amount: 20 + 10 * dice.roll(900), currency: dice.one(words.currencies)},
  ...{unit: dice.one(Object.keys(priceUnits)), ...(dice.roll(2) === 0 && {label: dice.one(words.labels)})},
})
