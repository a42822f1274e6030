import {type ReportWords, reportWordsFor} from './report-words.ts'
import type {Cause, Change, ComparedRow, Print, SectionDiff, Word} from './role-diff.ts'

const english = reportWordsFor('en')

export const nothingChanges = english.nothingChanges

/** The heading of a section; what stands before the sections has none of its own. */
export const headingOf = ({name, heading}: Pick<SectionDiff, 'name' | 'heading'>, words: ReportWords): string =>
  name === 'head' ? words.head : heading

/** "page and job description" */
export const placesOf = ({prints}: {prints: readonly Print[]}, words: ReportWords = english): string =>
  words.together(prints.map((print) => words.prints[print]))

/** "Changed and moved" */
export const kindOf = ({kind, hasMoved}: Pick<ComparedRow, 'kind' | 'hasMoved'>, words = english): string =>
  hasMoved && kind !== 'moved' ? words.andMoved(words.kinds[kind]) : words.kinds[kind]

/** The line of a change as words; wholly old, new or the same, where none of them is marked. */
export function wordsOf({
  words,
  before,
  after,
  kind,
}: Pick<ComparedRow, 'words' | 'before' | 'after' | 'kind'>): Word[] {
  if (!words) return [{text: after ?? before ?? '', kind: kind === 'added' || kind === 'removed' ? kind : 'same'}]
  // What is escaped by what stands beside it must not be cut in two.
  const joined: Word[] = []
  for (const {text, kind} of words) {
    const last = joined.at(-1)
    if (last?.kind === kind) last.text += text
    else joined.push({text, kind})
  }
  return joined
}

type Causes = Pick<Change, 'cause' | 'furtherCauses'>

/** "skill “SQL”, statement; role “Data Engineer”, must have skills", or nothing where nobody knows. */
export const becauseOf = (change: Causes): string =>
  causesOf(change)
    .map((cause) => phraseFor(cause, english))
    .join('; ')

/**
 * The same in full words: "because of the skill “SQL”, statement". The document with the id `self` is not named: "edited in
 * this role, must have skills".
 */
export const reasonFor = (change: Causes, words: ReportWords, self?: string | null): string =>
  causesOf(change)
    .map((cause) =>
      cause.documentId === self
        ? `${words.thisRole}${fieldOf(cause, words)}`
        : `${words.because}${phraseFor(cause, words)}`,
    )
    .join('; ')

const causesOf = ({cause, furtherCauses}: Causes): Cause[] => (cause ? [cause, ...furtherCauses] : furtherCauses)

const phraseFor = (cause: Cause, words: ReportWords): string =>
  `${words.types[cause.documentType]} ${words.quoted(shortened(cause.name))}${fieldOf(cause, words)}`

function fieldOf({field}: Cause, words: ReportWords): string {
  const name = field && words.field(field)
  return name ? `, ${name}` : ''
}

const longest = 60

/** Some documents have no other name than a whole sentence. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const start = letters.slice(0, longest).join('')
  return `${start.slice(0, start.lastIndexOf(' ') + 1 || start.length).trimEnd()}…`
}
