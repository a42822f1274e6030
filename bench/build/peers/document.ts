import type {Role} from '../../../src/index.ts'
import {type DocumentWords, documentWordsFor} from '../../../src/render/document-words.ts'
import {midLevelText, pageFaqs, reportingText, rolePath, skillText, toolText, updatedOn} from '../../peers/derived.ts'
import {escapeHTML} from '../../peers/escape.ts'
import {count, formattersFor, price, target, years} from '../../peers/format.ts'
import {richTextHTML} from '../../peers/rich-text.ts'
import {jobDescriptionMarkdown} from '../../peers/template-literals/job-description.ts'
import {jsonLd} from '../../peers/template-literals/json-ld.ts'
import {wordsOf} from '../../peers/words-of.ts'
import {kpiHTML} from './kpi-html.ts'
import {jobDescriptionHTML} from './plain-html.ts'
import {jobDescriptionText} from './plain-text.ts'
import {roleUrl} from './role-url.ts'

/** The themed document of a role, from template literals. */
export const roleDocument = (role: Role): string => `<!DOCTYPE html>
<html lang="${role.language}">
<head>
${roleHead(role)}
</head>
<body class="roleprint roleprint-document">
${roleBar(role)}
<main id="roleprint-content" class="roleprint-main" tabindex="-1">${main(role)}${copySources(role)}</main>
</body>
</html>
`

export function roleHead(role: Role): string {
  const words = wordsOf(role)
  const title = escapeHTML(role.seoTitle || words.pageTitle(role.title, updatedOn(role).slice(0, 4)))
  const description = escapeHTML(role.seoDescription || words.intro(role.title))
  const url = escapeHTML(roleUrl(role))
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
<link rel="stylesheet" href="../../roleprint.css">
<script src="../../roleprint.js" defer></script>
<script type="application/ld+json">${jsonLd(role, roleUrl(role))}</script>`
}

export const roleBar = (role: Role): string =>
  `<a class="roleprint-skip" href="#roleprint-content">${documentWordsFor(role.language).skipToContent}</a>
<nav><a href="../">${wordsOf(role).allRoles}</a> <a href="jd.md">Markdown</a> <a href="jd.txt">Plain text</a></nav>`

/** What the script puts on the clipboard. */
export const copySources = (role: Role): string =>
  `<template class="roleprint-copy-html">${jobDescriptionHTML(role)}</template><template class="roleprint-copy-text">${escapeHTML(
    jobDescriptionText(role),
  )}</template><template class="roleprint-copy-markdown">${escapeHTML(jobDescriptionMarkdown(role))}</template>`

function main(role: Role): string {
  const words = wordsOf(role)
  const labels = documentWordsFor(role.language)
  const format = formattersFor(role.language)
  const {title, reportsTo, startingPrice, author} = role
  const levels = role.levels ?? []
  const kpis = role.kpis ?? []
  const niceToHaveSkills = role.niceToHaveSkills ?? []
  const tools = role.tools ?? []
  const relatedRoles = role.relatedRoles ?? []
  const day = updatedOn(role)
  const midLevel = midLevelText(role, words, format)
  const summary = prose(richTextHTML(role.summary))
  const reporting = reportingText(role, words, format)
  const measures = kpis.length > 0 ? `<ul class="roleprint-list">${kpis.map(kpiItem).join('')}</ul>` : ''
  const jobDescription = jobDescriptionText(role, escapeHTML, (text) => `<strong>${escapeHTML(text)}</strong>`)
  const hint = /\[[^[\]]+\]/.test(jobDescription) ? `${words.copyHint} ${words.placeholderHint}` : words.copyHint
  const contents = [
    ['role-summary', words.headings.roleSummary],
    ['responsibilities', words.headings.responsibilities],
    ['must-have-skills', words.headings.mustHaveSkills],
    ...(niceToHaveSkills.length > 0 ? [['nice-to-have-skills', words.headings.niceToHaveSkills]] : []),
    ...(tools.length > 0 ? [['tools', words.headings.tools]] : []),
    ...(reporting ? [['reporting-structure', words.headings.reporting]] : []),
    ...(levels.length > 0 ? [['seniority-levels', words.headings.levels]] : []),
    ...(kpis.length > 0 ? [['kpis', words.headings.kpis]] : []),
    ['job-description', words.headings.jobDescription],
    ['faqs', words.headings.faqs],
    ...(relatedRoles.length > 0 ? [['related-roles', words.headings.relatedRoles]] : []),
    ...(author ? [['author', words.headings.author(author.name)]] : []),
  ] as [string, string][]
  const answered: [string, string][] = [
    [words.questions.dayToDay(title), summary],
    ...(midLevel ? [[words.questions.midLevelYears(title), paragraph(midLevel)] as [string, string]] : []),
    ...(measures
      ? [[words.questions.kpis(title), `${paragraph(words.answers.kpis(title))}${measures}`] as [string, string]]
      : []),
    ...pageFaqs(role).map(({question, answer}): [string, string] => [question, prose(richTextHTML(answer))]),
  ]
  return `<div class="roleprint-hero"><header class="roleprint-header"><p class="roleprint-eyebrow">${
    words.eyebrow
  }</p><h1 class="roleprint-title">${escapeHTML(words.pageTitle(title, day.slice(0, 4)))}</h1><p class="roleprint-intro">${escapeHTML(
    words.intro(title),
  )}</p>${actions(copyButton(labels))}</header>${section(
    'key-facts',
    words.headings.keyFacts,
    `<dl class="roleprint-facts">${fact(words.facts.role, escapeHTML(title))}${
      reportsTo?.[0] ? fact(words.facts.reportsTo, escapeHTML(reportsTo[0])) : ''
    }${fact(words.headings.mustHaveSkills, count(format, role.mustHaveSkills.length, words.items))}${
      levels.length > 0 ? fact(words.facts.levels, levels.map(({level}) => words.levels[level]).join(' / ')) : ''
    }${measures && fact(words.facts.kpis, count(format, kpis.length, words.metrics))}${
      startingPrice
        ? fact(
            escapeHTML(words.facts.startingPrice(startingPrice.label ?? '')),
            escapeHTML(price(format, words, role.language, startingPrice)),
          )
        : ''
    }</dl>`,
  )}</div><div class="roleprint-body"><nav class="roleprint-contents" aria-label="${labels.contents}"><p class="roleprint-contents-label" aria-hidden="true">${
    labels.contents
  }</p><details class="roleprint-contents-fold"><summary class="roleprint-contents-summary">${labels.contents}</summary><ol class="roleprint-contents-list">${contents
    .map(([id, heading]) => `<li><a class="roleprint-contents-link" href="#${id}">${escapeHTML(heading)}</a></li>`)
    .join('')}</ol></details></nav><div class="roleprint-sections">${section(
    'role-summary',
    words.headings.roleSummary,
    summary,
  )}${listSection(
    'responsibilities',
    words.headings.responsibilities,
    role.responsibilities.map(({statement}) => statement),
  )}${listSection('must-have-skills', words.headings.mustHaveSkills, role.mustHaveSkills.map(skillText))}${listSection(
    'nice-to-have-skills',
    words.headings.niceToHaveSkills,
    niceToHaveSkills.map(skillText),
  )}${listSection('tools', words.headings.tools, tools.map(toolText), 'tags')}${
    reporting && section('reporting-structure', words.headings.reporting, paragraph(reporting))
  }${
    levels.length > 0
      ? section(
          'seniority-levels',
          words.headings.levels,
          `<div class="roleprint-groups">${levels
            .map(
              (level) =>
                `<div class="roleprint-group"><div class="roleprint-group-head"><h3 class="roleprint-heading">${
                  words.levels[level.level]
                }</h3><p class="roleprint-note">${years(format, words, level)}</p></div>${list(level.focus)}</div>`,
            )
            .join('')}</div>`,
        )
      : ''
  }${
    kpis.length > 0
      ? section(
          'kpis',
          words.headings.kpis,
          `<ul class="roleprint-list">${kpis
            .map((kpi) => {
              const targets = (kpi.targets ?? []).map((each) => target(format, words, each))
              return `<li>${kpiHTML(kpi)}${list(targets, 'details')}</li>`
            })
            .join('')}</ul>`,
        )
      : ''
  }${section(
    'job-description',
    words.headings.jobDescription,
    `${paragraph(hint)}${actions(`${copyButton(labels)}${markdownButton(labels)}`)}<section class="roleprint-verbatim" tabindex="0" aria-label="${escapeHTML(
      words.jobDescriptionTitle(title),
    )}"><pre class="roleprint-text">${jobDescription}</pre></section>`,
  )}${section(
    'faqs',
    words.headings.faqs,
    `<div class="roleprint-questions">${answered
      .map(
        ([question, answer], place) =>
          `<details class="roleprint-question"${place === 0 ? ' open' : ''}><summary class="roleprint-summary"><h3 class="roleprint-heading">${escapeHTML(
            question,
          )}</h3></summary><div class="roleprint-answer">${answer}</div></details>`,
      )
      .join('')}</div>`,
  )}${
    relatedRoles.length > 0
      ? section(
          'related-roles',
          words.headings.relatedRoles,
          `<ul class="roleprint-links">${relatedRoles
            .map((related) => `<li>${link(rolePath(role, related.slug), related.title)}</li>`)
            .join('')}</ul>`,
        )
      : ''
  }${
    author
      ? `<section id="author" class="roleprint-section roleprint-section-author"><div class="roleprint-author"><h2 class="roleprint-heading">${escapeHTML(
          words.headings.author(author.name),
        )}</h2>${author.jobTitle ? paragraph(author.jobTitle) : ''}${(author.bio?.split('\n\n') ?? [])
          .map(paragraph)
          .join('')}${list(author.highlights ?? [])}${
          author.url
            ? `<ul class="roleprint-links"><li>${link(author.url, words.moreAbout(author.name))}</li></ul>`
            : ''
        }</div></section>`
      : ''
  }<section id="last-updated" class="roleprint-section roleprint-section-last-updated"><dl class="roleprint-facts"><div><dt>${
    words.facts.lastUpdated
  }</dt><dd><time datetime="${day}">${format.date.format(Date.parse(day))}</time></dd></div></dl></section></div></div>`
}

const section = (id: string, heading: string, content: string): string =>
  `<section id="${id}" class="roleprint-section roleprint-section-${id}"><h2 class="roleprint-heading">${heading}</h2>${content}</section>`

const list = (items: string[], kind = 'list'): string =>
  items.length > 0
    ? `<ul class="roleprint-${kind}">${items.map((item) => `<li>${escapeHTML(item)}</li>`).join('')}</ul>`
    : ''

const listSection = (id: string, heading: string, items: string[], kind?: string): string =>
  items.length > 0 ? section(id, heading, list(items, kind)) : ''

const paragraph = (text: string): string => `<p class="roleprint-paragraph">${escapeHTML(text)}</p>`

const prose = (html: string): string => `<div class="roleprint-prose">${html}</div>`

const fact = (label: string, value: string): string => `<div><dt>${label}</dt><dd>${value}</dd></div>`

const kpiItem = (kpi: Parameters<typeof kpiHTML>[0]): string => `<li>${kpiHTML(kpi)}</li>`

const link = (href: string, text: string): string => `<a href="${escapeHTML(href)}">${escapeHTML(text)}</a>`

const actions = (buttons: string): string =>
  `<div class="roleprint-actions" hidden>${buttons}<span class="roleprint-status" role="status"></span></div>`

const copyButton = (labels: DocumentWords): string =>
  button('roleprint-button', 'job-description', labels.copyJobDescription, labels.jobDescriptionCopied, labels)

const markdownButton = (labels: DocumentWords): string =>
  button('roleprint-button roleprint-button-quiet', 'markdown', labels.copyMarkdown, labels.markdownCopied, labels)

const button = (className: string, what: string, label: string, status: string, labels: DocumentWords): string =>
  `<button type="button" class="${className}" data-copy="${what}" data-copied="${labels.copied}" data-status="${status}" data-failed="${labels.copyFailed}">${label}</button>`
