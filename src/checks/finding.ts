import type {CheckId} from './checks.ts'

export type Severity = 'error' | 'warning'

/** One step into a document, as Sanity writes a path: a field, a place in a list, or the `_key` of an item. */
export type Step = string | number | {_key: string}

/** A place in a document: for programs, which open it, and for people, who read of it. */
export interface Spot {
  /** The published id of the document. */
  documentId: string
  documentType: string
  path: Step[]
  /** `Must-have skills, 3rd`; empty for the document as a whole. */
  place: string
}

/** One thing that is wrong with a document, where, and what to do about it. */
export interface Finding extends Spot {
  id: CheckId
  /** An error stands in the way of publishing; a warning never does. */
  severity: Severity
  /** What is wrong, with the word or number shown, and the fix. */
  message: string
}
