import type {Role} from '../../../src/index.ts'
import {jobDescriptionFaqs, reportingText, skillText, toolText} from '../../peers/derived.ts'
import {escapeHTML} from '../../peers/escape.ts'
import {formattersFor} from '../../peers/format.ts'
import {richTextHTML} from '../../peers/rich-text.ts'
import {wordsOf} from '../../peers/words-of.ts'
import {kpiHTML} from './kpi-html.ts'

/** The job description as HTML without classes, for the clipboard. */
export function jobDescriptionHTML(role: Role): string {
  const words = wordsOf(role)
  const reporting = reportingText(role, words, formattersFor(role.language))
  const faqs = jobDescriptionFaqs(role)
  return `<h1>${escapeHTML(words.jobDescriptionTitle(role.title))}</h1><h2>${words.headings.roleSummary}</h2>${richTextHTML(
    role.summary,
  )}${list(
    words.headings.responsibilities,
    role.responsibilities.map(({statement}) => escapeHTML(statement)),
  )}${list(
    words.headings.mustHaveSkills,
    role.mustHaveSkills.map((skill) => escapeHTML(skillText(skill))),
  )}${list(
    words.headings.niceToHaveSkills,
    (role.niceToHaveSkills ?? []).map((skill) => escapeHTML(skillText(skill))),
  )}${list(
    words.headings.tools,
    (role.tools ?? []).map((tool) => escapeHTML(toolText(tool))),
  )}${reporting && `<h2>${words.headings.reporting}</h2><p>${escapeHTML(reporting)}</p>`}${list(
    words.headings.kpis,
    (role.kpis ?? []).map(kpiHTML),
  )}${
    faqs.length > 0
      ? `<h2>${words.headings.faqs}</h2>${faqs
          .map(({question, answer}) => `<p><strong>${escapeHTML(question)}</strong></p>${richTextHTML(answer)}`)
          .join('')}`
      : ''
  }`
}

const list = (heading: string, items: string[]): string =>
  items.length > 0 ? `<h2>${heading}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : ''
