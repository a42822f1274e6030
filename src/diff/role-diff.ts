import type {DocumentType} from '../model/documents.ts'
import type {SectionName} from '../page/section.ts'

/** What publishing changes in print. No sections: a reader will see nothing new. */
export interface RoleDiff {
  /** In reading order, and only where something changes. */
  sections: SectionDiff[]
}

/** What is printed from a role. The copy of the job description on the page counts as the job description. */
export type Print = 'page' | 'jobDescription'

/**
 * The changes of one section that are printed in the same places. A section whose page and job description change
 * differently is there once for each: a new target of a KPI is for the page alone.
 */
export interface SectionDiff {
  /** `head` is what stands before the sections, with the title and description for search results. */
  name: SectionName | 'head'
  /** For people: as it is printed, where it is printed. */
  heading: string
  prints: Print[]
  changes: Change[]
}

/** One printed line: a bullet, a paragraph, a fact, a question, a link. Marks and addresses are spelled out. */
export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved'
  before: string | null
  after: string | null
  /** The words of a changed line, in order: without the added ones it is `before`, without the removed ones `after`. */
  words: Word[] | null
  /** The line stands elsewhere among the lines that stayed; a changed one may, too. */
  hasMoved: boolean
  cause: Cause | null
  /** What else had a part in it, where several edits meet in one line. */
  furtherCauses: Cause[]
}

/** Both versions of a role in full, so that they can stand side by side. */
export interface RoleComparison {
  /** All sections of either version, in reading order, changed or not. */
  sections: ComparedSection[]
}

export interface ComparedSection {
  name: SectionDiff['name']
  heading: string
  /** Whether any of its rows is another in the two versions. */
  hasChanged: boolean
  /**
   * In the order of the version after. A line that is gone stands behind the one it stood behind, and one that has moved
   * where it is now; so where nothing has moved, within the section or from one print to the other, the lines before are in
   * their order too.
   */
  rows: ComparedRow[]
}

/**
 * One line in both versions, and in all places where it fares the same: a line that the job description no longer says and
 * the page does has a row for each.
 */
export interface ComparedRow extends Omit<Change, 'kind'> {
  kind: Change['kind'] | 'same'
  part: LinePart
  prints: Print[]
}

/** What kind of line it is. Those of the head have names of their own. */
export type LinePart =
  | 'jobTitle'
  | 'eyebrow'
  | 'title'
  | 'intro'
  | 'seoTitle'
  | 'description'
  | 'address'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'detail'
  | 'fact'
  | 'tag'
  | 'group'
  | 'note'
  | 'question'
  | 'link'
  | 'image'

export interface Word {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Whose edit it is: the role's own, or that of a document it shares with other roles. */
export interface Cause {
  documentId: string
  documentType: DocumentType
  /** What people call the document: the name of a skill, the statement of a responsibility. */
  name: string
  /** The field that was edited; `null` where it is not exactly one. */
  field: string | null
}
