import type {Kpi, Role} from '../../../src/index.ts'
import {
  jobDescriptionFaqs,
  midLevelText,
  pageFaqs,
  reportingText,
  rolePath,
  skillText,
  toolText,
  updatedOn,
} from '../derived.ts'
import {escapeHTML} from '../escape.ts'
import {count, formattersFor, price, target, years} from '../format.ts'
import {richTextHTML} from '../rich-text.ts'
import {wordsOf} from '../words-of.ts'

export function pageHTML(role: Role): string {
  const words = wordsOf(role)
  const format = formattersFor(role.language)
  const {title, reportsTo, startingPrice, author} = role
  const levels = role.levels ?? []
  const kpis = role.kpis ?? []
  const day = updatedOn(role)
  const midLevel = midLevelText(role, words, format)
  // What stands both on the page and in the job description on it.
  const summary = richTextHTML(role.summary)
  const responsibilities = list(role.responsibilities.map(({statement}) => statement))
  const mustHaveSkills = list(role.mustHaveSkills.map(skillText))
  const niceToHaveSkills = list((role.niceToHaveSkills ?? []).map(skillText))
  const tools = list((role.tools ?? []).map(toolText))
  const reporting = paragraph(reportingText(role, words, format))
  const measures = kpis.length > 0 ? `<ul>${kpis.map((kpi) => `<li>${kpiHTML(kpi)}</li>`).join('')}</ul>` : ''
  const faqs = jobDescriptionFaqs(role)
  const jobDescription = `${strong(words.jobDescriptionTitle(title))}${part(words.headings.roleSummary, summary)}${part(
    words.headings.responsibilities,
    responsibilities,
  )}${part(words.headings.mustHaveSkills, mustHaveSkills)}${part(words.headings.niceToHaveSkills, niceToHaveSkills)}${part(
    words.headings.tools,
    tools,
  )}${part(words.headings.reporting, reporting)}${part(words.headings.kpis, measures)}${part(
    words.headings.faqs,
    faqs.map(({question, answer}) => `${strong(question)}${richTextHTML(answer)}`).join(''),
  )}`
  const hint = /\[[^[\]]+\]/.test(jobDescription) ? `${words.copyHint} ${words.placeholderHint}` : words.copyHint
  return `<p>${words.eyebrow}</p><h1>${escapeHTML(words.pageTitle(title, day.slice(0, 4)))}</h1>${paragraph(
    words.intro(title),
  )}${section(
    'key-facts',
    words.headings.keyFacts,
    `<dl>${fact(words.facts.role, escapeHTML(title))}${
      reportsTo?.[0] ? fact(words.facts.reportsTo, escapeHTML(reportsTo[0])) : ''
    }${mustHaveSkills && fact(words.headings.mustHaveSkills, count(format, role.mustHaveSkills.length, words.items))}${
      levels.length > 0 ? fact(words.facts.levels, levels.map(({level}) => words.levels[level]).join(' / ')) : ''
    }${measures && fact(words.facts.kpis, count(format, kpis.length, words.metrics))}${
      startingPrice
        ? fact(
            escapeHTML(words.facts.startingPrice(startingPrice.label ?? '')),
            escapeHTML(price(format, words, role.language, startingPrice)),
          )
        : ''
    }</dl>`,
  )}${section('role-summary', words.headings.roleSummary, summary)}${section(
    'responsibilities',
    words.headings.responsibilities,
    responsibilities,
  )}${section('must-have-skills', words.headings.mustHaveSkills, mustHaveSkills)}${section(
    'nice-to-have-skills',
    words.headings.niceToHaveSkills,
    niceToHaveSkills,
  )}${section('tools', words.headings.tools, tools)}${section('reporting-structure', words.headings.reporting, reporting)}${
    levels.length > 0
      ? `<section id="seniority-levels"><h2>${words.headings.levels}</h2><div>${levels
          .map(
            (level) =>
              `<div><h3>${words.levels[level.level]}</h3><p>${years(format, words, level)}</p>${list(level.focus)}</div>`,
          )
          .join('')}</div></section>`
      : ''
  }${
    kpis.length > 0
      ? `<section id="kpis"><h2>${words.headings.kpis}</h2><ul>${kpis
          .map((kpi) => {
            const targets = (kpi.targets ?? []).map((each) => target(format, words, each))
            return `<li>${kpiHTML(kpi)}${list(targets)}</li>`
          })
          .join('')}</ul></section>`
      : ''
  }<section id="job-description"><h2>${words.headings.jobDescription}</h2><p>${hint}</p><blockquote>${jobDescription}</blockquote></section><section id="faqs"><h2>${words.headings.faqs}</h2><div>${question(
    words.questions.dayToDay(title),
    summary,
  )}${midLevel && question(words.questions.midLevelYears(title), paragraph(midLevel))}${
    measures && question(words.questions.kpis(title), `${paragraph(words.answers.kpis(title))}${measures}`)
  }${pageFaqs(role)
    .map((faq) => question(faq.question, richTextHTML(faq.answer)))
    .join('')}</div></section>${
    role.relatedRoles?.length
      ? `<section id="related-roles"><h2>${words.headings.relatedRoles}</h2><ul>${role.relatedRoles
          .map((related) => `<li>${link(rolePath(role, related.slug), related.title)}</li>`)
          .join('')}</ul></section>`
      : ''
  }${
    author
      ? `<section id="author"><h2>${escapeHTML(words.headings.author(author.name))}</h2>${paragraph(author.jobTitle)}${(
          author.bio?.split('\n\n') ?? []
        )
          .map(paragraph)
          .join('')}${list(author.highlights ?? [])}${
          author.url ? `<ul><li>${link(author.url, words.moreAbout(author.name))}</li></ul>` : ''
        }</section>`
      : ''
  }<section id="last-updated"><dl><div><dt>${words.facts.lastUpdated}</dt><dd><time datetime="${day}">${format.date.format(Date.parse(day))}</time></dd></div></dl></section>`
}

const section = (id: string, heading: string, content: string): string =>
  content && `<section id="${id}"><h2>${heading}</h2>${content}</section>`

const part = (heading: string, content: string): string => content && `${strong(heading)}${content}`

const strong = (text: string): string => `<p><strong>${escapeHTML(text)}</strong></p>`

const fact = (label: string, value: string): string => `<div><dt>${label}</dt><dd>${value}</dd></div>`

const list = (items: string[]): string =>
  items.length > 0 ? `<ul>${items.map((item) => `<li>${escapeHTML(item)}</li>`).join('')}</ul>` : ''

const paragraph = (text: string | null): string => (text ? `<p>${escapeHTML(text)}</p>` : '')

const link = (href: string, text: string): string => `<a href="${escapeHTML(href)}">${escapeHTML(text)}</a>`

const question = (asked: string, answer: string): string => `<div><h3>${escapeHTML(asked)}</h3>${answer}</div>`

const kpiHTML = ({name, statement}: Kpi): string =>
  name ? `<strong>${escapeHTML(name)}</strong>: ${escapeHTML(statement)}` : escapeHTML(statement)
