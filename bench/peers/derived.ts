import type {Kpi, Role, SkillRequirement, Words} from '../../src/index.ts'
import {type Formatters, years} from './format.ts'

// What a role says between its fields, told once for all peers.

export const skillText = ({statement, skill}: SkillRequirement): string => statement || skill.statement || skill.name

export const toolText = ({anyOf}: {anyOf: {name: string}[]}): string => anyOf.map(({name}) => name).join(' / ')

export const kpiText = ({name, statement}: Kpi): string => (name ? `${name}: ${statement}` : statement)

export const reportingText = ({reportsTo, workingWith}: Role, words: Words, format: Formatters): string =>
  [reportsTo?.length ? words.reportsTo(format.or.format(reportsTo)) : '', workingWith ?? ''].filter(Boolean).join(' ')

/** The answer to how many years a mid-level person has. Empty for a role without that level. */
export function midLevelText(role: Role, words: Words, format: Formatters): string {
  const mid = role.levels?.find(({level}) => level === 'mid')
  if (!mid) return ''
  const answer = words.answers.midLevelYears(role.title, years(format, words, mid))
  const [focus] = mid.focus
  return focus ? `${answer} ${words.answers.midLevelFocus(focus, namesIn(role))}` : answer
}

function namesIn({tools, mustHaveSkills, niceToHaveSkills}: Role): string[] {
  const names: string[] = []
  for (const {anyOf} of tools ?? []) for (const {name} of anyOf) names.push(name)
  for (const {skill} of mustHaveSkills) names.push(skill.name)
  for (const {skill} of niceToHaveSkills ?? []) names.push(skill.name)
  return names
}

export const updatedOn = (role: Role): string => (role.reviewedOn ?? role.modifiedAt ?? role._updatedAt).slice(0, 10)

export const rolePath = ({site}: Role, slug: string): string =>
  `${site?.rolesPath ?? '/roles'}/${encodeURIComponent(slug)}`

export const pageFaqs = ({faqs}: Role) => (faqs ?? []).filter(({audience}) => audience !== 'jobDescription')

export const jobDescriptionFaqs = ({faqs}: Role) => (faqs ?? []).filter(({audience}) => audience !== 'page')

/** The day of the newest document that a page is made of. */
export const modifiedOn = (role: Role): string => (role.modifiedAt ?? role._updatedAt).slice(0, 10)
