import type {Section} from './section.ts'

/** What is printed: a heading, sections in reading order, and what a document around them wants to know. */
export interface Page {
  /** A job description is printed in the fewest tags, so that it can be pasted anywhere. */
  kind: 'page' | 'jobDescription'
  /** The `h1`. */
  title: string
  eyebrow: string | null
  intro: string | null
  /** For the browser's tab and search results. */
  seoTitle: string
  description: string
  /** BCP 47 language tag. */
  language: string
  sections: Section[]
}
