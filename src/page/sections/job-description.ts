import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {paragraph, section} from '../blocks.ts'
import {composeJobDescription} from '../job-description.ts'
import type {Section} from '../section.ts'

/** The whole job description, shown as text to copy. */
export function fullJobDescription(role: RoleDraft, words: Words): Section | null {
  const page = composeJobDescription(role, words)
  if (page.sections.length === 0) return null
  const hint = hasPlaceholders(page.sections) ? `${words.copyHint} ${words.placeholderHint}` : words.copyHint
  return section('job-description', words.headings.jobDescription, [paragraph(hint), {kind: 'verbatim', page}])
}

const placeholder = /\[[^[\]]+\]/

const hasPlaceholders = (value: unknown): boolean =>
  typeof value === 'string'
    ? placeholder.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasPlaceholders)
