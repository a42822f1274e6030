import type {Finding} from '../checks/finding.ts'
import {compareRole} from '../diff/compare-role.ts'
import {comparisonToHTML} from '../diff/comparison-to-html.ts'
import {changesIn} from '../diff/diff-role.ts'
import {diffToHTML} from '../diff/diff-to-html.ts'
import {lineLanguage} from '../diff/line-language.ts'
import {reportWordsFor} from '../diff/report-words.ts'
import type {RoleDiff} from '../diff/role-diff.ts'
import {en} from '../locale/en.ts'
import {count, date} from '../locale/format.ts'
import type {Words} from '../locale/words.ts'
import {canonicalTag} from '../locale/words-for.ts'
import type {RoleDraft} from '../model/role.ts'
import {jobDescription} from '../page/job-description.ts'
import {titleOf} from '../page/title.ts'
import {wordsOf} from '../page/words-of.ts'
import {copyableText} from '../render/document-copy.ts'
import {attribute} from '../render/html-attributes.ts'
import {escapeHTML} from '../render/html-escape.ts'
import {line} from '../text/line.ts'
import {cleanStega} from '../text/stega.ts'
import {type ShareWords, shareWordsFor} from './share-words.ts'

export interface ShareContent {
  /** The role as it is; `null` where it is not there. */
  before: RoleDraft | null
  /** The role as it would be; `null` where it is to go. */
  after: RoleDraft | null
  /** Which version `before` is: `published` (the default) and `drafts` are said in words, anything else as it is. */
  from?: string
  /** Which version `after` is; default `drafts`. */
  to?: string
  /** When the file is made: a `Date`, or a date as ISO 8601 writes it. The clock is not read. */
  madeOn?: Date | string | null
  /** Who made the change, where that is known: documents of Sanity do not say it. */
  changedBy?: string | null
  /** By whom or with what: "roleprint 0.1.0". */
  madeBy?: string | null
  /** What the checks have found in the version after; left out, nothing is said of checks. */
  findings?: readonly Finding[] | null
  /** Phrases of your own for the lines of the role, instead of those of its language. */
  words?: Words | undefined
}

export interface ShareStyles {
  /** What stands in the `style` element, to the letter. */
  styles: string
  /** Its SHA-256 in Base64, which alone the file lets style it. */
  stylesHash: string
}

/** What is the same for each part of the file. */
interface Parts {
  words: Words
  own: ShareWords
  title: string
  self: string | null
  /** ` lang="…"` for the lines of the role, where they are in another language than what is said of them. */
  roleLanguage: string | null
  from: string
  to: string
}

/** The file for a reviewer, around style sheets that are given. See `shareFile`. */
export function shareDocument(content: ShareContent, {styles, stylesHash}: ShareStyles): string {
  const {before, after} = content
  const role = after ?? before
  const words = content.words ?? (role ? wordsOf(role) : en)
  const own = shareWordsFor(words.language)
  const language = own.language === words.language.split('-', 1)[0] ? words.language : own.language
  const lines = canonicalTag(role?.language ?? words.language)
  const parts: Parts = {
    ...{words, own, title: role ? cleanStega(titleOf(role, words)) : words.untitledRole, self: role?._id ?? null},
    roleLanguage: lines === language ? null : lines,
    ...{from: versionName(content.from ?? 'published', own), to: versionName(content.to ?? 'drafts', own)},
  }
  const comparison = compareRole(before, after, {words: content.words})
  const diff = changesIn(comparison)
  const report = {language: own.language, roleLanguage: parts.roleLanguage, self: parts.self, headingLevel: 3}
  const {findings = null} = content
  const sections = [
    section('changes', own.whatChanges, diffToHTML(diff, report)),
    ...(findings === null ? [] : [section('checks', own.checks, checksHTML(findings, parts))]),
    section(
      'comparison',
      own.sideBySide,
      note(own.sideBySideNote) +
        (diff.sections.length > 0 ? changesOnly(own) : '') +
        comparisonToHTML(comparison, {...report, before: parts.from, after: parts.to}),
    ),
    section('job-description', own.jobDescription, jobDescriptionHTML(after, parts)),
  ]
  return [
    '<!DOCTYPE html>',
    `<html${attribute('lang', language)}>`,
    '<head>',
    '<meta charset="utf-8">',
    // The file shows content that others have written: nothing in it may run, and nothing may be fetched.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${stylesHash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHTML(`${parts.title}: ${own.whatChanges}`)}</title>`,
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<style>${styles}</style>`,
    '</head>',
    '<body class="roleprint roleprint-document roleprint-share">',
    header(content, diff, parts),
    contents(sections, own),
    `<main class="roleprint-share-main">${sections.map(({html}) => html).join('\n')}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

interface ShareSection {
  id: string
  heading: string
  html: string
}

const section = (id: string, heading: string, html: string): ShareSection => ({
  id,
  heading,
  html: `<section id="${id}" class="roleprint-share-section roleprint-share-${id}"><h2 class="roleprint-heading">${escapeHTML(heading)}</h2>${html}</section>`,
})

const note = (text: string): string => `<p class="roleprint-note">${escapeHTML(text)}</p>`

/** Works by the style sheet alone, since nothing may run. */
const changesOnly = (own: ShareWords): string =>
  `<p class="roleprint-share-only"><label><input type="checkbox"> ${escapeHTML(own.changesOnly)}</label></p>`

const versionName = (name: string, {versions}: ShareWords): string =>
  Object.hasOwn(versions, name) ? (versions[name] ?? name) : cleanStega(line(name))

function header(content: ShareContent, diff: RoleDiff, parts: Parts): string {
  const {before, after, madeOn = null, madeBy = null, changedBy = null} = content
  const {own, words} = parts
  const time = (iso: string | null): string => {
    const day = date(words, iso)
    return day ? `<time datetime="${day.datetime}">${escapeHTML(day.text)}</time>` : ''
  }
  const facts = [
    [own.before, escapeHTML(parts.from)],
    [own.after, escapeHTML(parts.to)],
    [own.changedOn, time(after?.modifiedAt ?? null)],
    [own.changedBy, escapeHTML(cleanStega(line(changedBy)))],
    [own.madeOn, time(isoOf(madeOn))],
    [own.madeBy, escapeHTML(cleanStega(line(madeBy)))],
  ].flatMap(([label, html]) => (html ? [`<div><dt>${label}</dt><dd>${html}</dd></div>`] : []))
  return [
    '<header class="roleprint-share-header">',
    `<p class="roleprint-eyebrow">${escapeHTML(own.eyebrow)}</p>`,
    `<h1 class="roleprint-title"${lineLanguage(parts.roleLanguage)}>${escapeHTML(parts.title)}</h1>`,
    `<p class="roleprint-intro">${escapeHTML(summaryOf(before, after, diff, parts))}</p>`,
    `<dl class="roleprint-facts">${facts.join('')}</dl>`,
    '</header>',
  ].join('')
}

function isoOf(day: Date | string | null): string | null {
  if (!(day instanceof Date)) return day
  return Number.isNaN(day.getTime()) ? null : day.toISOString()
}

function summaryOf(before: RoleDraft | null, after: RoleDraft | null, {sections}: RoleDiff, {words, own}: Parts) {
  if (!before || !after) return after ? own.isNew : before ? own.isGone : own.isNowhere
  const changes = sections.reduce((sum, {changes}) => sum + changes.length, 0)
  if (changes === 0) return reportWordsFor(own.language).nothingChanges
  const names = new Set(sections.map(({name}) => name))
  return own.summary(count(words, changes, own.changes), count(words, names.size, own.sections))
}

const contents = (sections: readonly ShareSection[], own: ShareWords): string =>
  `<nav class="roleprint-share-contents"${attribute('aria-label', own.contents)}><ul>${sections
    .map(({id, heading}) => `<li><a href="#${id}">${escapeHTML(heading)}</a></li>`)
    .join('')}</ul></nav>`

// The checks speak English.
const findingsLanguage = 'en'

function checksHTML(findings: readonly Finding[], {own, self}: Parts): string {
  if (findings.length === 0) return note(own.nothingFound)
  const types: Readonly<Record<string, string>> = reportWordsFor(findingsLanguage).types
  const lang = own.language === findingsLanguage ? '' : attribute('lang', findingsLanguage)
  const items = findings.map(({severity, documentId, documentType, place, message}) => {
    const type = Object.hasOwn(types, documentType) ? types[documentType] : documentType
    const where = [...(documentId === self ? [] : [`${type} ${documentId}`]), ...(place ? [place] : [])].join(', ')
    return `<li data-severity="${severity === 'error' ? 'error' : 'warning'}"><strong>${escapeHTML(own.severities[severity] ?? own.severities.warning)}:</strong> <span${lang}>${escapeHTML(cleanStega(`${where && `${where}: `}${message}`))}</span></li>`
  })
  return `<ul class="roleprint-share-findings">${items.join('')}</ul>`
}

function jobDescriptionHTML(after: RoleDraft | null, {own, words, roleLanguage}: Parts): string {
  if (!after) return note(own.noJobDescription)
  const text = copyableText(jobDescription(after, {words}))
  return `${note(own.jobDescriptionNote)}<pre class="roleprint-text"${lineLanguage(roleLanguage)}>${text}</pre>`
}
