import type {Role} from '../../../src/index.ts'
import {jobDescriptionFaqs, kpiText, reportingText, skillText, toolText} from '../derived.ts'
import {escapeMarkdown} from '../escape.ts'
import {formattersFor} from '../format.ts'
import {richTextMarkdown} from '../rich-text.ts'
import {wordsOf} from '../words-of.ts'

export function jobDescriptionMarkdown(role: Role): string {
  const words = wordsOf(role)
  const reporting = reportingText(role, words, formattersFor(role.language))
  const faqs = jobDescriptionFaqs(role)
  return `# ${escapeMarkdown(words.jobDescriptionTitle(role.title))}

## ${words.headings.roleSummary}

${richTextMarkdown(role.summary)}
${list(
  words.headings.responsibilities,
  role.responsibilities.map(({statement}) => statement),
)}${list(words.headings.mustHaveSkills, role.mustHaveSkills.map(skillText))}${list(
  words.headings.niceToHaveSkills,
  (role.niceToHaveSkills ?? []).map(skillText),
)}${list(words.headings.tools, (role.tools ?? []).map(toolText))}${
  reporting && `\n## ${words.headings.reporting}\n\n${escapeMarkdown(reporting)}\n`
}${list(words.headings.kpis, (role.kpis ?? []).map(kpiText))}${
  faqs.length > 0
    ? `\n## ${words.headings.faqs}\n${faqs
        .map(({question, answer}) => `\n### ${escapeMarkdown(question)}\n\n${richTextMarkdown(answer)}\n`)
        .join('')}`
    : ''
}`
}

const list = (heading: string, items: string[]): string =>
  items.length > 0 ? `\n## ${heading}\n\n${items.map((item) => `- ${escapeMarkdown(item)}\n`).join('')}` : ''
