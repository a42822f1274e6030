import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {paragraph, section} from '../blocks.ts'
import {composeJobDescription} from '../job-description.ts'
import type {Page} from '../page-type.ts'
import type {Said} from '../said.ts'
import type {Section} from '../section.ts'

/** The whole job description, shown as text to copy. */
export function fullJobDescription(role: RoleDraft, words: Words, said: Said): Section | null {
  const page = composeJobDescription(role, words, said)
  if (page.sections.length === 0) return null
  const hint = paragraph(words.copyHint, hasPlaceholders(page) ? words.placeholderHint : '')
  return section('job-description', words.headings.jobDescription, [hint, {kind: 'verbatim', page}])
}

// As JSON, a list either is empty or holds a quotation mark: brackets around anything else are an editor's.
const placeholder = /\[[^[\]"]+\]/

const hasPlaceholders = ({sections}: Page): boolean => placeholder.test(JSON.stringify(sections))
