import type {DocumentType} from '../model/documents.ts'
import type {Cause, Change, Print, SectionDiff, Word} from './role-diff.ts'

// A report is for the people who publish, whatever language the role is in.
export const nothingChanges = 'Nothing printed changes.'

const kinds: Record<Change['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
}

const prints: Record<Print, string> = {page: 'page', jobDescription: 'job description'}

const types: Record<DocumentType, string> = {
  role: 'role',
  responsibility: 'responsibility',
  skill: 'skill',
  tool: 'tool',
  kpi: 'KPI',
  person: 'person',
  siteSettings: 'site settings',
}

/** "page and job description" */
export const placesOf = (section: SectionDiff): string => section.prints.map((print) => prints[print]).join(' and ')

/** "Changed and moved" */
export const kindOf = ({kind, hasMoved}: Change): string =>
  hasMoved && kind !== 'moved' ? `${kinds[kind]} and moved` : kinds[kind]

/** The line of a change as words; wholly old, new or the same, where none of them is marked. */
export function wordsOf({words, before, after, kind}: Change): Word[] {
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

/** "skill “SQL”, statement; role “Data Engineer”, must have skills", or nothing where nobody knows. */
export const becauseOf = ({cause, furtherCauses}: Change): string =>
  (cause ? [cause, ...furtherCauses] : furtherCauses).map(phraseFor).join('; ')

const phraseFor = ({documentType, name, field}: Cause): string =>
  `${types[documentType]} “${shortened(name)}”${field ? `, ${spelledOut(field)}` : ''}`

const spelledOut = (field: string): string =>
  field
    .replace(/^_/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()

const longest = 60

/** Some documents have no other name than a whole sentence. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const start = letters.slice(0, longest).join('')
  return `${start.slice(0, start.lastIndexOf(' ') + 1 || start.length).trimEnd()}…`
}
