import type {Languages, Page} from './page-type.ts'
import type {Prose} from './prose.ts'

/** The sections a page can have. A name is also the section's anchor. */
export type SectionName =
  | 'key-facts'
  | 'role-summary'
  | 'responsibilities'
  | 'must-have-skills'
  | 'nice-to-have-skills'
  | 'tools'
  | 'reporting-structure'
  | 'seniority-levels'
  | 'kpis'
  | 'job-description'
  | 'faqs'
  | 'related-roles'
  | 'author'
  | 'last-updated'

/**
 * One section, said and not yet printed: a heading and a few blocks that know nothing of any format. It names its
 * languages where there are two.
 */
export interface Section extends Partial<Languages> {
  name: SectionName
  heading: string | null
  blocks: Block[]
}

export type Block =
  | ParagraphBlock
  | ProseBlock
  | ListBlock
  | FactsBlock
  | TagsBlock
  | GroupsBlock
  | QuestionsBlock
  | LinksBlock
  | ImageBlock
  | VerbatimBlock

/** One paragraph of plain text. */
export interface ParagraphBlock {
  kind: 'paragraph'
  text: string
}

/** Rich text, already made safe to print. */
export interface ProseBlock {
  kind: 'prose'
  content: Prose
}

export interface ListBlock {
  kind: 'list'
  items: ListItem[]
}

export interface ListItem {
  /** The whole point, as every format prints it. */
  text: string
  /** The part of `text` it begins with that names the point; a format may set it off. */
  lead: string | null
  /** What belongs to the point, such as the targets of a KPI. */
  details: string[]
}

/** Labels and their values. */
export interface FactsBlock {
  kind: 'facts'
  facts: Fact[]
}

export interface Fact {
  label: string
  text: string
  /** The machine's spelling, where the text is a date: `2026-04-12`. */
  datetime: string | null
}

/** Short names, one beside the other. */
export interface TagsBlock {
  kind: 'tags'
  tags: string[]
}

/** Parts of one section with headings of their own, side by side. */
export interface GroupsBlock {
  kind: 'groups'
  groups: Group[]
}

export interface Group {
  heading: string
  note: string | null
  blocks: Block[]
}

export interface QuestionsBlock {
  kind: 'questions'
  questions: Question[]
}

export interface Question {
  question: string
  answer: Block[]
}

export interface LinksBlock {
  kind: 'links'
  links: {text: string; href: string | null}[]
}

export interface ImageBlock {
  kind: 'image'
  src: string
  alt: string
  width: number | null
  height: number | null
}

/** Another page, shown as text to copy. */
export interface VerbatimBlock {
  kind: 'verbatim'
  page: Page
}
