import type {Section} from './section.ts'

/** The languages of what is printed, as BCP 47 tags. */
export interface Languages {
  /** What the editors have written in. */
  language: string
  /** That of headings and labels, where nobody has written them in this language. */
  wordsLanguage?: string
}

/** What is printed: a heading, sections in reading order, and what a document around them wants to know. */
export interface Page extends Languages {
  /** A job description is printed in the fewest tags, so that it can be pasted anywhere. */
  kind: 'page' | 'jobDescription'
  /** The `h1`. */
  title: string
  eyebrow: string | null
  intro: string | null
  /** For the browser's tab and search results. */
  seoTitle: string
  description: string
  sections: Section[]
}
