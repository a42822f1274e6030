import {becauseOf, kindOf, nothingChanges, placesOf} from './phrases.ts'
import type {Change, RoleDiff, SectionDiff} from './role-diff.ts'

/** A diff as plain text, for a terminal or a mail: `-` was printed, `+` will be. */
export function diffToText({sections}: RoleDiff): string {
  return sections.length === 0 ? `${nothingChanges}\n` : sections.map(section).join('\n')
}

const section = (diff: SectionDiff): string =>
  `${diff.heading} (${placesOf(diff)})\n\n${diff.changes.map((change) => `${lines(change)}\n`).join('')}`

function lines(change: Change): string {
  const {before, after, kind} = change
  const printed =
    kind === 'moved'
      ? [`  ↕ ${after}`]
      : [...(before === null ? [] : [`  - ${before}`]), ...(after === null ? [] : [`  + ${after}`])]
  return [...printed, `    ${[kindOf(change), becauseOf(change)].filter(Boolean).join(': ')}`].join('\n')
}
