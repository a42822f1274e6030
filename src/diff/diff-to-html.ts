import {escapeHTML} from '../render/html-escape.ts'
import {wholeNumber} from '../text/whole-number.ts'
import {lineLanguage} from './line-language.ts'
import {markHTML} from './mark-html.ts'
import {becauseOf, headingOf, kindOf, placesOf, reasonFor, wordsOf} from './phrases.ts'
import {type ReportWords, reportWordsFor} from './report-words.ts'
import type {Change, RoleDiff, SectionDiff} from './role-diff.ts'

export interface DiffHTMLOptions {
  /** Level of the headings of the sections, 1 to 6. Default 2. */
  headingLevel?: number
  /** Language of what is said about the lines, as a BCP 47 tag: English (the default) or German. */
  language?: string
  /** Language of the lines themselves, where it is another one. */
  roleLanguage?: string | null
  /** `_id` of the role that is read: causes are full words then, and an edit of its own needs no name. */
  self?: string | null
}

/**
 * A diff as HTML: what goes is in `del`, what comes in `ins`, and each change says in words what it is and whose edit. A
 * style sheet finds the kind of a change in `data-change`.
 */
export function diffToHTML({sections}: RoleDiff, options: DiffHTMLOptions = {}): string {
  const words = reportWordsFor(options.language)
  const print: Printing = {
    ...{words, self: options.self, lang: lineLanguage(options.roleLanguage)},
    heading: `h${wholeNumber(options.headingLevel ?? 2, 6)}`,
  }
  return sections.length === 0
    ? `<p>${words.nothingChanges}</p>`
    : sections.map((diff) => section(diff, print)).join('')
}

interface Printing {
  words: ReportWords
  self: string | null | undefined
  heading: string
  lang: string
}

function section(diff: SectionDiff, print: Printing): string {
  const lang = diff.name === 'head' ? '' : print.lang
  return `<section><${print.heading}${lang}>${escapeHTML(headingOf(diff, print.words))}</${print.heading}><p>${escapeHTML(placesOf(diff, print.words))}</p><ul>${diff.changes.map((each) => change(each, print)).join('')}</ul></section>`
}

function change(each: Change, {words, self, lang}: Printing): string {
  const cause = self === undefined ? becauseOf(each) : reasonFor(each, words, self)
  const marked = markHTML(wordsOf(each))
  const line = lang ? `<span${lang}>${marked}</span>` : marked
  return `<li data-change="${each.kind}"><strong>${escapeHTML(kindOf(each, words))}:</strong> ${line}${cause && ` <small>${escapeHTML(cause)}</small>`}</li>`
}
