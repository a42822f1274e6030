import type {Plural} from '../locale/words.ts'

/** What a share file says of itself, beside the lines of the role. */
export interface ShareWords {
  language: string
  /** Over the role's title. */
  eyebrow: string
  changes: Plural
  /** As they stand after "in". */
  sections: Plural
  /** "3 changes in 2 sections." */
  summary(changes: string, sections: string): string
  isNew: string
  isGone: string
  isNowhere: string
  /** What a perspective is called. */
  versions: Readonly<Record<string, string>>
  before: string
  after: string
  changedOn: string
  changedBy: string
  madeOn: string
  madeBy: string
  contents: string
  whatChanges: string
  checks: string
  nothingFound: string
  severities: Record<'error' | 'warning', string>
  sideBySide: string
  sideBySideNote: string
  changesOnly: string
  jobDescription: string
  jobDescriptionNote: string
  noJobDescription: string
}

const en: ShareWords = {
  language: 'en',
  eyebrow: 'For your review',
  changes: {one: 'change', other: 'changes'},
  sections: {one: 'section', other: 'sections'},
  summary: (changes, sections) => `${changes} in ${sections}.`,
  isNew: 'The role is new: there is nothing to compare it with.',
  isGone: 'The role is to go, with everything below.',
  isNowhere: 'The role is in neither version.',
  versions: {published: 'Published', drafts: 'Draft'},
  before: 'Before',
  after: 'After',
  changedOn: 'Last changed on',
  changedBy: 'Changed by',
  madeOn: 'Made on',
  madeBy: 'Made by',
  contents: 'Contents',
  whatChanges: 'What changes',
  checks: 'Checks',
  nothingFound: 'The checks have found nothing to mend.',
  severities: {error: 'Error', warning: 'Warning'},
  sideBySide: 'Side by side',
  sideBySideNote: 'Every line of both versions, changed or not.',
  changesOnly: 'Show only what changes',
  jobDescription: 'Job description',
  jobDescriptionNote: 'As it will be: plain text, to copy.',
  noJobDescription: 'There will be no job description.',
}

const de: ShareWords = {
  language: 'de',
  eyebrow: 'Zur Durchsicht',
  changes: {one: 'Änderung', other: 'Änderungen'},
  sections: {one: 'Abschnitt', other: 'Abschnitten'},
  summary: (changes, sections) => `${changes} in ${sections}.`,
  isNew: 'Die Rolle ist neu: Es gibt nichts, womit sie sich vergleichen ließe.',
  isGone: 'Die Rolle entfällt, mit allem, was hier steht.',
  isNowhere: 'Die Rolle gibt es in keiner der beiden Fassungen.',
  versions: {published: 'Veröffentlicht', drafts: 'Entwurf'},
  before: 'Vorher',
  after: 'Nachher',
  changedOn: 'Zuletzt geändert am',
  changedBy: 'Geändert von',
  madeOn: 'Erstellt am',
  madeBy: 'Erstellt mit',
  contents: 'Inhalt',
  whatChanges: 'Was sich ändert',
  checks: 'Prüfungen',
  nothingFound: 'Die Prüfungen haben nichts gefunden.',
  severities: {error: 'Fehler', warning: 'Warnung'},
  sideBySide: 'Nebeneinander',
  sideBySideNote: 'Jede Zeile beider Fassungen, geändert oder nicht.',
  changesOnly: 'Nur zeigen, was sich ändert',
  jobDescription: 'Stellenbeschreibung',
  jobDescriptionNote: 'Wie sie sein wird: reiner Text zum Kopieren.',
  noJobDescription: 'Es wird keine Stellenbeschreibung geben.',
}

const languages: readonly ShareWords[] = [en, de]

/** The words for a language, whatever its region; English where nobody has written them yet. */
export const shareWordsFor = (language: string): ShareWords =>
  languages.find((words) => words.language === language.split('-', 1)[0]?.toLowerCase()) ?? en
