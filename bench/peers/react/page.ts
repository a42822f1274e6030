import {PortableText, type PortableTextProps} from '@portabletext/react'
import {Fragment, createElement as h, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import type {Kpi, PortableText as PortableTextValue, Role, Words} from '../../../src/index.ts'
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
import {count, formattersFor, price, target, years} from '../format.ts'
import {wordsOf} from '../words-of.ts'

export const pageHTML = (role: Role): string => renderToStaticMarkup(h(RolePage, {role}))

function RolePage({role}: {role: Role}) {
  const words = wordsOf(role)
  const format = formattersFor(role.language)
  const {title, startingPrice, author} = role
  const levels = role.levels ?? []
  const kpis = role.kpis ?? []
  const day = updatedOn(role)
  const midLevel = midLevelText(role, words, format)
  const reporting = reportingText(role, words, format)
  return h(
    Fragment,
    null,
    h('p', null, words.eyebrow),
    h('h1', null, words.pageTitle(title, day.slice(0, 4))),
    h('p', null, words.intro(title)),
    h(
      Section,
      {id: 'key-facts', heading: words.headings.keyFacts},
      h(
        'dl',
        null,
        h(Fact, {label: words.facts.role, value: title}),
        h(Fact, {label: words.facts.reportsTo, value: role.reportsTo?.[0]}),
        h(Fact, {label: words.headings.mustHaveSkills, value: count(format, role.mustHaveSkills.length, words.items)}),
        h(Fact, {label: words.facts.levels, value: levels.map(({level}) => words.levels[level]).join(' / ')}),
        h(Fact, {label: words.facts.kpis, value: kpis.length > 0 && count(format, kpis.length, words.metrics)}),
        h(Fact, {
          label: words.facts.startingPrice(startingPrice?.label ?? ''),
          value: startingPrice && price(format, words, role.language, startingPrice),
        }),
      ),
    ),
    h(Section, {id: 'role-summary', heading: words.headings.roleSummary}, h(RichText, {value: role.summary})),
    h(BulletSection, {
      id: 'responsibilities',
      heading: words.headings.responsibilities,
      items: role.responsibilities.map(({statement}) => statement),
    }),
    h(BulletSection, {
      id: 'must-have-skills',
      heading: words.headings.mustHaveSkills,
      items: role.mustHaveSkills.map(skillText),
    }),
    h(BulletSection, {
      id: 'nice-to-have-skills',
      heading: words.headings.niceToHaveSkills,
      items: (role.niceToHaveSkills ?? []).map(skillText),
    }),
    h(BulletSection, {id: 'tools', heading: words.headings.tools, items: (role.tools ?? []).map(toolText)}),
    h(Section, {id: 'reporting-structure', heading: words.headings.reporting}, h('p', null, reporting)),
    levels.length > 0 &&
      h(
        Section,
        {id: 'seniority-levels', heading: words.headings.levels},
        h(
          'div',
          null,
          levels.map((level) =>
            h(
              'div',
              {key: level._key},
              h('h3', null, words.levels[level.level]),
              h('p', null, years(format, words, level)),
              h(Bullets, {items: level.focus}),
            ),
          ),
        ),
      ),
    kpis.length > 0 &&
      h(
        Section,
        {id: 'kpis', heading: words.headings.kpis},
        h(
          'ul',
          null,
          kpis.map((kpi) =>
            h(
              'li',
              {key: kpi._id},
              h(KpiStatement, {kpi}),
              h(Bullets, {items: (kpi.targets ?? []).map((each) => target(format, words, each))}),
            ),
          ),
        ),
      ),
    h(
      Section,
      {id: 'job-description', heading: words.headings.jobDescription},
      h('p', null, hasPlaceholders(role) ? `${words.copyHint} ${words.placeholderHint}` : words.copyHint),
      h(JobDescription, {role, words, reporting}),
    ),
    h(
      Section,
      {id: 'faqs', heading: words.headings.faqs},
      h(
        'div',
        null,
        h(Question, {asked: words.questions.dayToDay(title)}, h(RichText, {value: role.summary})),
        midLevel && h(Question, {asked: words.questions.midLevelYears(title)}, h('p', null, midLevel)),
        kpis.length > 0 &&
          h(
            Question,
            {asked: words.questions.kpis(title)},
            h('p', null, words.answers.kpis(title)),
            h(
              'ul',
              null,
              kpis.map((kpi) => h('li', {key: kpi._id}, h(KpiStatement, {kpi}))),
            ),
          ),
        pageFaqs(role).map((faq) =>
          h(Question, {key: faq._key, asked: faq.question}, h(RichText, {value: faq.answer})),
        ),
      ),
    ),
    role.relatedRoles?.length
      ? h(
          Section,
          {id: 'related-roles', heading: words.headings.relatedRoles},
          h(
            'ul',
            null,
            role.relatedRoles.map((related) =>
              h('li', {key: related._id}, h('a', {href: rolePath(role, related.slug)}, related.title)),
            ),
          ),
        )
      : null,
    author &&
      h(
        Section,
        {id: 'author', heading: words.headings.author(author.name)},
        author.jobTitle && h('p', null, author.jobTitle),
        author.bio?.split('\n\n').map((paragraph) => h('p', {key: paragraph}, paragraph)),
        h(Bullets, {items: author.highlights ?? []}),
        author.url && h('ul', null, h('li', null, h('a', {href: author.url}, words.moreAbout(author.name)))),
      ),
    h(
      'section',
      {id: 'last-updated'},
      h(
        'dl',
        null,
        h(Fact, {
          label: words.facts.lastUpdated,
          value: h('time', {dateTime: day}, format.date.format(Date.parse(day))),
        }),
      ),
    ),
  )
}

function JobDescription({role, words, reporting}: {role: Role; words: Words; reporting: string}) {
  const kpis = role.kpis ?? []
  const faqs = jobDescriptionFaqs(role)
  return h(
    'blockquote',
    null,
    h(Strong, null, words.jobDescriptionTitle(role.title)),
    h(Strong, null, words.headings.roleSummary),
    h(RichText, {value: role.summary}),
    h(BulletPart, {
      heading: words.headings.responsibilities,
      items: role.responsibilities.map(({statement}) => statement),
    }),
    h(BulletPart, {heading: words.headings.mustHaveSkills, items: role.mustHaveSkills.map(skillText)}),
    h(BulletPart, {heading: words.headings.niceToHaveSkills, items: (role.niceToHaveSkills ?? []).map(skillText)}),
    h(BulletPart, {heading: words.headings.tools, items: (role.tools ?? []).map(toolText)}),
    h(Strong, null, words.headings.reporting),
    h('p', null, reporting),
    kpis.length > 0 && h(Strong, null, words.headings.kpis),
    kpis.length > 0 &&
      h(
        'ul',
        null,
        kpis.map((kpi) => h('li', {key: kpi._id}, h(KpiStatement, {kpi}))),
      ),
    faqs.length > 0 && h(Strong, null, words.headings.faqs),
    faqs.map(({_key, question, answer}) =>
      h(Fragment, {key: _key}, h(Strong, null, question), h(RichText, {value: answer})),
    ),
  )
}

const hasPlaceholders = ({workingWith, responsibilities, mustHaveSkills}: Role): boolean =>
  [workingWith ?? '', ...responsibilities.map(({statement}) => statement), ...mustHaveSkills.map(skillText)].some(
    (text) => /\[[^[\]]+\]/.test(text),
  )

const Strong = ({children}: {children?: ReactNode}) => h('p', null, h('strong', null, children))

const BulletPart = ({heading, items}: {heading: string; items: string[]}) =>
  items.length > 0 ? h(Fragment, null, h(Strong, null, heading), h(Bullets, {items})) : null

const Section = ({id, heading, children}: {id: string; heading: string; children?: ReactNode}) =>
  h('section', {id}, h('h2', null, heading), children)

const Fact = ({label, value}: {label: string; value: ReactNode}) =>
  value ? h('div', null, h('dt', null, label), h('dd', null, value)) : null

const Bullets = ({items}: {items: string[]}) =>
  items.length > 0
    ? h(
        'ul',
        null,
        items.map((item) => h('li', {key: item}, item)),
      )
    : null

const BulletSection = ({id, heading, items}: {id: string; heading: string; items: string[]}) =>
  items.length > 0 ? h(Section, {id, heading}, h(Bullets, {items})) : null

const Question = ({asked, children}: {asked: string; children?: ReactNode}) =>
  h('div', null, h('h3', null, asked), children)

const RichText = ({value}: {value: PortableTextValue}) =>
  h(PortableText, {value: value as unknown as PortableTextProps['value']})

const KpiStatement = ({kpi: {name, statement}}: {kpi: Kpi}) =>
  name ? [h('strong', {key: 'name'}, name), `: ${statement}`] : statement
