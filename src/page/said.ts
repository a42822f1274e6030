import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import type {Section} from './section.ts'
import {kpis} from './sections/kpis.ts'
import {reportingStructure} from './sections/reporting-structure.ts'
import {responsibilities} from './sections/responsibilities.ts'
import {roleSummary} from './sections/role-summary.ts'
import {mustHaveSkills, niceToHaveSkills} from './sections/skills.ts'
import {tools} from './sections/tools.ts'

/** What the page, the job description and the structured data all say, said once, in reading order. */
export interface Said {
  roleSummary: Section | null
  responsibilities: Section | null
  mustHaveSkills: Section | null
  niceToHaveSkills: Section | null
  tools: Section | null
  reportingStructure: Section | null
  kpis: Section | null
}

export const say = (role: RoleDraft, words: Words): Said => ({
  roleSummary: roleSummary(role, words),
  responsibilities: responsibilities(role, words),
  mustHaveSkills: mustHaveSkills(role, words),
  niceToHaveSkills: niceToHaveSkills(role, words),
  tools: tools(role, words),
  reportingStructure: reportingStructure(role, words),
  kpis: kpis(role, words),
})

/** How many points a section has. */
export const pointsOf = (section: Section | null): number =>
  (section?.blocks ?? []).flatMap((block) => (block.kind === 'list' ? block.items : [])).length
