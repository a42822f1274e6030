import {escapeHTML} from '../render/html-escape.ts'
import {markHTML} from './mark-html.ts'
import {becauseOf, kindOf, nothingChanges, placesOf, wordsOf} from './phrases.ts'
import type {Change, RoleDiff, SectionDiff} from './role-diff.ts'

/**
 * A diff as HTML: what goes is in `del`, what comes in `ins`, and each change says in words what it is and whose edit. A
 * style sheet finds the kind of a change in `data-change`.
 */
export function diffToHTML({sections}: RoleDiff): string {
  return sections.length === 0 ? `<p>${nothingChanges}</p>` : sections.map(section).join('')
}

const section = (diff: SectionDiff): string =>
  `<section><h2>${escapeHTML(diff.heading)}</h2><p>${escapeHTML(placesOf(diff))}</p><ul>${diff.changes.map(change).join('')}</ul></section>`

function change(each: Change): string {
  const cause = becauseOf(each)
  return `<li data-change="${each.kind}"><strong>${kindOf(each)}:</strong> ${markHTML(wordsOf(each))}${cause && ` <small>${escapeHTML(cause)}</small>`}</li>`
}
