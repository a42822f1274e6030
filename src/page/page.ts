import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {line} from '../text/line.ts'
import {cleanStega} from '../text/stega.ts'
import type {Page} from './page-type.ts'
import {author} from './sections/author.ts'
import {pageFaqs} from './sections/faqs.ts'
import {fullJobDescription} from './sections/job-description.ts'
import {keyFacts} from './sections/key-facts.ts'
import {kpisWithTargets} from './sections/kpis.ts'
import {dateOf, lastUpdated} from './sections/last-updated.ts'
import {relatedRoles} from './sections/related-roles.ts'
import {reportingStructure} from './sections/reporting-structure.ts'
import {responsibilities} from './sections/responsibilities.ts'
import {roleSummary} from './sections/role-summary.ts'
import {seniorityLevels} from './sections/seniority-levels.ts'
import {mustHaveSkills, niceToHaveSkills} from './sections/skills.ts'
import {tools} from './sections/tools.ts'
import {titleOf} from './title.ts'
import {wordsOf} from './words-of.ts'

const readingOrder = [
  keyFacts,
  roleSummary,
  responsibilities,
  mustHaveSkills,
  niceToHaveSkills,
  tools,
  reportingStructure,
  seniorityLevels,
  kpisWithTargets,
  fullJobDescription,
  pageFaqs,
  relatedRoles,
  author,
  lastUpdated,
]

export interface RolePageOptions {
  /** Phrases of your own, instead of those of the role's language. */
  words?: Words | undefined
}

/** The role page in reading order. A part with nothing to say is left out, so a draft makes a shorter page. */
export function rolePage(role: RoleDraft, options: RolePageOptions = {}): Page {
  const words = options.words ?? wordsOf(role)
  const title = titleOf(role, words)
  const heading = words.pageTitle(title, dateOf(role, words)?.year ?? null)
  const sections = readingOrder.flatMap((make) => make(role, words) ?? [])
  const intro = words.intro(cleanStega(title))
  return {
    kind: 'page',
    title: heading,
    eyebrow: words.eyebrow,
    intro,
    seoTitle: cleanStega(line(role.seoTitle)) || cleanStega(heading),
    description: cleanStega(line(role.seoDescription)) || intro,
    language: words.language,
    sections,
  }
}
