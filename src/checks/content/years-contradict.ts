import {labelOf} from '../../../schemas/choices.ts'
import {yearRange} from '../../../schemas/years.ts'
import {levels} from '../../model/vocabulary.ts'
import type {Finding} from '../finding.ts'
import {fieldsOf, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

const numbers = 'one|two|three|four|five|six|seven|eight|nine|ten'
const asked = /* @__PURE__ */ pattern()
const experience = /experience|working|work in|practice|erfahrung|praxis|hands-on/i
const otherYears = /^[’']?\s*(?:old\b|of age\b|of (?:data|records|history|accounts|statements|age)\b|ahead\b|alt\b)/i

const spentOn = /^[’']?\s+(?:(?:of|in|with|as|im?|als|mit|(?!driving|standing|remaining)[a-z]+ing)\b)/i
const spentOnName = /^[’']?\s+(?:(?:of|in|with)\s+\p{Lu}|as an?\s)/u
// "8 years in insurance" are of work, "5 years of insurance" are not.
const atWork = /^[’']?\s+(?:in|as|with|(?!driving|standing|remaining)[a-z]+ing)\s/i
// Years of a licence, a permit, a degree or a budget are no years of work.
const something =
  /licen[cs]e|residen|permit|passport|visa|citizen|degree|stud(?:y|ies)|budget|driving|insurance|warranty|contract|roadmap|criminal|convict|führerschein|wohnsitz|aufenthalt|studium|vertrag/i
const somethingLed =
  /(?:licen[cs]e|residen\w*|permit|passport|visa|budgets?|record|warranty|contracts?|age|aged|führerschein|wohnsitz)[^,.;:]{0,30}$/i
const soon = /^[^,.;:]{0,40}?(?:experience|erfahrung|praxis)/i

const isOfSomethingElse = (before: string, rest: string): boolean =>
  !soon.test(rest) &&
  (somethingLed.test(before) || (!atWork.test(rest) && something.test(rest.split(/[,.;:]/)[0]?.slice(0, 40) ?? '')))

/** "Python, 4+ years": the skill goes first, and nothing follows. */
const isLead = (before: string, rest: string): boolean =>
  /\p{L}[\p{L}+#]*\s*[:,(–—-]\s*$/u.test(before) && /^\s*[).,;]?\s*$/.test(rest)

interface Range {
  from: number
  /** Nothing for an open range, as in "4+ years". */
  to: number | null
  text: string
}

/**
 * A must-have holds at each level. So it may not ask for more years than a level begins with, nor, where it gives a range,
 * for fewer than a level begins with.
 */
export function yearsContradict({role, passages}: Subject): Finding[] {
  const ranges = itemsOf(role.levels).flatMap(({item}) => {
    const {level, minYears: from, maxYears: to} = fieldsOf(item)
    const name = labelOf(levels, level)
    return name !== undefined && typeof from === 'number' ? [{name, from, years: yearRange(from, to) ?? ''}] : []
  })
  return passages
    .filter(({part}) => part === 'mustHaveSkills')
    .flatMap(({text, at}) => {
      const years = yearsIn(text)
      const level = years && ranges.find(({from}) => years.from > from || (years.to !== null && years.to < from))
      if (!level) return []
      const {name, years: given} = level
      const message = `This asks for ${years.text}, but ${name} is ${given}. Leave the years to the levels, or change one of the two.`
      return [finding('years-contradict', at, message)]
    })
}

/** The years of experience a text asks for. Years of anything else are none: "10 years of data", "18 years old". */
export function yearsIn(text: string): Range | null {
  for (const found of text.matchAll(asked)) {
    const {lead, from = '', to, open} = found.groups ?? {}
    const rest = text.slice(found.index + found[0].length)
    const isExperience = experience.test(rest.slice(0, 60))
    const before = text.slice(Math.max(0, found.index - 60), found.index)
    if (otherYears.test(rest) || isOfSomethingElse(before, rest)) continue
    if (
      !isExperience &&
      !(to || lead || open
        ? spentOn.test(rest) || spentOnName.test(rest) || /^\s+\p{Lu}/u.test(rest) || isLead(before, rest)
        : spentOnName.test(rest))
    )
      continue
    const end = to ? `–${to}` : open || lead ? '+' : ''
    const words = `${from}${end} ${end || numberOf(from) !== 1 ? 'years' : 'year'}`
    return {from: numberOf(from), to: to ? numberOf(to) : null, text: words}
  }
  return null
}

const numberOf = (text: string): number => Number(text) || numbers.split('|').indexOf(text.toLowerCase()) + 1

function pattern(): RegExp {
  const number = `\\d{1,2}|${numbers}`
  return new RegExp(
    [
      `(?<lead>(?<!\\p{L})(?:at least|minimum(?: of)?|min\\.?|more than|over|mindestens|mehr als|ab)\\s+)?`,
      `(?<![\\p{L}\\d.,$€£])(?<from>${number})`,
      `(?:\\s*(?:-|–|—|to|bis)\\s*(?<to>${number})|(?<open>\\s*\\+|\\s+(?:or more|plus|oder mehr)))?`,
      `[\\s-]*(?:years?|yrs?|jahren?|jahre)(?!\\p{L})`,
    ].join(''),
    'giu',
  )
}
