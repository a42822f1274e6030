import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {cleanLine, line} from '../text/line.ts'
import {present} from './blocks.ts'
import type {Page} from './page-type.ts'
import {type Said, say} from './said.ts'
import type {Section} from './section.ts'
import {author} from './sections/author.ts'
import {pageFaqs} from './sections/faqs.ts'
import {fullJobDescription} from './sections/job-description.ts'
import {keyFacts} from './sections/key-facts.ts'
import {kpisWithTargets} from './sections/kpis.ts'
import {dateOf, lastUpdated} from './sections/last-updated.ts'
import {relatedRoles} from './sections/related-roles.ts'
import {seniorityLevels} from './sections/seniority-levels.ts'
import {titleOf} from './title.ts'
import {languagesOf, wordsOf} from './words-of.ts'

export interface RolePageOptions {
  /** Phrases of your own, instead of those of the role's language. */
  words?: Words | undefined
}

/** The role page in reading order. A part with nothing to say is left out, so a draft makes a shorter page. */
export function rolePage(role: RoleDraft, options: RolePageOptions = {}): Page {
  const words = options.words ?? wordsOf(role)
  const said = say(role, words)
  return {...pageHead(role, words), sections: pageSections(role, words, said)}
}

/** All of a page but its sections. */
export function pageHead(role: RoleDraft, words: Words): Omit<Page, 'sections'> {
  const title = titleOf(role, words)
  const heading = words.pageTitle(title, dateOf(role, words)?.datetime.slice(0, 4) ?? null)
  const intro = words.intro(cleanLine(title))
  return {
    kind: 'page',
    title: heading,
    eyebrow: words.eyebrow,
    intro,
    seoTitle: cleanLine(line(role.seoTitle)) || cleanLine(heading),
    description: cleanLine(line(role.seoDescription)) || intro,
    ...languagesOf(role, words),
  }
}

function pageSections(role: RoleDraft, words: Words, said: Said): Section[] {
  const {kpis: _, ...beforeLevels} = said
  const readingOrder = [
    keyFacts(role, words, said),
    ...Object.values(beforeLevels),
    seniorityLevels(role, words),
    kpisWithTargets(role, words),
    fullJobDescription(role, words, said),
    pageFaqs(role, words, said),
    relatedRoles(role, words),
    author(role, words),
    lastUpdated(role, words),
  ]
  const sections = present(readingOrder) ?? []
  const languages = languagesOf(role, words)
  return languages.wordsLanguage ? sections.map((section) => ({...section, ...languages})) : sections
}
