import {date} from '../locale/format.ts'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {pageHead} from '../page/page.ts'
import type {Page} from '../page/page-type.ts'
import {addressOn, roleUrl} from '../page/role-path.ts'
import {type Said, say} from '../page/said.ts'
import type {Question, Section, SectionName} from '../page/section.ts'
import {pageFaqs} from '../page/sections/faqs.ts'
import {modifiedAt} from '../page/sections/last-updated.ts'
import {titleOf} from '../page/title.ts'
import {wordsOf} from '../page/words-of.ts'
import {cleanLine, line} from '../text/line.ts'
import {safeHref} from '../text/safe-href.ts'
import {blockText} from './text.ts'

export interface JsonLdOptions {
  /** Where the page stands. Default: the address that the site settings give it. */
  url?: string | null | undefined
  words?: Words | undefined
  /** What `rolePage` made of the role, where that has been done: it is not composed again. */
  page?: Page | undefined
}

/**
 * What a role page is to a search engine. There is no JobPosting among the types: a template is no vacancy, and search
 * engines penalise a page that says it is one. https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
export interface RoleJsonLd {
  '@context': 'https://schema.org'
  '@graph': (WebPage | BreadcrumbList | Occupation | FAQPage)[]
}

export interface WebPage {
  '@type': 'WebPage'
  '@id'?: string
  url?: string
  name: string
  description: string
  inLanguage: string
  dateModified?: string
  author?: {'@type': 'Person'; name: string; jobTitle?: string; url?: string}
  publisher?: {'@type': 'Organization'; name: string; url?: string}
}

export interface BreadcrumbList {
  '@type': 'BreadcrumbList'
  itemListElement: {'@type': 'ListItem'; position: number; name: string; item?: string}[]
}

export interface Occupation {
  '@type': 'Occupation'
  name: string
  description?: string
  responsibilities?: string[]
  skills?: string[]
}

export interface FAQPage {
  '@type': 'FAQPage'
  mainEntity: {'@type': 'Question'; name: string; acceptedAnswer: {'@type': 'Answer'; text: string}}[]
}

/** The same as `jsonLd`, as text that can stand in a `<script type="application/ld+json">`. */
export const toJsonLd = (role: RoleDraft, options: JsonLdOptions = {}): string =>
  JSON.stringify(jsonLd(role, options))
    .replaceAll('&', '\\u0026')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** WebPage, BreadcrumbList, Occupation and FAQPage for a role, in the page's own words. */
export function jsonLd(role: RoleDraft, options: JsonLdOptions = {}): RoleJsonLd {
  const words = options.words ?? wordsOf(role)
  const {said, faqs, head} = options.page ? readFrom(options.page) : compose(role, words)
  const url = safeHref(options.url) ?? roleUrl(role)
  const questions = (faqs?.blocks ?? []).flatMap((block) => (block.kind === 'questions' ? block.questions : []))
  return {
    '@context': 'https://schema.org',
    '@graph': [
      webPage(role, url, head, words),
      breadcrumbs(role, url, words),
      occupation(role, said, words),
      ...(questions.length > 0 ? [faqPage(questions)] : []),
    ],
  }
}

type OccupationSections = Pick<
  Said,
  'roleSummary' | 'responsibilities' | 'mustHaveSkills' | 'niceToHaveSkills' | 'tools'
>

/** The parts of the page that are data too. */
interface Parts {
  said: OccupationSections
  faqs: Section | null
  head: Head
}

type Head = Pick<Page, 'seoTitle' | 'description' | 'language'>

function compose(role: RoleDraft, words: Words): Parts {
  const said = say(role, words)
  return {said, faqs: pageFaqs(role, words, said), head: pageHead(role, words)}
}

function readFrom(page: Page): Parts {
  const named = new Map(page.sections.map((section) => [section.name, section]))
  const section = (name: SectionName) => named.get(name) ?? null
  return {
    said: {
      roleSummary: section('role-summary'),
      responsibilities: section('responsibilities'),
      mustHaveSkills: section('must-have-skills'),
      niceToHaveSkills: section('nice-to-have-skills'),
      tools: section('tools'),
    },
    faqs: section('faqs'),
    head: page,
  }
}

function webPage(role: RoleDraft, url: string | null, {seoTitle, description, language}: Head, words: Words): WebPage {
  const modified = date(words, modifiedAt(role))?.datetime
  const author = plain(line(role.author?.name))
  const organization = plain(line(role.site?.organizationName))
  return {
    '@type': 'WebPage',
    ...(url && {'@id': url, url}),
    name: seoTitle,
    description,
    inLanguage: language,
    ...(modified && {dateModified: modified}),
    ...(author && {
      author: {
        '@type': 'Person',
        name: author,
        ...optional('jobTitle', plain(line(role.author?.jobTitle))),
        ...optional('url', safeHref(role.author?.url)),
      },
    }),
    ...(organization && {
      publisher: {'@type': 'Organization', name: organization, ...optional('url', safeHref(role.site?.siteUrl))},
    }),
  }
}

function breadcrumbs(role: RoleDraft, url: string | null, words: Words): BreadcrumbList {
  const siteUrl = safeHref(role.site?.siteUrl)
  const home = plain(line(role.site?.organizationName))
  const list = addressOn(role.site, safeHref(role.site?.rolesPath))
  const steps = [
    ...(siteUrl && home ? [{name: home, item: siteUrl}] : []),
    ...(list ? [{name: words.allRoles, item: list}] : []),
    {name: plain(titleOf(role, words)), ...(url && {item: url})},
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({'@type': 'ListItem', position: index + 1, ...step})),
  }
}

function occupation(role: RoleDraft, said: OccupationSections, words: Words): Occupation {
  const skills = [...points(said.mustHaveSkills), ...points(said.niceToHaveSkills), ...points(said.tools)]
  const responsibilities = points(said.responsibilities)
  return {
    '@type': 'Occupation',
    name: plain(titleOf(role, words)),
    ...optional('description', plain(blockText(said.roleSummary?.blocks ?? []))),
    ...(responsibilities.length > 0 && {responsibilities}),
    ...(skills.length > 0 && {skills}),
  }
}

const faqPage = (questions: Question[]): FAQPage => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({question, answer}) => ({
    '@type': 'Question',
    name: plain(question),
    acceptedAnswer: {'@type': 'Answer', text: plain(blockText(answer))},
  })),
})

const plain = cleanLine

const optional = <Key extends string>(key: Key, value: string | null): Partial<Record<Key, string>> =>
  value ? ({[key]: value} as Record<Key, string>) : {}

const points = (section: Section | null): string[] =>
  (section?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'tags') return block.tags.map(plain)
    return block.kind === 'list' ? block.items.map(({text}) => plain(text)) : []
  })
