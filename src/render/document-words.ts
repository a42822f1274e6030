import {languageAttributes} from './html-attributes.ts'

/** What a themed page says of itself, beside the words of the role: the labels of what one can do with it. */
export interface DocumentWords {
  language: string
  skipToContent: string
  contents: string
  copyJobDescription: string
  copyMarkdown: string
  /** What a button says for a moment, once it has copied. */
  copied: string
  /** What a screen reader is told then. */
  jobDescriptionCopied: string
  markdownCopied: string
  /** Said where the browser lets no page write to the clipboard; the text is selected by then. */
  copyFailed: string
}

const en: DocumentWords = {
  language: 'en',
  skipToContent: 'Skip to the content',
  contents: 'Contents',
  copyJobDescription: 'Copy job description',
  copyMarkdown: 'Copy Markdown',
  copied: 'Copied',
  jobDescriptionCopied: 'The job description is on the clipboard.',
  markdownCopied: 'The Markdown is on the clipboard.',
  copyFailed: 'This browser does not allow copying by button. The text is selected: copy it with the keyboard.',
}

const de: DocumentWords = {
  language: 'de',
  skipToContent: 'Zum Inhalt springen',
  contents: 'Inhalt',
  copyJobDescription: 'Stellenbeschreibung kopieren',
  copyMarkdown: 'Markdown kopieren',
  copied: 'Kopiert',
  jobDescriptionCopied: 'Die Stellenbeschreibung ist in der Zwischenablage.',
  markdownCopied: 'Das Markdown ist in der Zwischenablage.',
  copyFailed:
    'Dieser Browser erlaubt das Kopieren per Schaltfläche nicht. Der Text ist markiert und lässt sich mit der Tastatur kopieren.',
}

const languages: readonly DocumentWords[] = [en, de]

/** ` lang="en" dir="ltr"` for these words on a page in another language; nothing where it is theirs. */
export const ownLanguage = (words: DocumentWords, language: string): string =>
  new Intl.Locale(language).language === words.language ? '' : languageAttributes(words.language)

/** The labels for a page's language, whatever its region; English where nobody has written them yet. */
export const documentWordsFor = (language: string): DocumentWords =>
  languages.find((words) => words.language === language.split('-', 1)[0]?.toLowerCase()) ?? en
