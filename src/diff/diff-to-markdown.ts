import {escapeMarkdown, escapeMarkdownHeading} from '../render/markdown-escape.ts'
import {becauseOf, kindOf, nothingChanges, placesOf, wordsOf} from './phrases.ts'
import type {Change, RoleDiff, SectionDiff, Word} from './role-diff.ts'

/** A diff as Markdown, for a pull request or a chat: what goes is `<del>`, what comes is `<ins>`. */
export function diffToMarkdown({sections}: RoleDiff): string {
  return sections.length === 0 ? `${nothingChanges}\n` : `${sections.map(section).join('\n\n')}\n`
}

const section = (diff: SectionDiff): string =>
  `## ${escapeMarkdownHeading(`${diff.heading} (${placesOf(diff)})`)}\n\n${diff.changes.map(change).join('\n')}`

function change(each: Change): string {
  const cause = becauseOf(each)
  return `- **${kindOf(each)}:** ${wordsOf(each).map(word).join('')}${cause && `<br>${inline(cause)}`}`
}

const tags: Record<Exclude<Word['kind'], 'same'>, string> = {added: 'ins', removed: 'del'}

const word = ({text, kind}: Word): string =>
  kind === 'same' ? inline(text) : `<${tags[kind]}>${inline(text)}</${tags[kind]}>`

// Beside a text there may be a tag, which a backslash at its end must not reach.
const inline = (text: string): string => escapeMarkdown(text, {before: '>', after: '<'})
