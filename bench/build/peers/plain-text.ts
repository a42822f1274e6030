import type {Role} from '../../../src/index.ts'
import {jobDescriptionFaqs, kpiText, reportingText, skillText, toolText} from '../../peers/derived.ts'
import {formattersFor} from '../../peers/format.ts'
import {richTextPlain} from '../../peers/rich-text.ts'
import {wordsOf} from '../../peers/words-of.ts'

/** The job description as plain text. `print` escapes, `heading` prints its headings, for those who want them to stand out. */
export function jobDescriptionText(
  role: Role,
  print: (text: string) => string = (text) => text,
  heading: (text: string) => string = print,
): string {
  const words = wordsOf(role)
  const reporting = reportingText(role, words, formattersFor(role.language))
  const list = (title: string, items: string[]) =>
    items.length > 0 ? `\n${heading(title)}\n\n${items.map((item) => `• ${print(item)}\n`).join('')}` : ''
  const faqs = jobDescriptionFaqs(role)
  return `${heading(words.jobDescriptionTitle(role.title))}

${heading(words.headings.roleSummary)}

${print(richTextPlain(role.summary))}
${list(
  words.headings.responsibilities,
  role.responsibilities.map(({statement}) => statement),
)}${list(words.headings.mustHaveSkills, role.mustHaveSkills.map(skillText))}${list(
  words.headings.niceToHaveSkills,
  (role.niceToHaveSkills ?? []).map(skillText),
)}${list(words.headings.tools, (role.tools ?? []).map(toolText))}${
  reporting && `\n${heading(words.headings.reporting)}\n\n${print(reporting)}\n`
}${list(words.headings.kpis, (role.kpis ?? []).map(kpiText))}${
  faqs.length > 0
    ? `\n${heading(words.headings.faqs)}\n${faqs
        .map(({question, answer}) => `\n${print(question)}\n\n${print(richTextPlain(answer))}\n`)
        .join('')}`
    : ''
}`
}
