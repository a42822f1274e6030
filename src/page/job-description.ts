import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import type {LevelName} from '../model/vocabulary.ts'
import {present} from './blocks.ts'
import {roleAtLevel} from './level-variant.ts'
import type {Page} from './page-type.ts'
import {type Said, say} from './said.ts'
import {jobDescriptionFaqs} from './sections/faqs.ts'
import {titleOf} from './title.ts'
import {languagesOf, wordsOf} from './words-of.ts'

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
  const asked = options.level ? roleAtLevel(role, options.level, words) : role
  return composeJobDescription(asked, words, say(asked, words))
}

export function composeJobDescription(role: RoleDraft, words: Words, said: Said): Page {
  const title = words.jobDescriptionTitle(titleOf(role, words))
  return {
    kind: 'jobDescription',
    title,
    eyebrow: null,
    intro: null,
    seoTitle: title,
    description: title,
    ...languagesOf(role, words),
    sections: present([...Object.values(said), jobDescriptionFaqs(role, words)]) ?? [],
  }
}
