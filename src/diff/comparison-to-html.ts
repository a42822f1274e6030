import {attribute, safeIdPrefix} from '../render/html-attributes.ts'
import {escapeHTML} from '../render/html-escape.ts'
import {wholeNumber} from '../text/whole-number.ts'
import {lineLanguage} from './line-language.ts'
import {markHTML} from './mark-html.ts'
import {headingOf, kindOf, placesOf, reasonFor, wordsOf} from './phrases.ts'
import {everywhere, headingPart} from './printed-lines.ts'
import {type ReportWords, reportWordsFor} from './report-words.ts'
import type {ComparedRow, ComparedSection, RoleComparison, Word} from './role-diff.ts'

export interface ComparisonHTMLOptions {
  /** Level of the headings of the sections, 1 to 6. Default 2. */
  headingLevel?: number
  /** Put before every id: `compare-kpis` becomes `role-compare-kpis`. */
  idPrefix?: string
  /** What stands above the two columns. Default "Before" and "After". */
  before?: string
  after?: string
  /** Language of what is said about the lines, as a BCP 47 tag: English (the default) or German. */
  language?: string
  /** Language of the lines themselves, where it is another one. */
  roleLanguage?: string | null
  /** `_id` of the role: an edit of its own needs no name. */
  self?: string | null
}

/**
 * Both versions side by side as HTML, with no style or script of its own: each section has a heading and a list of lines,
 * each line what it was and what it will be, what has become of it in words, and whose edit it is. The style sheet is
 * `roleprint-compare.css`; without it, one version of a line stands above the other.
 */
export function comparisonToHTML({sections}: RoleComparison, options: ComparisonHTMLOptions = {}): string {
  const words = reportWordsFor(options.language)
  const print: Printing = {
    ...{words, self: options.self, idPrefix: safeIdPrefix(options.idPrefix)},
    ...{before: options.before ?? words.before, after: options.after ?? words.after},
    heading: `h${wholeNumber(options.headingLevel ?? 2, 6)}`,
    lang: lineLanguage(options.roleLanguage),
  }
  return `<div class="roleprint-compare"${attribute('lang', words.language)}>${sections.map((each) => section(each, print)).join('')}</div>`
}

interface Printing {
  words: ReportWords
  self: string | null | undefined
  idPrefix: string
  before: string
  after: string
  heading: string
  lang: string
}

function section({name, heading, hasChanged, rows}: ComparedSection, print: Printing): string {
  // The heading of the section says it already.
  const shown = rows.filter(({part, kind}) => part !== headingPart || kind === 'changed' || kind === 'moved')
  // That of the text to copy, whose lines are those of the other sections.
  if (shown.length === 0) return ''
  const places = everywhere.filter((place) => rows.some(({prints}) => prints.includes(place)))
  const {words, idPrefix, heading: tag} = print
  const lang = name === 'head' ? '' : print.lang
  return [
    `<section class="roleprint-compare-section" id="${idPrefix}compare-${name}" data-changed="${hasChanged}">`,
    `<div class="roleprint-compare-head"><${tag} class="roleprint-compare-heading"${lang}>${escapeHTML(headingOf({name, heading}, words))}</${tag}>`,
    `<p class="roleprint-compare-places">${escapeHTML(placesOf({prints: places}, words))}</p></div>`,
    `<div class="roleprint-compare-columns" aria-hidden="true"><span>${escapeHTML(print.before)}</span><span>${escapeHTML(print.after)}</span></div>`,
    `<ol class="roleprint-compare-rows">${shown.map((row) => rowHTML(row, places.length, print)).join('')}</ol></section>`,
  ].join('')
}

function rowHTML(row: ComparedRow, places: number, print: Printing): string {
  const {kind, part, before, after} = row
  const marked = wordsOf(row)
  const was = before === null ? null : markHTML(row.words ? marked.filter(without('added')) : marked)
  const is = after === null ? null : markHTML(row.words ? marked.filter(without('removed')) : marked)
  const isSame = kind === 'same'
  return [
    `<li class="roleprint-compare-row" data-change="${kind}" data-part="${part}">${label(row, places, print)}`,
    // Read out, one of two equal lines is enough.
    cell('before', isSame ? null : print.before, was, print, isSame),
    `${cell('after', isSame ? null : print.after, is, print)}</li>`,
  ].join('')
}

const without =
  (kind: Word['kind']) =>
  (word: Word): boolean =>
    word.kind !== kind

function label(row: ComparedRow, places: number, print: Printing): string {
  const {words} = print
  const part = words.parts[row.part]
  const isInOnePlace = row.kind !== 'same' && row.prints.length < places
  const reason = reasonFor(row, words, print.self)
  const said = [
    `<strong class="roleprint-compare-kind">${escapeHTML(kindOf(row, words))}</strong>`,
    ...(part === undefined ? [] : [`<span class="roleprint-compare-part">${escapeHTML(part)}</span>`]),
    ...(isInOnePlace
      ? [`<span class="roleprint-compare-place">${escapeHTML(words.only(placesOf(row, words)))}</span>`]
      : []),
    ...(reason === '' ? [] : [`<span class="roleprint-compare-cause">${escapeHTML(reason)}</span>`]),
  ]
  return `<p class="roleprint-compare-label">${said.join(' ')}</p>`
}

function cell(side: 'before' | 'after', name: string | null, html: string | null, print: Printing, isHidden = false) {
  const named = name === null ? '' : `<span class="roleprint-compare-side">${escapeHTML(name)}: </span>`
  const line =
    html === null
      ? `<span class="roleprint-compare-nothing">${escapeHTML(print.words.nothing)}</span>`
      : `<span class="roleprint-compare-line"${print.lang}>${html}</span>`
  return `<div class="roleprint-compare-${side}"${isHidden ? ' aria-hidden="true"' : ''}>${named}${line}</div>`
}
