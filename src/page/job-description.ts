import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import type {LevelName} from '../model/vocabulary.ts'
import {roleAtLevel} from './level-variant.ts'
import type {Page} from './page-type.ts'
import {jobDescriptionFaqs} from './sections/faqs.ts'
import {kpis} from './sections/kpis.ts'
import {reportingStructure} from './sections/reporting-structure.ts'
import {responsibilities} from './sections/responsibilities.ts'
import {roleSummary} from './sections/role-summary.ts'
import {mustHaveSkills, niceToHaveSkills} from './sections/skills.ts'
import {tools} from './sections/tools.ts'
import {titleOf} from './title.ts'
import {wordsOf} from './words-of.ts'

const readingOrder = [
  roleSummary,
  responsibilities,
  mustHaveSkills,
  niceToHaveSkills,
  tools,
  reportingStructure,
  kpis,
  jobDescriptionFaqs,
]

export interface JobDescriptionOptions {
  /** The variant for one level of the role. */
  level?: LevelName | undefined
  /** Phrases of your own, instead of those of the role's language. */
  words?: Words | undefined
}

/**
 * The copy-ready job description: the same sections as the page's, without what is for the page alone. Print it with
 * `toMarkdown`, `toPlainText` or `toHTML`. Throws `LevelNotFoundError` for a level the role does not describe.
 */
export function jobDescription(role: RoleDraft, options: JobDescriptionOptions = {}): Page {
  const words = options.words ?? wordsOf(role)
  return composeJobDescription(options.level ? roleAtLevel(role, options.level, words) : role, words)
}

export function composeJobDescription(role: RoleDraft, words: Words): Page {
  const title = words.jobDescriptionTitle(titleOf(role, words))
  return {
    kind: 'jobDescription',
    title,
    eyebrow: null,
    intro: null,
    seoTitle: title,
    description: title,
    language: words.language,
    sections: readingOrder.flatMap((make) => make(role, words) ?? []),
  }
}
