/** What a static site says of itself, beside the words of its roles. `{…}` stands for what is put in. */
export interface SiteWords {
  language: string
  skipToContent: string
  /** Under the heading of the index, and what search engines show of it. */
  lead: string
  /** `{count}` roles, in the plural forms of the language. */
  roles: {one: string; other: string}
  search: string
  searchHint: string
  level: string
  everyLevel: string
  languageLabel: string
  everyLanguage: string
  /** How many are left of all: `{found}` and `{all}`. */
  found: string
  more: string
  nothingFits: string
  clear: string
  nothingYet: string
  /** Before the day a role was last reviewed or changed. */
  updated: string
  allRoles: string
  download: string
  markdown: string
  plainText: string
  feed: string
  notFound: string
  notFoundLead: string
}

const en: SiteWords = {
  language: 'en',
  skipToContent: 'Skip to the content',
  lead: 'What each role is hired to do: responsibilities, skills and how success is measured. Ready to copy.',
  roles: {one: '{count} role', other: '{count} roles'},
  search: 'Search',
  searchHint: 'Job title or skill',
  level: 'Level',
  everyLevel: 'All levels',
  languageLabel: 'Language',
  everyLanguage: 'All languages',
  found: '{found} of {all}',
  more: 'Show more roles',
  nothingFits: 'No role fits. Try fewer or other words.',
  clear: 'Show all roles',
  nothingYet: 'No role is published yet.',
  updated: 'Updated',
  allRoles: 'All roles',
  download: 'Download',
  markdown: 'Markdown',
  plainText: 'Plain text',
  feed: 'Latest changes',
  notFound: 'Page not found',
  notFoundLead: 'The role may have been renamed or taken down. The list has all that there are.',
}

const de: SiteWords = {
  language: 'de',
  skipToContent: 'Zum Inhalt springen',
  lead: 'Wofür jede Stelle da ist: Aufgaben, Anforderungen und woran Erfolg gemessen wird. Bereit zum Kopieren.',
  roles: {one: '{count} Stelle', other: '{count} Stellen'},
  search: 'Suche',
  searchHint: 'Stelle oder Fähigkeit',
  level: 'Erfahrungsstufe',
  everyLevel: 'Alle Stufen',
  languageLabel: 'Sprache',
  everyLanguage: 'Alle Sprachen',
  found: '{found} von {all}',
  more: 'Weitere Stellen zeigen',
  nothingFits: 'Keine Stelle passt. Vielleicht helfen weniger oder andere Wörter.',
  clear: 'Alle Stellen zeigen',
  nothingYet: 'Noch ist keine Stelle veröffentlicht.',
  updated: 'Stand:',
  allRoles: 'Alle Stellen',
  download: 'Herunterladen',
  markdown: 'Markdown',
  plainText: 'Nur Text',
  feed: 'Neueste Änderungen',
  notFound: 'Diese Seite gibt es nicht',
  notFoundLead: 'Die Stelle heißt vielleicht anders oder ist nicht mehr da. In der Liste stehen alle.',
}

const languages: readonly SiteWords[] = [en, de]

/** The labels for a language, whatever its region; English where nobody has written them yet. */
export const siteWordsFor = (language: string): SiteWords =>
  languages.find((words) => words.language === language.split('-', 1)[0]?.toLowerCase()) ?? en
