import {PortableText, type PortableTextProps} from '@portabletext/react'
import {Fragment, createElement as h, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import type {Kpi, PortableText as PortableTextValue, Role, Words} from '../../../src/index.ts'
import {type DocumentWords, documentWordsFor} from '../../../src/render/document-words.ts'
import {midLevelText, pageFaqs, reportingText, rolePath, skillText, toolText, updatedOn} from '../../peers/derived.ts'
import {escapeHTML} from '../../peers/escape.ts'
import {count, type Formatters, formattersFor, price, target, years} from '../../peers/format.ts'
import {wordsOf} from '../../peers/words-of.ts'
import {copySources, roleBar, roleHead} from './document.ts'
import {jobDescriptionText} from './plain-text.ts'

/** The themed document of a role: its page from React, in a frame of template literals. */
export const reactDocument = (role: Role): string => `<!DOCTYPE html>
<html lang="${role.language}">
<head>
${roleHead(role)}
</head>
<body class="roleprint roleprint-document">
${roleBar(role)}
<main id="roleprint-content" class="roleprint-main" tabindex="-1">${renderToStaticMarkup(h(RolePage, {role}))}${copySources(
  role,
)}</main>
</body>
</html>
`

interface Told {
  role: Role
  words: Words
  labels: DocumentWords
  format: Formatters
}

function RolePage({role}: {role: Role}) {
  const told: Told = {
    ...{role, words: wordsOf(role), labels: documentWordsFor(role.language)},
    format: formattersFor(role.language),
  }
  const sections = sectionsOf(told)
  return h(
    Fragment,
    null,
    h('div', {className: 'roleprint-hero'}, h(Header, told), h(KeyFacts, told)),
    h(
      'div',
      {className: 'roleprint-body'},
      h(Contents, {sections, labels: told.labels}),
      h(
        'div',
        {className: 'roleprint-sections'},
        sections.map(({id, heading, content}) =>
          h(Section, {key: id, id}, id === 'author' ? null : h(Heading, null, heading), content),
        ),
        h(LastUpdated, told),
      ),
    ),
  )
}

interface SectionContent {
  id: string
  heading: string
  content: ReactNode
}

function sectionsOf(told: Told): SectionContent[] {
  const {role, words, format} = told
  const {niceToHaveSkills, tools, levels, kpis, relatedRoles, author} = role
  const reporting = reportingText(role, words, format)
  const {headings} = words
  const all: (SectionContent | false | null | '')[] = [
    {id: 'role-summary', heading: headings.roleSummary, content: h(RichText, {value: role.summary})},
    {
      ...{id: 'responsibilities', heading: headings.responsibilities},
      content: h(List, {items: role.responsibilities.map(({statement}) => statement)}),
    },
    {
      ...{id: 'must-have-skills', heading: headings.mustHaveSkills},
      content: h(List, {items: role.mustHaveSkills.map(skillText)}),
    },
    !!niceToHaveSkills?.length && {
      ...{id: 'nice-to-have-skills', heading: headings.niceToHaveSkills},
      content: h(List, {items: niceToHaveSkills.map(skillText)}),
    },
    !!tools?.length && {
      ...{id: 'tools', heading: headings.tools},
      content: h(List, {items: tools.map(toolText), kind: 'tags'}),
    },
    reporting && {id: 'reporting-structure', heading: headings.reporting, content: h(Paragraph, null, reporting)},
    !!levels?.length && {id: 'seniority-levels', heading: headings.levels, content: h(Levels, told)},
    !!kpis?.length && {id: 'kpis', heading: headings.kpis, content: h(KpisWithTargets, told)},
    {id: 'job-description', heading: headings.jobDescription, content: h(JobDescription, told)},
    {id: 'faqs', heading: headings.faqs, content: h(Questions, told)},
    !!relatedRoles?.length && {id: 'related-roles', heading: headings.relatedRoles, content: h(Related, told)},
    author && {id: 'author', heading: headings.author(author.name), content: h(Author, told)},
  ]
  return all.filter((section): section is SectionContent => Boolean(section))
}

const Section = ({id, children}: {id: string; children?: ReactNode}) =>
  h('section', {id, className: `roleprint-section roleprint-section-${id}`}, children)

const Heading = ({children}: {children?: ReactNode}) => h('h2', {className: 'roleprint-heading'}, children)

const Paragraph = ({children}: {children?: ReactNode}) => h('p', {className: 'roleprint-paragraph'}, children)

const List = ({items, kind = 'list'}: {items: string[]; kind?: string}) =>
  items.length === 0
    ? null
    : h(
        'ul',
        {className: `roleprint-${kind}`},
        items.map((item) => h('li', {key: item}, item)),
      )

const RichText = ({value}: {value: PortableTextValue}) =>
  h(
    'div',
    {className: 'roleprint-prose'},
    h(PortableText, {value: value as unknown as PortableTextProps['value'], onMissingComponent: false}),
  )

const Header = ({role, words, labels}: Told) =>
  h(
    'header',
    {className: 'roleprint-header'},
    h('p', {className: 'roleprint-eyebrow'}, words.eyebrow),
    h('h1', {className: 'roleprint-title'}, words.pageTitle(role.title, updatedOn(role).slice(0, 4))),
    h('p', {className: 'roleprint-intro'}, words.intro(role.title)),
    h(Actions, {labels}),
  )

const KeyFacts = ({role, words, format}: Told) => {
  const {levels, kpis, startingPrice} = role
  return h(
    Section,
    {id: 'key-facts'},
    h(Heading, null, words.headings.keyFacts),
    h(
      'dl',
      {className: 'roleprint-facts'},
      h(Fact, {label: words.facts.role, value: role.title}),
      h(Fact, {label: words.facts.reportsTo, value: role.reportsTo?.[0]}),
      h(Fact, {label: words.headings.mustHaveSkills, value: count(format, role.mustHaveSkills.length, words.items)}),
      h(Fact, {label: words.facts.levels, value: levels?.map(({level}) => words.levels[level]).join(' / ')}),
      h(Fact, {label: words.facts.kpis, value: kpis?.length && count(format, kpis.length, words.metrics)}),
      h(Fact, {
        label: words.facts.startingPrice(startingPrice?.label ?? ''),
        value: startingPrice && price(format, words, role.language, startingPrice),
      }),
    ),
  )
}

const Fact = ({label, value}: {label: string; value: ReactNode}) =>
  value ? h('div', null, h('dt', null, label), h('dd', null, value)) : null

const Contents = ({sections, labels}: {sections: SectionContent[]; labels: DocumentWords}) =>
  h(
    'nav',
    {className: 'roleprint-contents', 'aria-label': labels.contents},
    h('p', {className: 'roleprint-contents-label', 'aria-hidden': true}, labels.contents),
    h(
      'details',
      {className: 'roleprint-contents-fold'},
      h('summary', {className: 'roleprint-contents-summary'}, labels.contents),
      h(
        'ol',
        {className: 'roleprint-contents-list'},
        sections.map(({id, heading}) =>
          h('li', {key: id}, h('a', {className: 'roleprint-contents-link', href: `#${id}`}, heading)),
        ),
      ),
    ),
  )

const Levels = ({role, words, format}: Told) =>
  h(
    'div',
    {className: 'roleprint-groups'},
    role.levels?.map((level) =>
      h(
        'div',
        {key: level._key, className: 'roleprint-group'},
        h(
          'div',
          {className: 'roleprint-group-head'},
          h('h3', {className: 'roleprint-heading'}, words.levels[level.level]),
          h('p', {className: 'roleprint-note'}, years(format, words, level)),
        ),
        h(List, {items: level.focus}),
      ),
    ),
  )

const KpiWords = ({kpi: {name, statement}}: {kpi: Kpi}) =>
  name ? h(Fragment, null, h('strong', null, name), `: ${statement}`) : statement

const KpisWithTargets = ({role, words, format}: Told) =>
  h(
    'ul',
    {className: 'roleprint-list'},
    role.kpis?.map((kpi) =>
      h(
        'li',
        {key: kpi._id},
        h(KpiWords, {kpi}),
        h(List, {items: (kpi.targets ?? []).map((each) => target(format, words, each)), kind: 'details'}),
      ),
    ),
  )

function JobDescription({role, words, labels}: Told) {
  const text = jobDescriptionText(role, escapeHTML, (heading) => `<strong>${escapeHTML(heading)}</strong>`)
  const hint = /\[[^[\]]+\]/.test(text) ? `${words.copyHint} ${words.placeholderHint}` : words.copyHint
  return h(
    Fragment,
    null,
    h(Paragraph, null, hint),
    h(Actions, {labels, isMarkdownToo: true}),
    h(
      'section',
      {className: 'roleprint-verbatim', tabIndex: 0, 'aria-label': words.jobDescriptionTitle(role.title)},
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it has been escaped.
      h('pre', {className: 'roleprint-text', dangerouslySetInnerHTML: {__html: text}}),
    ),
  )
}

function Questions({role, words, format}: Told) {
  const {title, kpis} = role
  const midLevel = midLevelText(role, words, format)
  return h(
    'div',
    {className: 'roleprint-questions'},
    h(Question, {question: words.questions.dayToDay(title), isOpen: true}, h(RichText, {value: role.summary})),
    midLevel && h(Question, {question: words.questions.midLevelYears(title)}, h(Paragraph, null, midLevel)),
    !!kpis?.length &&
      h(
        Question,
        {question: words.questions.kpis(title)},
        h(Paragraph, null, words.answers.kpis(title)),
        h(
          'ul',
          {className: 'roleprint-list'},
          kpis.map((kpi) => h('li', {key: kpi._id}, h(KpiWords, {kpi}))),
        ),
      ),
    pageFaqs(role).map(({_key, question, answer}) => h(Question, {key: _key, question}, h(RichText, {value: answer}))),
  )
}

const Question = ({question, isOpen, children}: {question: string; isOpen?: boolean; children?: ReactNode}) =>
  h(
    'details',
    {className: 'roleprint-question', open: isOpen},
    h('summary', {className: 'roleprint-summary'}, h('h3', {className: 'roleprint-heading'}, question)),
    h('div', {className: 'roleprint-answer'}, children),
  )

const Related = ({role}: Told) =>
  h(
    'ul',
    {className: 'roleprint-links'},
    role.relatedRoles?.map(({_id, slug, title}) => h('li', {key: _id}, h('a', {href: rolePath(role, slug)}, title))),
  )

const Author = ({role: {author}, words}: Told) =>
  author &&
  h(
    'div',
    {className: 'roleprint-author'},
    h(Heading, null, words.headings.author(author.name)),
    author.jobTitle && h(Paragraph, null, author.jobTitle),
    author.bio?.split('\n\n').map((paragraph) => h(Paragraph, {key: paragraph}, paragraph)),
    h(List, {items: author.highlights ?? []}),
    author.url &&
      h('ul', {className: 'roleprint-links'}, h('li', null, h('a', {href: author.url}, words.moreAbout(author.name)))),
  )

const LastUpdated = ({role, words, format}: Told) =>
  h(
    Section,
    {id: 'last-updated'},
    h(
      'dl',
      {className: 'roleprint-facts'},
      h(Fact, {
        label: words.facts.lastUpdated,
        value: h('time', {dateTime: updatedOn(role)}, format.date.format(Date.parse(updatedOn(role)))),
      }),
    ),
  )

const Actions = ({labels, isMarkdownToo = false}: {labels: DocumentWords; isMarkdownToo?: boolean}) =>
  h(
    'div',
    {className: 'roleprint-actions', hidden: true},
    h(CopyButton, {
      what: 'job-description',
      label: labels.copyJobDescription,
      status: labels.jobDescriptionCopied,
      labels,
    }),
    isMarkdownToo &&
      h(CopyButton, {what: 'markdown', label: labels.copyMarkdown, status: labels.markdownCopied, labels}),
    h('span', {className: 'roleprint-status', role: 'status'}),
  )

interface CopyButtonProps {
  what: 'job-description' | 'markdown'
  label: string
  status: string
  labels: DocumentWords
}

const CopyButton = ({what, label, status, labels}: CopyButtonProps) =>
  h(
    'button',
    {
      type: 'button',
      className: `roleprint-button${what === 'markdown' ? ' roleprint-button-quiet' : ''}`,
      ...{'data-copy': what, 'data-copied': labels.copied, 'data-status': status, 'data-failed': labels.copyFailed},
    },
    label,
  )
